import type { OptionsOf } from "@outgrad/engine/backend";
import type { Attribute, Graph } from "../graph.js";
import { combine, fixed, type Merged, type Size, sameSize } from "../size.js";
import { regular, type Windows } from "./means.js";
import type { Call, Rules } from "./rule.js";

type Conv = OptionsOf<"conv2d">;
type Means = OptionsOf<"avgPool2d">;
type Attributes = Readonly<Record<string, Attribute>>;

const pair = (what: string, sizes: readonly Size[]): [number, number] =>
  sizes.map((size) => fixed(what, size)) as [number, number];

/** What convolutions and pools have in common. */
function windowsOf(options: Pick<Merged<Conv>, "stride" | "dilation" | "kernel">): Attributes {
  return {
    kernel_shape: { ints: pair("a kernel", options.kernel) },
    strides: { ints: pair("a stride", options.stride) },
    dilations: { ints: pair("a dilation", options.dilation) },
  };
}

type Geometry = Pick<Merged<Conv>, "stride" | "dilation" | "kernel" | "padding" | "input" | "output">;

/** [top, left, bottom, right]: as much after as before where that gives the same windows, else what the last one needs. */
function pads(options: Geometry): { ints: number[] } {
  const before = pair("a padding", options.padding);
  const after = before.map((zeros, dim) => {
    const [stride, reach] = strideAndReach(options, dim);
    const [input, output] = [options.input[dim] as Size, options.output[dim] as Size];
    const even = combine((size) => Math.floor((size + 2 * zeros - reach) / stride) + 1, input);
    if (sameSize(even, output)) return zeros;
    const needed = combine(
      (size, count) => Math.max(0, (count - 1) * stride + reach - size - zeros),
      input,
      output,
    );
    return fixed("a padding", needed);
  });
  return { ints: [...before, ...after] };
}

/** Whether as many zeros after as before give as many windows, with a part of one counted or not. */
function counts(options: Geometry, before: readonly number[], round: (x: number) => number): boolean {
  return before.every((zeros, dim) => {
    const [stride, reach] = strideAndReach(options, dim);
    const count = combine((size) => {
      const windows = round((size + 2 * zeros - reach) / stride) + 1;
      // The last one begins inside, or in the zeros before.
      return round === Math.ceil && (windows - 1) * stride >= size + zeros ? windows - 1 : windows;
    }, options.input[dim] as Size);
    return sameSize(count, options.output[dim] as Size);
  });
}

function strideAndReach(
  { stride, dilation, kernel }: Geometry,
  dim: number,
): [stride: number, reach: number] {
  const at = (sizes: readonly Size[]): number => fixed("a window", sizes[dim] as Size);
  return [at(stride), at(dilation) * (at(kernel) - 1) + 1];
}

function transposed(options: Merged<Conv>): Attributes {
  const more = [0, 1].map((dim) => {
    const parts = [
      options.input,
      options.output,
      options.stride,
      options.padding,
      options.dilation,
      options.kernel,
    ];
    const left = combine(
      (size, count, stride, zeros, dilation, kernel) =>
        (size as number) -
        ((count as number) - 1) * (stride as number) +
        2 * (zeros as number) -
        (dilation as number) * ((kernel as number) - 1) -
        1,
      ...parts.map((sizes) => sizes[dim] as Size),
    );
    return fixed("the outputPadding", left);
  });
  const before = pair("a padding", options.padding);
  return { pads: { ints: [...before, ...before] }, output_padding: { ints: more } };
}

/** Means over windows: ONNX's own where they are all alike, else products with matrices of shares. */
function averages(graph: Graph, { inputs, options }: Call<Means>): string {
  const [x] = inputs as [string];
  const { rows, columns, input } = options;
  const isGlobal = [rows, columns].every(
    ({ starts, ends, counts }, dim) =>
      starts.length === 1 &&
      starts[0] === 0 &&
      sameSize(ends[0] as Size, input[dim] as Size) &&
      sameSize(counts[0] as Size, ends[0] as Size),
  );
  if (isGlobal) return graph.node("GlobalAveragePool", [x]);
  const [height, width] = pair("the size of images", input);
  const plain = [rows, columns].map(({ starts, ends, counts }) => {
    const numbers = (sizes: readonly Size[]): number[] => sizes.map((size) => fixed("a window", size));
    return { starts: numbers(starts), ends: numbers(ends), counts: numbers(counts) };
  }) as unknown as [Windows, Windows];
  const found = regular(plain, [height, width]);
  if (found !== undefined) {
    const { kernel, stride, before, after, countsPadding } = found;
    return graph.node("AveragePool", [x], {
      kernel_shape: { ints: kernel },
      strides: { ints: stride },
      pads: { ints: [...before, ...after] },
      count_include_pad: { i: Number(countsPadding) },
    });
  }
  const shares = ({ starts, ends, counts }: Windows, size: number): number[][] =>
    starts.map((start, p) =>
      Array.from({ length: size }, (_, i) =>
        i >= start && i < (ends[p] as number) ? 1 / (counts[p] as number) : 0,
      ),
    );
  const [down, across] = [shares(plain[0], height), shares(plain[1], width)];
  const left = graph.constant(down.flat(), [down.length, height]);
  const right = graph.constant(
    Array.from({ length: width }, (_, i) => across.map((row) => row[i] as number)).flat(),
    [width, across.length],
  );
  return graph.node("MatMul", [graph.node("MatMul", [left, x]), right]);
}

/** Convolutions and pools. */
export const imageRules: Rules = {
  conv2d: (graph, { inputs, options }) =>
    graph.node("Conv", inputs, {
      ...windowsOf(options),
      pads: pads(options),
      group: { i: fixed("the number of groups", options.groups) },
    }),
  convTranspose2d: (graph, { inputs, options }) =>
    graph.node("ConvTranspose", inputs, {
      ...windowsOf(options),
      ...transposed(options),
      group: { i: fixed("the number of groups", options.groups) },
    }),
  maxPool2d: (graph, { inputs, options }) => {
    const before = pair("a padding", options.padding);
    const ceil = [Math.floor, Math.ceil].findIndex((round) => counts(options, before, round));
    const around = ceil < 0 ? pads(options) : { ints: [...before, ...before] };
    return graph.node("MaxPool", inputs, {
      ...windowsOf(options),
      pads: around,
      ceil_mode: { i: Math.max(0, ceil) },
    });
  },
  avgPool2d: averages,
};
