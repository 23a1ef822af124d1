import type { Code } from "@outgrad/ops/wasm";
import type { Lanes } from "./lanes.js";
import { Routine, range } from "./routine.js";
import { transpose } from "./transpose.js";

/**
 * Writes a vector for each k: its lanes are one number of as many lines, or of fewer lines and zeros.
 *
 * Its parameters: the address to write to and the step from vector to vector; the address to read from and its strides
 * from line to line and from k to k, all in bytes; k; the number of lines, at least 1.
 */
export function packKernel(lanes: Lanes): Code {
  const routine = new Routine(...(["to", "toStep", "from", "line", "step", "k", "lines"] as const));
  const { code, at } = routine;
  const sources = [at.from, ...range(lanes.count - 1).map(() => routine.local())];
  const groups = routine.local();
  const vectors = sources.map(() => code.local("v128"));
  const spare = sources.map(() => code.local("v128"));

  const copy = (read: readonly number[], vector: () => void) => {
    routine.repeat(() => {
      code.localGet(at.to);
      vector();
      code.v128Store();
      routine.advance(at.to, routine.get(at.toStep));
      for (const source of read) routine.advance(source, routine.get(at.step));
      routine.advance(at.k, routine.number(-1));
    }, routine.get(at.k));
  };
  /** Lines whose numbers lie together: as many vectors as lanes at once. */
  const transposeLines = () => {
    const shift = 31 - Math.clz32(lanes.count);
    routine.set(groups, routine.binary("shift", routine.get(at.k), routine.number(shift)));
    routine.when(routine.get(groups), () =>
      routine.repeat(() => {
        for (const [i, source] of sources.entries()) {
          code
            .localGet(source)
            .v128Load()
            .localSet(vectors[i] as number);
          routine.advance(source, routine.number(16));
        }
        transpose(code, vectors, spare);
        for (const vector of vectors) {
          code.localGet(at.to).localGet(vector).v128Store();
          routine.advance(at.to, routine.get(at.toStep));
        }
        routine.advance(groups, routine.number(-1));
      }, routine.get(groups)),
    );
    routine.set(at.k, routine.binary("and", routine.get(at.k), routine.number(lanes.count - 1)));
  };
  const gather = (count: number) => {
    const read = sources.slice(0, count);
    for (const [i, source] of read.slice(1).entries()) {
      routine.set(source, routine.sum(routine.get(sources[i] as number), routine.get(at.line)));
    }
    const together = routine.binary("equal", routine.get(at.step), routine.number(lanes.bytes));
    if (count === lanes.count) routine.when(together, transposeLines);
    routine.when(routine.get(at.k), () =>
      copy(read, () => {
        for (const source of read.toReversed()) code.localGet(source);
        lanes.first(code);
        for (const lane of range(count).slice(1)) lanes.load(code, lane);
      }),
    );
  };
  const gatherLines = (count: number) => {
    if (count === lanes.count) gather(count);
    else {
      routine.when(
        routine.binary("equal", routine.get(at.lines), routine.number(count)),
        () => gather(count),
        () => gatherLines(count + 1),
      );
    }
  };
  const isVector = routine.binary(
    "and",
    routine.binary("equal", routine.get(at.lines), routine.number(lanes.count)),
    routine.binary("equal", routine.get(at.line), routine.number(lanes.bytes)),
  );
  routine.when(routine.get(at.k), () =>
    routine.when(
      isVector,
      () => copy([at.from], () => code.localGet(at.from).v128Load()),
      () => gatherLines(1),
    ),
  );
  return code;
}
