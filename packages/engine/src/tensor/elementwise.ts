import { type Op, type OpName, opOf } from "@outgrad/ops";
import { elementwiseOps } from "../generated/elementwise-ops.js";
import { addKernels } from "../kernels/elementwise.js";
import { isForgetting, isWatching } from "../mode.js";
import { backend, type ElementwiseOp } from "./backend.js";
import { bornIn, refuse } from "./born.js";
import { dtypeOf } from "./dtype.js";
import { evaluatePartial } from "./formula.js";
import { tensorOperandError } from "./operand.js";
import type { Rule } from "./rule.js";
import { broadcast, type Shape } from "./shape.js";
import { dense, type Strided } from "./strided.js";
import { Tensor, type TensorLike } from "./tensor.js";
import { unbroadcast } from "./unbroadcast.js";

/** The chain rule of an op of the table: the gradient times the partials, summed over what was broadcast. */
class ElementwiseRule implements Rule {
  readonly name: string;
  readonly code: number;
  readonly partials: ElementwiseOp["partials"];

  constructor({ name, partials }: ElementwiseOp, code: number) {
    this.name = name;
    this.code = code;
    this.partials = partials;
  }

  vjp(node: Tensor, g: Tensor, i: number, differentiable: boolean): Tensor {
    const shape = (node.saved[i] as Strided).shape;
    const reads = this.partials[i];
    if (!reads) return unbroadcast(g, shape);
    if (differentiable) return unbroadcast(evaluatePartial(node, g, i), shape);
    const { code } = this;
    const params = node.options as readonly number[];
    const numbers = reads.map((place) => (place === 2 ? node.strided : (node.saved[place] as Strided)));
    return unbroadcast(new Tensor(backend.partial(code, i, node.shape, params, g.numbers, numbers)), shape);
  }
}

const rules: ElementwiseRule[] = elementwiseOps.map((op, code) => new ElementwiseRule(op, code));
const none: readonly never[] = [];

/** The name of the elementwise op with this code, of the table or a user's, and what its partials read. */
export const elementwiseOp = (code: number): Pick<ElementwiseOp, "name" | "partials"> =>
  rules[code] as ElementwiseRule;

/** The code of an elementwise op, -1 if there is none of that name. */
export const elementwiseCode = (name: string): number => rules.findIndex((rule) => rule.name === name);

/** An op of one argument. */
export function unary(code: number, a: Tensor, params: readonly number[] = none): Tensor {
  if (params !== none) checkParams(code, params);
  const x = a.numbers;
  const y = backend.elementwise(code, x.shape, params, x);
  const records = a.needsGrad && !isForgetting();
  const result = records ? new Tensor(y, true, rules[code], [a], [x], params) : new Tensor(y);
  if (isWatching()) refuse(bornIn(result, (rules[code] as Rule).name, [a], [x], params));
  return result;
}

/** An op of two arguments, which broadcast. */
export function binary(code: number, a: Tensor, other: TensorLike, params: readonly number[] = none): Tensor {
  if (params !== none) checkParams(code, params);
  const b = typeof other === "number" ? constant(other, a) : other;
  if (!(b instanceof Tensor)) throw tensorOperandError((rules[code] as Rule).name, other);
  if (a.dtype !== b.dtype) return binary(code, a.to("float64"), b.to("float64"), params);
  const x = a.numbers;
  const y = b.numbers;
  const shape = broadcast((rules[code] as Rule).name, x.shape, y.shape);
  const z = backend.elementwise(code, shape, params, x, y);
  const records = (a.needsGrad || b.needsGrad) && !isForgetting();
  const result = records ? new Tensor(z, true, rules[code], [a, b], [x, y], params) : new Tensor(z);
  if (isWatching()) refuse(bornIn(result, (rules[code] as Rule).name, [a, b], [x, y], params));
  return result;
}

const scalar: Shape = [];

/** A plain number beside a Tensor: it has the Tensor's dtype. */
function constant(x: number, { dtype }: Tensor): Tensor {
  const data = dtype === "float64" ? new Float64Array(1) : new Float32Array(1);
  data[0] = x;
  return new Tensor(dense(data, dtypeOf(data), scalar));
}

function checkParams(code: number, params: readonly number[]): void {
  const wrong = params.findIndex((param) => typeof param !== "number");
  if (wrong < 0) return;
  const { name } = rules[code] as Rule;
  const param = Object.keys(opOf(name as OpName).params)[wrong];
  throw new TypeError(`Tensor.${name}: expected a number for ${param}, got ${String(params[wrong])}.`);
}

/** Makes a user's op known, and gives its method. */
export function methodOf(op: Op): (this: Tensor, ...given: unknown[]) => Tensor {
  const { name, args, params } = op;
  const code = addKernels(op);
  const all = [...args.map((_, i) => i), 2];
  const entry = { name, args: args.length, params: Object.keys(params), partials: args.map(() => all) };
  rules[code] = new ElementwiseRule(entry, code);
  const usual = Object.values(params);
  return function (this: Tensor, ...given) {
    const numbers = usual.map((value, i) => (given[args.length - 1 + i] ?? value) as number);
    if (args.length === 1) return unary(code, this, numbers);
    return binary(code, this, given[0] as TensorLike, numbers);
  };
}
