import type { Kernel } from "../kernel/kernel.js";
import type { Text, Writer } from "../kernel/writer.js";
import { fold } from "../kernels/fold.js";
import type { Step } from "../kernels/recipe.js";
import { Steps } from "../kernels/steps.js";
import { firstOf, type GraphKernels, leafReader, operandsOf, outsideOf, type SampleGraph } from "./sample.js";
import { writeGradients, writeValues } from "./write-graph.js";

/**
 * The kernels for where a thread makes one number: it computes the graph, and picks what it is for. Sums need no memory for
 * their terms: a thread goes through many samples and adds up one gradient.
 */
export function plainKernels(graph: SampleGraph): GraphKernels {
  const { key, traced } = graph;
  const outside = outsideOf(graph);
  const reads = operandsOf(graph);
  return {
    value: (samples) => [
      { kernel: perSample(graph, "value", samples, [], traced.outputs.length), reads, ints: [] },
    ],
    gradient(samples) {
      const first = firstOf(graph);
      return [{ kernel: perSample(graph, "gradient", samples, first, first.length), reads, ints: [] }];
    },
    sums(samples): readonly Step[] {
      const steps = new Steps();
      fold(steps, {
        key: `${key}, sums`,
        columns: 1 + outside.length,
        count: samples,
        combine: "sum",
        reads,
        ints: [],
        column: (w, column) => (sample, take) => {
          const { outputs, gradients } = write(w, graph, sample, outside);
          take(pick(w, [...outputs, ...gradients], column));
        },
      });
      return steps.list;
    },
  };
}

/** The outputs, or the gradients of the leaves in `wanted` if there are any, one after the other. */
function perSample(
  graph: SampleGraph,
  name: string,
  samples: number,
  wanted: readonly number[],
  width: number,
): Kernel {
  return {
    key: `${graph.key}, ${name} of ${samples}`,
    inputs: operandsOf(graph).length,
    ints: 0,
    floats: 0,
    size: samples * width,
    write(w) {
      const sample = width === 1 ? w.thread : w.int("sample", w.div(w.thread, width));
      const { outputs, gradients } = write(w, graph, sample, wanted);
      const results = wanted.length > 0 ? gradients : outputs;
      w.result(width === 1 ? (results[0] as Text) : pick(w, results, w.int("place", w.mod(w.thread, width))));
    },
  };
}

function write(w: Writer, graph: SampleGraph, sample: Text, wanted: readonly number[]) {
  const { traced } = graph;
  const leaf = leafReader(graph, sample, (array, at) => w.read(array, at));
  const values = writeValues(w, traced, leaf);
  const outputs = traced.outputs.map((output) => values[output] as Text);
  const gradients: Text[] = [];
  if (wanted.length > 0) {
    writeGradients(w, traced, values, wanted, (gradient, place) => {
      gradients[place] = gradient;
    });
  }
  return { outputs, gradients };
}

/** The text in that place of a list. */
function pick(w: Writer, texts: readonly Text[], place: Text): Text {
  const picked = w.float("picked", texts[0] as Text);
  texts.forEach((text, i) => {
    if (i > 0) w.when(`${place} == ${i}`, () => w.set(picked, text));
  });
  return picked;
}
