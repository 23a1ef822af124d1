import { callsIn, type Formula, type Op } from "@outgrad/ops";
import type { Chain, Wire } from "./chain.js";

/** What a kernel computes of each element: a formula of the operands in `names`, the first cursor's first. */
export interface ElementFormula {
  readonly formula: Formula;
  readonly names: readonly string[];
  /** The names of its parameters, in order; it need not read them. */
  readonly params: readonly string[];
}

/** y of an op. */
export const resultOf = ({ formula, args, params }: Op): ElementFormula => ({
  formula,
  names: args,
  params: Object.keys(params),
});

/** The gradient times a local derivative, added to 0 as Value's gradients are; `reads` are 0 and 1 for its arguments and 2 for y. */
export function partialOf(
  { partialFormulas, args, params }: Op,
  i: number,
  reads: readonly number[],
): ElementFormula {
  const span = [0, 0] as const;
  const partial = partialFormulas[i] as Formula;
  const g = { kind: "name", name: "g", span } as const;
  const term = { kind: "binary", operator: "*", left: g, right: partial, span } as const;
  const zero = { kind: "number", value: 0, span } as const;
  return {
    formula: { kind: "binary", operator: "+", left: zero, right: term, span },
    names: ["g", ...reads.map((read) => args[read] ?? "y")],
    params: Object.keys(params),
  };
}

const instructions = new Set(["sqrt", "abs", "floor", "round"]);

/** Whether it calls what takes many instructions. */
export const isLong = ({ formula }: ElementFormula): boolean =>
  [...callsIn(formula)].some((name) => !instructions.has(name));

/** The formula alone as a chain. */
export const chainOf = ({ formula, names, params }: ElementFormula): Chain => ({
  inputs: names.length,
  numbers: params.length,
  statements: [
    {
      formula,
      reads: new Map<string, Wire>([
        ...names.map((name, index) => [name, { from: "input", index }] as const),
        ...params.map((name, index) => [name, { from: "number", index }] as const),
      ]),
      isStored: true,
    },
  ],
});
