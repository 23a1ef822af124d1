import type { Kernel } from "../kernel/kernel.js";
import type { Text, Writer } from "../kernel/writer.js";
import { fold } from "../kernels/fold.js";
import type { Step } from "../kernels/recipe.js";
import { Steps } from "../kernels/steps.js";
import { firstOf, type GraphKernels, leafReader, operandsOf, outsideOf, type SampleGraph } from "./sample.js";
import { writeGradients, writeValues } from "./write-graph.js";

/**
 * The kernels for where a thread makes one number: it computes the graph, and picks what it is for. Sums are made of the
 * numbers of all samples afterwards: some drivers take minutes to compile a loop around a graph.
 */
export function plainKernels(graph: SampleGraph): GraphKernels {
  const { traced } = graph;
  const outside = outsideOf(graph);
  const first = firstOf(graph);
  const width = 1 + outside.length;
  const step = (name: string, samples: number, count: number, texts: Texts): Step => ({
    kernel: perSample(graph, `${name} of ${samples}`, samples, count, texts),
    reads: operandsOf(graph),
    ints: [],
  });
  return {
    value: (samples) => [
      step("value", samples, traced.outputs.length, (w, sample) => write(w, graph, sample, []).outputs),
    ],
    gradient: (samples) => [
      step("gradient", samples, first.length, (w, sample) => write(w, graph, sample, first).gradients),
    ],
    sums(samples) {
      const steps = new Steps();
      const terms = step("terms", samples, width, (w, sample) => {
        const { outputs, gradients } = write(w, graph, sample, outside);
        return [...outputs, ...gradients];
      });
      fold(steps, {
        key: "samples",
        columns: width,
        count: samples,
        combine: "sum",
        reads: [steps.add(terms.kernel as Kernel, terms.reads)],
        ints: [],
        column: (w, column) => (sample, take) => take(w.read(0, `${sample} * ${width} + ${column}`)),
      });
      return steps.list;
    },
  };
}

/** Writes the graph of a sample, and gives what is wanted of it. */
type Texts = (w: Writer, sample: Text) => readonly Text[];

/** So many numbers of each sample, one after the other. */
function perSample(graph: SampleGraph, name: string, samples: number, count: number, texts: Texts): Kernel {
  return {
    key: `${graph.key}, ${name}`,
    inputs: operandsOf(graph).length,
    ints: 0,
    floats: 0,
    size: samples * count,
    write(w) {
      const sample = count === 1 ? w.thread : w.int("sample", w.div(w.thread, count));
      const wanted = texts(w, sample);
      w.result(count === 1 ? (wanted[0] as Text) : pick(w, wanted, w.int("place", w.mod(w.thread, count))));
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
