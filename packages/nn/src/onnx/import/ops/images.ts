import {
  avgPool1d,
  avgPool2d,
  conv1d,
  conv2d,
  convTranspose1d,
  convTranspose2d,
  maxPool1d,
  maxPool2d,
  ones,
  type Tensor,
} from "@outgrad/engine";
import { countOf } from "../held.js";
import type { Handler, Handlers, Node } from "../node.js";

/** How windows lie along each dim of the images. */
interface Windows {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** How many dims the images of an input have: 1 or 2. */
function rankOf(node: Node): 1 | 2 {
  const rank = node.tensor(0).shape.length - 2;
  return rank === 1 || rank === 2
    ? rank
    : node.refuse(`its input has ${rank + 2} dims; images have one or two`);
}

/** A list of an attribute, or of the usual number. */
function list(node: Node, name: string, length: number, usual: number): readonly number[] {
  const found = node.integers(name);
  if (found === undefined || found.length === 0) return Array.from({ length }, () => usual);
  return found.length === length ? found : node.refuse(`${name} has ${found.length} numbers, not ${length}`);
}

function windowsOf(node: Node, kernel: readonly number[]): Windows {
  const rank = rankOf(node);
  if (kernel.length !== rank) return node.refuse(`its kernel has ${kernel.length} dims, its images ${rank}`);
  const [stride, dilation] = [list(node, "strides", rank, 1), list(node, "dilations", rank, 1)];
  const reach = kernel.map((size, dim) => (dilation[dim] as number) * (size - 1) + 1);
  const { before, after } = paddingOf(node, stride, reach);
  const { shape } = node.tensor(0);
  const largest = shape.slice(2).map((size, dim) => {
    const spread =
      node.opType === "ConvTranspose" ? (size - 1) * (stride[dim] as number) + (reach[dim] as number) : 0;
    return Math.max(0, spread, size + (before[dim] as number) + (after[dim] as number));
  });
  countOf("what its windows go over", [...shape.slice(0, 2), ...largest]);
  return { kernel, stride, dilation, before, after };
}

/** The padding, in numbers or as it follows from a word: so much that a result has a stride's part of the input's size. */
function paddingOf(
  node: Node,
  stride: readonly number[],
  reach: readonly number[],
): Pick<Windows, "before" | "after"> {
  const { length: rank } = stride;
  const auto = node.text("auto_pad", "NOTSET");
  if (auto === "NOTSET") {
    const pads = list(node, "pads", 2 * rank, 0);
    return { before: pads.slice(0, rank), after: pads.slice(rank) };
  }
  if (auto === "VALID") return { before: stride.map(() => 0), after: stride.map(() => 0) };
  if ((auto !== "SAME_UPPER" && auto !== "SAME_LOWER") || node.opType === "ConvTranspose") {
    return node.refuse(`auto_pad ${auto} is not known here`);
  }
  const all = stride.map((step, dim) => {
    const input = node.tensor(0).shape[dim + 2] as number;
    return Math.max(0, (Math.ceil(input / step) - 1) * step + (reach[dim] as number) - input);
  });
  const [small, large] = [
    all.map((zeros) => Math.floor(zeros / 2)),
    all.map((zeros) => Math.ceil(zeros / 2)),
  ];
  return auto === "SAME_UPPER" ? { before: small, after: large } : { before: large, after: small };
}

const isEven = ({ before, after }: Windows): boolean => before.every((zeros, dim) => zeros === after[dim]);

/** x with the padding around it. */
const padded = (x: Tensor, { before, after }: Windows, value: number): Tensor =>
  x.pad(
    before
      .map((zeros, dim) => [zeros, after[dim] as number])
      .reverse()
      .flat(),
    value,
  );

const conv: Handler = (node) => {
  const [x, weight, bias] = [node.tensor(0), node.tensor(1), node.optional(2)];
  const windows = windowsOf(node, weight.shape.slice(2));
  const even = isEven(windows);
  const { stride, dilation, before } = windows;
  const options = {
    stride,
    dilation,
    groups: node.integer("group", 1),
    padding: even ? before : before.map(() => 0),
  };
  const apply = rankOf(node) === 1 ? conv1d : conv2d;
  return node.like(apply(even ? x : padded(x, windows, 0), weight, bias, options));
};

const convTranspose: Handler = (node) => {
  const [x, weight, bias] = [node.tensor(0), node.tensor(1), node.optional(2)];
  if (node.has("output_shape")) return node.refuse("an output_shape is not known here; give pads");
  const windows = windowsOf(node, weight.shape.slice(2));
  if (!isEven(windows)) return node.refuse("its pads differ before and after");
  const { stride, dilation, before, kernel } = windows;
  const outputPadding = node.integers("output_padding") ?? kernel.map(() => 0);
  const options = { stride, dilation, padding: before, outputPadding, groups: node.integer("group", 1) };
  return node.like((rankOf(node) === 1 ? convTranspose1d : convTranspose2d)(x, weight, bias, options));
};

const kernelOf = (node: Node): readonly number[] =>
  node.integers("kernel_shape") ?? node.refuse("the kernel_shape is missing");

/** Whether a pool here may begin as far outside: at most half a window. */
const isNear = (windows: Windows): boolean =>
  isEven(windows) && windows.before.every((zeros, dim) => 2 * zeros <= (windows.kernel[dim] as number));

const maxPool: Handler = (node) => {
  if (node.hasMore) return node.refuse("the places of the greatest numbers are no result here");
  const windows = windowsOf(node, kernelOf(node));
  const { kernel, stride, dilation, before } = windows;
  const near = isNear(windows);
  const x = near ? node.tensor(0) : padded(node.tensor(0), windows, Number.NEGATIVE_INFINITY);
  const padding = near ? before : before.map(() => 0);
  const options = { stride, dilation, padding, ceilMode: node.integer("ceil_mode", 0) === 1 };
  return node.like((rankOf(node) === 1 ? maxPool1d : maxPool2d)(x, kernel, options));
};

const averagePool: Handler = (node) => {
  const windows = windowsOf(node, kernelOf(node));
  const { kernel, stride, dilation, before } = windows;
  if (dilation.some((step) => step !== 1))
    return node.refuse("means over windows with gaps are not known here");
  const [countIncludePad, ceilMode] = [
    node.integer("count_include_pad", 0) === 1,
    node.integer("ceil_mode", 0) === 1,
  ];
  const pool = rankOf(node) === 1 ? avgPool1d : avgPool2d;
  const x = node.tensor(0);
  if (isNear(windows))
    return node.like(pool(x, kernel, { stride, padding: before, ceilMode, countIncludePad }));
  const sums = pool(padded(x, windows, 0), kernel, { stride, ceilMode });
  if (countIncludePad) return node.like(sums);
  const inside = padded(ones([...x.shape], { dtype: x.dtype }), windows, 0);
  return node.like(sums.div(pool(inside, kernel, { stride, ceilMode })));
};

/** Over all places of each channel. */
const global =
  (reduce: (x: Tensor, dims: readonly number[]) => Tensor): Handler =>
  (node) => {
    const x = node.tensor(0);
    return node.like(reduce(x, x.shape.map((_, dim) => dim).slice(2)));
  };

/** Convolutions and pools. */
export const imageHandlers: Handlers = {
  AveragePool: averagePool,
  Conv: conv,
  ConvTranspose: convTranspose,
  GlobalAveragePool: global((x, dims) => x.mean(dims, true)),
  GlobalMaxPool: global((x, dims) => x.amax(dims, true)),
  MaxPool: maxPool,
};
