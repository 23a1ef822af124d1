/** The codes of steps that are no ops; STOP, which copies, and those of ops follow (segment.ts). */
export const GATHER = 0;
export const SUM = 1;

/** Flags of a step: whether an operand is a row of lanes (else it is one number), and whether it needs a gradient. */
export const A_LANES = 1;
export const B_LANES = 2;
export const A_NEEDS = 4;
export const B_NEEDS = 8;

/**
 * A program folded into steps over rows of numbers: "the same expression for every sample" is one step with a lane
 * per sample. Numbers live in slots; a row is a run of slots, padded to whole blocks.
 *
 * Step s is an op on rows (or on single numbers, when it has one lane), `out[s] + k = op(a[s] + k, b[s] + k)`, where
 * an operand without lanes is the same for every k, and lies in no row if there are several lanes; or GATHER,
 * `out + k = indices[a + k]`, which collects what lies scattered; or SUM, `out = ((number at b) + (row at a)[0]) +
 * (row at a)[1] + ...`, all of one row. Where there is no second operand, b is -1.
 */
export interface Plan {
  readonly count: number;
  readonly code: Uint16Array;
  readonly lanes: Int32Array;
  readonly out: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly flags: Uint8Array;
  /** Where the parameters of the op stand in `params`. */
  readonly at: Int32Array;
  readonly params: Float64Array;
  readonly indices: Int32Array;
  /** Steps of one phase and number of lanes follow each other, and only look at each other lane by lane. */
  readonly phase: Int32Array;
  /** The numbers that all slots start with: zeros, and the constants. Slots 0 to leaves - 1 are the leaves. */
  readonly start: Float64Array;
  readonly leaves: number;
  /** The slots of the outputs. */
  readonly outputs: Int32Array;
}

/** Rows are computed in blocks of that many lanes, and their sums add up as blocks do (see laneSum). */
export const BLOCK = 4;

/** The slots that a row takes. */
export const roomFor = (lanes: number): number => BLOCK * Math.ceil(lanes / BLOCK);
