// Prints the op table as the methods of Tensor: src/generated/tensor-methods.ts and elementwise-ops.ts.
import { isOne, readsOf } from "./print-kernels.mjs";
import { defaulted, doc, header, optional, params } from "./print-ops.mjs";

const binary = (op) => op.args.length === 2;

/** The declaration of an op's method. */
const declare = (op) => {
  const rest = optional(op).map((param) => `, ${param}`);
  if (binary(op)) {
    const list = `this: A, ${op.args[1]}: B & Fits<"${op.name}", ShapeOf<A>, ShapeOf<B>>${rest.join("")}`;
    return `${doc(op, "  ")}  ${op.name}<A extends Tensor, B extends TensorLike>(${list}): Tensor<Broadcast<ShapeOf<A>, ShapeOf<B>>>;\n`;
  }
  return `${doc(op, "  ")}  ${op.name}<A extends Tensor>(this: A${rest.join("")}): Tensor<ShapeOf<A>>;\n`;
};

const define = (op, code) => {
  const list = ["this: Tensor", ...(binary(op) ? ["other: TensorLike"] : []), ...defaulted(op)];
  const names = params(op).map(([name]) => name);
  const given = names.length > 0 ? `, [${names.join(", ")}]` : "";
  const call = binary(op) ? `binary(${code}, this, other${given})` : `unary(${code}, this${given})`;
  return `  ${op.name}(${list.join(", ")}) {\n    return ${call};\n  },\n`;
};

const describe = (tools) => (op) => {
  const partials = op.partialFormulas.map((partial) => {
    const places = readsOf(op, partial, tools).map((name) => (name === "y" ? 2 : op.args.indexOf(name)));
    return isOne(partial) ? "null" : `[${places.join(", ")}]`;
  });
  return `  { name: "${op.name}", args: ${op.args.length}, params: [${params(op)
    .map(([name]) => `"${name}"`)
    .join(", ")}], partials: [${partials.join(", ")}] },\n`;
};

export function printTensorMethods(ops, _tools) {
  return `${header("The elementwise ops of Tensor.")}import { binary, unary } from "../tensor/elementwise.js";
import type { Tensor, TensorLike } from "../tensor/tensor.js";
import type { Broadcast, Fits, ShapeOf } from "../tensor/types.js";

/** One method per op of the table; shapes broadcast as in NumPy. */
export interface TensorElementwise {
${ops.map(declare).join("")}}

export const tensorMethods: Record<string, (this: Tensor, ...rest: never[]) => Tensor> = {
${ops.map(define).join("")}};
`;
}

/** src/generated/elementwise-ops.ts: what the codes of elementwise ops stand for. */
export function printElementwiseOps(ops, tools) {
  return `${header("The elementwise ops of tensors.")}import type { ElementwiseOp } from "../tensor/backend.js";

/** What the codes stand for, in their order; a partial names what it reads: 0 and 1 the arguments, 2 the result. */
export const elementwiseOps: readonly ElementwiseOp[] = [
${ops.map(describe(tools)).join("")}];
`;
}
