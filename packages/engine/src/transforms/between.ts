import { type OpName, opOf } from "@outgrad/ops";
import { apply, evaluate } from "../evaluate.js";
import { operandsThen, type Scalar, type Value } from "../value.js";
import type { Trace } from "./trace.js";

/** A node between inputs and outputs, with those of its operands that depend on an input. */
export interface Link {
  readonly node: Value;
  readonly operands: readonly { readonly id: number; readonly slope: () => Scalar }[];
}

/**
 * The nodes through which outputs depend on inputs, in creation order.
 *
 * @throws if an output depends on no input although it was computed from other leaves: what was detached, or
 * evaluated under noGrad, has a derivative that nobody recorded. A constant's derivative is 0, and no mistake.
 */
export function between(name: string, { inputs, outputs, differentiable }: Trace): Link[] {
  const slope = differentiable ? slopeOfValues : slopeOfNumbers;
  const dependent = new Set(inputs.map((input) => input.id));
  const found = new Map<number, Value>();
  for (const output of outputs) found.set(output.id, output);
  // A Map may grow while it is walked. What was created before the first input cannot depend on any.
  const oldest = inputs[0]?.id ?? Number.POSITIVE_INFINITY;
  for (const [id, node] of found) {
    if (id <= oldest || dependent.has(id)) continue;
    for (const operand of node.inputs) if (!found.has(operand.id)) found.set(operand.id, operand);
  }
  const links: Link[] = [];
  for (const node of [...found.values()].sort((a, b) => a.id - b.id)) {
    if (dependent.has(node.id)) continue;
    const operands = node.inputs.flatMap(({ id }, i) =>
      dependent.has(id) ? [{ id, slope: () => slope(name, node, i) }] : [],
    );
    if (operands.length === 0) continue;
    dependent.add(node.id);
    links.push({ node, operands });
  }
  for (const output of outputs) if (!dependent.has(output.id)) mustBeConstant(name, output);
  return links;
}

/** d(node)/d(input i) as a number. */
function slopeOfNumbers(_name: string, node: Value, i: number): number {
  const partial = opOf(node.op as OpName).partials[i] as (...numbers: number[]) => number;
  return partial(...operandsThen(node), ...node.params, node.data);
}

/** d(node)/d(input i) as a Scalar that remembers how it was computed: the op table's partial, over Values. */
function slopeOfValues(name: string, node: Value, i: number): Scalar {
  const { args, params, partialFormulas } = opOf(node.op as OpName);
  operandsThen(node).forEach((then, k) => {
    const input = node.inputs[k] as Value;
    if (Object.is(then, input.data)) return;
    throw new Error(
      `${name}: ${input} held ${then} when ${node.op} was computed and was set since; set data outside the function.`,
    );
  });
  const read = (word: string): Scalar => {
    if (word === "y") return node;
    const arg = args.indexOf(word);
    return arg >= 0
      ? (node.inputs[arg] as Value)
      : (node.params[Object.keys(params).indexOf(word)] as number);
  };
  return evaluate(partialFormulas[i] as (typeof partialFormulas)[number], { text: "", read });
}

function mustBeConstant(name: string, output: Value): void {
  const seen = new Map([[output.id, output]]);
  for (const [, node] of seen) {
    if (node.op === "" && node.leaf !== null) {
      throw new Error(
        `${name}: the result ${output} does not depend on the argument by anything that was recorded. Was it ` +
          "detached, computed under noGrad, or made from .data? A derivative of 0 is wanted? Return a plain constant " +
          "as sum([0]).",
      );
    }
    for (const operand of node.inputs) seen.set(operand.id, operand);
  }
}

/** a * b without a node for a factor 1. */
export function times(a: Scalar, b: Scalar): Scalar {
  if (a === 1) return b;
  return b === 1 ? a : apply("mul", [a, b]);
}

/** a + b, where nothing yet counts as nothing. */
export function plus(a: Scalar | undefined, b: Scalar): Scalar {
  return a === undefined ? b : apply("add", [a, b]);
}
