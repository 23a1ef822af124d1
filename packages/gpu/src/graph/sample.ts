import type { Traced } from "@outgrad/engine/backend";
import type { Text } from "../kernel/writer.js";
import type { Step } from "../kernels/recipe.js";

/** A traced function of one sample, and how the arrays lie that a batch of samples is in. */
export interface SampleGraph {
  /** Graphs with one key are the same. */
  readonly key: string;
  readonly traced: Traced;
  /** How many numbers of each argument a sample has: array i holds them sample after sample. */
  readonly sizes: readonly number[];
}

/**
 * The kernels for a batch of so many samples. They read the arrays of the arguments and then, if the function uses any, one
 * with the numbers of the Values from outside.
 */
export interface GraphKernels {
  /** The outputs, sample after sample. */
  value(samples: number): readonly Step[];
  /** The gradients with respect to the first argument, sample after sample. */
  gradient(samples: number): readonly Step[];
  /** The sum over the samples of the output, and then of the gradients with respect to the Values from outside. */
  sums(samples: number): readonly Step[];
}

/** The leaves of the first argument. */
export const firstOf = ({ sizes }: SampleGraph): readonly number[] =>
  Array.from({ length: sizes[0] ?? 0 }, (_, i) => i);

/** The leaves from outside that a gradient flows to, in the order in which their gradients are complete. */
export function outsideOf({ traced }: SampleGraph): readonly number[] {
  const uses = firstUses(traced);
  const leaves = traced.outside.map((_, i) => traced.inputs + i).filter(traced.reached);
  return leaves.sort((a, b) => (uses.get(b) ?? -1) - (uses.get(a) ?? -1));
}

/** For each node the first one that hands a gradient on to it, after which no other does. */
export function firstUses({ nodes, reached }: Traced): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  nodes.forEach((node, k) => {
    if (node.kind !== "op" || !reached(k)) return;
    for (const input of node.inputs) if (!uses.has(input)) uses.set(input, k);
  });
  return uses;
}

/** How many arrays the kernels read. */
export const arraysOf = ({ sizes, traced }: SampleGraph): number =>
  sizes.length + (traced.outside.length > 0 ? 1 : 0);

/** All of them as operands of a step. */
export const operandsOf = (graph: SampleGraph): Step["reads"] =>
  Array.from({ length: arraysOf(graph) }, (_, input) => ({ input }));

/** The text of each leaf's number, in the sample of that number; `read` is that of a number of an array. */
export function leafReader(
  { traced, sizes }: SampleGraph,
  sample: Text,
  read: (array: number, at: Text) => Text,
): (leaf: number) => Text {
  const places = sizes.flatMap((size, array) => Array.from({ length: size }, (_, i) => ({ array, size, i })));
  return (leaf) => {
    const place = places[leaf];
    if (place === undefined) return read(sizes.length, `${leaf - traced.inputs}`);
    const { array, size, i } = place;
    return read(array, size === 1 ? sample : `${sample} * ${size} + ${i}`);
  };
}
