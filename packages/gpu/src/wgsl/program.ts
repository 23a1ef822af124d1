/**
 * A program in WGSL, entry point `main`. Bindings 0 to inputs - 1 are storage buffers that it reads, binding `inputs` is
 * the one it writes. Most have all sizes in the text; one that is for many sizes is given whole numbers at each run, as a
 * uniform buffer in the binding after that.
 */
export interface WgslProgram {
  /** Programs with one key have one text: compile once. */
  readonly key: string;
  readonly code: string;
  /** How many workgroups to dispatch. */
  readonly workgroups: readonly [number, number, number];
  readonly inputs: number;
  /** How many whole numbers it is given at each run; 0 if absent. */
  readonly ints?: number;
  /** How many numbers it writes; at least one. */
  readonly size: number;
}

/**
 * A program and what it reads. Numbers below the plan's `inputs` are operands of the plan, `inputs + i` is the result of
 * the plan's step i, an earlier one.
 */
export interface WgslStep {
  readonly program: WgslProgram;
  readonly reads: readonly number[];
}

/** Programs that run one after the other; the result of the last one is the plan's. */
export interface WgslPlan {
  readonly inputs: number;
  readonly steps: readonly WgslStep[];
}

/** A program, and a plan that goes on from its result alone. */
export const chain = (first: WgslProgram, rest: WgslPlan): WgslPlan => ({
  inputs: first.inputs,
  steps: [
    ...single(first).steps,
    ...rest.steps.map(({ program, reads }) => ({ program, reads: reads.map((i) => first.inputs + i) })),
  ],
});

/** The plan of a single program. */
export function single(program: WgslProgram): WgslPlan {
  const { inputs } = program;
  return { inputs, steps: [{ program, reads: Array.from({ length: inputs }, (_, i) => i) }] };
}
