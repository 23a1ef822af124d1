import { type OpName, opOf } from "@outgrad/ops";
import { elementwiseOps } from "../../generated/elementwise-ops.js";
import type { ElementwiseOp, ElementwiseStep } from "../../tensor/backend.js";
import type { Strided } from "../../tensor/strided.js";
import type { Cursor } from "../loops.js";
import type { Chain, Statement, Wire } from "./chain.js";
import { type ElementFormula, partialOf, resultOf } from "./element.js";
import { warmingChain } from "./wasm.js";

/**
 * Elementwise steps as one function.
 *
 * Floor: equals the steps one by one, bit for bit (test/tensor/fuse.test.ts). Trick: one pass in WebAssembly, in which
 * a result stays in a register until the next formula reads it. It buys the reading and writing of what is between. It
 * gives up: the numbers of results that are not stored.
 */
export function fuseSteps(
  steps: readonly ElementwiseStep[],
  stored: ReadonlySet<ElementwiseStep>,
): () => void {
  const elements = steps.map(elementOf);
  const { chain, inputs, numbers } = wired(steps, elements, stored);
  const { dtype, size } = (steps[0] as ElementwiseStep).result;
  const results = steps
    .filter((step) => stored.has(step))
    .map(({ result }) => ({ data: result.data, at: result.offset }));
  const fast = warmingChain(dtype, elements, chain);
  return () => {
    const run = fast(size);
    if (
      run?.(
        size,
        numbers.map((read) => read()),
        inputs,
        results,
      )
    )
      return;
    for (const step of steps) step.run();
  };
}

/** The formula of a step. */
function elementOf({ code, partial }: ElementwiseStep): ElementFormula {
  const entry = elementwiseOps[code] as ElementwiseOp;
  const op = opOf(entry.name as OpName);
  return partial === null ? resultOf(op) : partialOf(op, partial, entry.partials[partial] ?? []);
}

interface Wired {
  readonly chain: Chain;
  readonly inputs: readonly Cursor[];
  /** Reads the numbers that all elements have in common. */
  readonly numbers: readonly (() => number)[];
}

/** Says for every name of every formula where its numbers come from. */
function wired(
  steps: readonly ElementwiseStep[],
  elements: readonly ElementFormula[],
  stored: ReadonlySet<ElementwiseStep>,
): Wired {
  const inputs: Cursor[] = [];
  const numbers: (() => number)[] = [];
  const statementOf = new Map(steps.map(({ result }, index) => [result.data, index]));
  const number = (read: () => number): Wire => ({ from: "number", index: numbers.push(read) - 1 });
  const wireOf = (operand: Strided, reader: number): Wire => {
    const { data, offset, size } = operand;
    const made = statementOf.get(data);
    if (made !== undefined && made < reader) return { from: "statement", index: made };
    if (size !== (steps[0] as ElementwiseStep).result.size || !operand.contiguous)
      return number(() => data[offset] as number);
    const known = inputs.findIndex((input) => input.data === data && input.at === offset);
    if (known >= 0) return { from: "input", index: known };
    return { from: "input", index: inputs.push({ data, at: offset, row: 0, column: 1 }) - 1 };
  };
  const statements = steps.map((step, i): Statement => {
    const { formula, names, params } = elements[i] as ElementFormula;
    const reads = new Map<string, Wire>([
      ...names.map((name, k) => [name, wireOf(step.operands[k] as Strided, i)] as const),
      ...params.map((name, k) => [name, number(() => step.params[k] as number)] as const),
    ]);
    return { formula, reads, isStored: stored.has(step) };
  });
  return { chain: { inputs: inputs.length, numbers: numbers.length, statements }, inputs, numbers };
}
