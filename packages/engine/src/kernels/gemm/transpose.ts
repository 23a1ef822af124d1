import type { Code } from "@outgrad/ops/wasm";
import { range } from "./routine.js";

/** Sixteen bytes out of two vectors: pieces of `size` bytes, numbered through the first vector and then the second. */
const shuffle = (size: 4 | 8, ...pieces: readonly number[]): readonly number[] =>
  pieces.flatMap((piece) => range(size).map((byte) => piece * size + byte));

const merge = {
  lowFloats: shuffle(4, 0, 4, 1, 5),
  highFloats: shuffle(4, 2, 6, 3, 7),
  lowHalves: shuffle(8, 0, 2),
  highHalves: shuffle(8, 1, 3),
};

/**
 * Turns rows into columns in place: of locals that hold as many vectors as a vector has numbers, two or four. `spare` are
 * as many locals.
 */
export function transpose(code: Code, vectors: readonly number[], spare: readonly number[]): void {
  const set = (to: number, first: number, second: number, how: keyof typeof merge) => {
    code.localGet(first).localGet(second).i8x16Shuffle(merge[how]).localSet(to);
  };
  const [a, b, c, d] = vectors as readonly [number, number, number?, number?];
  const [p, q, r, s] = spare as readonly [number, number, number, number];
  if (c === undefined || d === undefined) {
    set(p, a, b, "lowHalves");
    set(b, a, b, "highHalves");
    code.localGet(p).localSet(a);
    return;
  }
  set(p, a, b, "lowFloats");
  set(q, a, b, "highFloats");
  set(r, c, d, "lowFloats");
  set(s, c, d, "highFloats");
  set(a, p, r, "lowHalves");
  set(b, p, r, "highHalves");
  set(c, q, s, "lowHalves");
  set(d, q, s, "highHalves");
}
