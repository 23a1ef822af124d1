/**
 * A program for WebGPU whose threads share memory: bindings 0, 1, ... are the inputs, the next one is the result, all of
 * them arrays of f32.
 */
export interface WgslProgram {
  /** What it is, with all sizes: programs with one key have the same text. */
  readonly key: string;
  readonly code: string;
  readonly inputs: number;
  /** How many numbers the result has. */
  readonly size: number;
  readonly workgroups: readonly [x: number, y: number, z: number];
}
