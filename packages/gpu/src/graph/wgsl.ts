import type { Formula } from "@outgrad/ops";
import { GpuPrinter } from "@outgrad/ops/gpu";
import { workgroupSize, workgroupsInARow } from "../kernel/wgsl.js";
import type { Text } from "../kernel/writer.js";
import type { Step } from "../kernels/recipe.js";
import type { WgslProgram } from "../wgsl/program.js";
import { reducePlan } from "../wgsl/reduce.js";
import {
  arraysOf,
  firstOf,
  type GraphKernels,
  leafReader,
  operandsOf,
  outsideOf,
  type SampleGraph,
} from "./sample.js";
import { type GraphWriter, writeGradients, writeValues } from "./write-graph.js";

/** Sums that a workgroup takes at a time: a thread takes each of them, and workgroup memory holds all of their terms. */
const atATime = 60;
/** Terms of a sum lie so far apart that threads which go through them side by side do not meet in one bank of memory. */
const apart = workgroupSize + 1;

class Lines implements GraphWriter {
  readonly list: string[] = [];
  readonly printer = new GpuPrinter("wgsl");

  float(name: string, value: Text): Text {
    this.list.push(`var ${name}: f32 = ${value};`);
    return name;
  }
  set(name: Text, value: Text): void {
    this.list.push(`${name} = ${value};`);
  }
  number(x: number): Text {
    return this.printer.number(x);
  }
  formula(formula: Formula, read: (name: string) => Text): Text {
    return this.printer.print(formula, read);
  }
}

/** The programs for WebGPU. A thread takes one sample and writes all that is wanted of it; any batch is of the same text. */
export function wgslKernels(graph: SampleGraph): GraphKernels {
  const { key, traced } = graph;
  const outside = outsideOf(graph);
  const first = firstOf(graph);
  const width = 1 + outside.length;
  const reads = operandsOf(graph);
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  const texts = {
    value: once(() => perSample(graph, [])),
    gradient: once(() => perSample(graph, first)),
    sums: once(() => sumsOfGroups(graph, outside)),
  };
  const step = (name: keyof typeof texts, samples: number, size: number): Step => {
    const groups = Math.ceil(samples / workgroupSize);
    const kernel: WgslProgram = {
      key: `${key}, ${name}`,
      code: texts[name](),
      workgroups: [Math.min(groups, workgroupsInARow), Math.ceil(groups / workgroupsInARow), 1],
      inputs: reads.length,
      ints: 1,
      size,
    };
    return { kernel, reads, ints: [samples] };
  };
  return {
    value: (samples) => [step("value", samples, samples * traced.outputs.length)],
    gradient: (samples) => [step("gradient", samples, samples * first.length)],
    sums(samples) {
      const count = Math.ceil(samples / workgroupSize);
      const own = step("sums", samples, count * width);
      if (count === 1) return [own];
      const { steps } = reducePlan("sum", { outer: 1, count, inner: width });
      // The only operand of the plan is the result of the step before it.
      const rest = steps.map(({ program, reads }): Step => {
        return { kernel: program, reads: reads.map((read) => ({ step: read })) };
      });
      return [own, ...rest];
    },
  };
}

/** Writes the outputs, or the gradients of the leaves in `wanted` if there are any, one after the other. */
function perSample(graph: SampleGraph, wanted: readonly number[]): string {
  const { traced } = graph;
  const width = wanted.length || traced.outputs.length;
  const lines = new Lines();
  const values = writeValues(lines, traced, leaves(graph));
  const store = (text: Text, place: number): void => lines.set(`result[sample * ${width} + ${place}]`, text);
  if (wanted.length > 0) writeGradients(lines, traced, values, wanted, store);
  else for (const [place, output] of traced.outputs.entries()) store(values[output] as Text, place);
  return program(graph, lines.printer, [
    `let sample = group * ${workgroupSize} + i32(thread);`,
    "if (sample >= samples) { return; }",
    ...lines.list,
  ]);
}

/** Adds the output and the gradients over the samples of each workgroup: [groups, 1 + wanted]. */
function sumsOfGroups(graph: SampleGraph, wanted: readonly number[]): string {
  const { traced } = graph;
  const width = 1 + wanted.length;
  const lines = new Lines();
  const values = writeValues(lines, traced, leaves(graph));
  let waiting = 0;
  let added = 0;
  // As soon as there are as many as memory holds: what waited for its turn would take registers.
  const add = (text: Text): void => {
    lines.set(`terms[${waiting++ * apart}u + thread]`, text);
    if (waiting < atATime && added + waiting < width) return;
    const own = `result[group * ${width} + ${added} + i32(thread)]`;
    lines.list.push(
      "workgroupBarrier();",
      `if (thread < ${waiting}u) { ${own} = sumOf(i32(thread) * ${apart}, count); }`,
      "workgroupBarrier();",
    );
    added += waiting;
    waiting = 0;
  };
  add(values[traced.outputs[0] as number] as Text);
  writeGradients(lines, traced, values, wanted, add);
  // In runs of eight, so that the error grows with the length of a run.
  const sumOf = [
    `var<workgroup> terms: array<f32, ${Math.min(atATime, width) * apart}>;`,
    "fn sumOf(begin: i32, count: i32) -> f32 {",
    "var total = 0.0;",
    "for (var first = 0; first < count; first += 8) {",
    "var some = 0.0;",
    "for (var i = first; i < min(first + 8, count); i++) { some += terms[begin + i]; }",
    "total += some;",
    "}",
    "return total;",
    "}",
  ];
  return program(
    graph,
    lines.printer,
    [
      `let count = min(samples - group * ${workgroupSize}, ${workgroupSize});`,
      "if (count <= 0) { return; }",
      `let sample = group * ${workgroupSize} + min(i32(thread), count - 1);`,
      ...lines.list,
    ],
    sumOf,
  );
}

const leaves = (graph: SampleGraph): ((leaf: number) => Text) =>
  leafReader(graph, "sample", (array, at) => `a${array}[${at}]`);

function program(
  graph: SampleGraph,
  printer: GpuPrinter,
  lines: readonly string[],
  shared: readonly string[] = [],
): string {
  const arrays = arraysOf(graph);
  // How many Values there are is known: drivers check fewer indices, and compile in half the time.
  const lengthOf = (i: number): string => (i < graph.sizes.length ? "" : `, ${graph.traced.outside.length}`);
  return [
    ...Array.from(
      { length: arrays },
      (_, i) => `@group(0) @binding(${i}) var<storage, read> a${i}: array<f32${lengthOf(i)}>;`,
    ),
    `@group(0) @binding(${arrays}) var<storage, read_write> result: array<f32>;`,
    "struct Given { samples: i32 }",
    `@group(0) @binding(${arrays + 1}) var<uniform> given: Given;`,
    ...printer.functions().map(({ text }) => text),
    ...shared,
    `@compute @workgroup_size(${workgroupSize})`,
    "fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_index) thread: u32) {",
    `let group = i32(workgroup.y * ${workgroupsInARow}u + workgroup.x);`,
    "let samples = given.samples;",
    ...lines,
    "}",
    "",
  ].join("\n");
}
