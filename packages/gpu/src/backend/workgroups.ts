import type { Shape, Strided } from "@outgrad/engine/backend";
import { repeated, sizeOf, view } from "@outgrad/engine/backend";
import type { Reduction } from "../kernels/options.js";
import type { Source, Step } from "../kernels/recipe.js";
import {
  attentionPlan,
  matmulPlan,
  type Product,
  reducePlan,
  rowsPlan,
  suitsTiles,
  type WgslPlan,
} from "../wgsl/index.js";

/** Kernels that use workgroup memory, and the operands for them. */
export interface Shared {
  readonly list: readonly Step[];
  readonly inputs: readonly Strided[];
}

/** Puts an operand's numbers one after the other, from the first of an array on. */
type Packed = (x: Strided) => Strided;

const plans = new Map<string, readonly Step[] | undefined>();

/** A plan as steps. Its text is long, so it is written once for each kind of operands. */
function planned(key: string, plan: () => WgslPlan | undefined): readonly Step[] | undefined {
  if (plans.has(key)) return plans.get(key);
  const list = stepsOf(plan());
  plans.set(key, list);
  return list;
}

function stepsOf(plan: WgslPlan | undefined): readonly Step[] | undefined {
  if (plan === undefined) return undefined;
  const { inputs, steps } = plan;
  const source = (i: number): Source => (i < inputs ? { input: i } : { step: i - inputs });
  return steps.map(({ program, reads }) => ({ kernel: program, reads: reads.map(source) }));
}

/** An operand that a product can read as it lies: its text has the strides in it, but not where a view begins. */
const placed = (x: Strided, packed: Packed): Strided =>
  x.offset === 0 && x.strides.every((stride) => stride >= 0) ? x : packed(x);

const shared = (list: readonly Step[] | undefined, inputs: readonly Strided[]): Shared | undefined =>
  list && { list, inputs };

function product(given: Product, inputs: readonly Strided[]): Shared | undefined {
  if (!suitsTiles(given)) return undefined;
  return shared(
    planned(`product ${JSON.stringify(given)}`, () => matmulPlan(given)),
    inputs,
  );
}

/** All rows of a batch as one matrix, where they lie evenly. */
const flat = (x: Strided, k: number): Strided => view(x, [x.size / k, k], [k, 1], x.offset);

function matmul(inputs: readonly Strided[], shape: Shape, packed: Packed): Shared | undefined {
  let [a, b] = inputs.map((x) => placed(x, packed)) as [Strided, Strided];
  if (a.shape.length === 1) a = view(a, [1, a.size], [0, a.strides[0] as number], 0);
  if (b.shape.length === 1) b = view(b, [b.size, 1], [b.strides[0] as number, 0], 0);
  const k = a.shape.at(-1) as number;
  if (k === 0) return undefined;
  if (b.shape.length === 2 && a.shape.length > 2 && a.contiguous) a = flat(a, k);
  const [m, n] = [a.shape.at(-2) as number, b.shape.at(-1) as number];
  const dims = shape.slice(0, Math.max(0, Math.max(a.shape.length, b.shape.length) - 2));
  const strides = [a, b].map((x) => {
    const outer = view(x, x.shape.slice(0, -2), x.strides.slice(0, -2), 0);
    return repeated(outer, dims);
  });
  const matrix = (x: Strided) => ({ rows: x.strides.at(-2) as number, columns: x.strides.at(-1) as number });
  const batch = dims.map((size, i) => ({ size, a: strides[0]?.[i] as number, b: strides[1]?.[i] as number }));
  return product({ m, n, k, a: matrix(a), b: matrix(b), batch }, [a, b]);
}

function linear(inputs: readonly Strided[], packed: Packed): Shared | undefined {
  const [x, w, bias] = inputs as [Strided, Strided, Strided | undefined];
  const [n, k] = w.shape as readonly [number, number];
  if (k === 0) return undefined;
  const weight = placed(w, packed);
  const rows = x.shape.length === 2 ? placed(x, packed) : flat(packed(x), k);
  const given: Product = {
    m: rows.shape[0] as number,
    n,
    k,
    a: { rows: rows.strides[0] as number, columns: rows.strides[1] as number },
    b: { rows: weight.strides[1] as number, columns: weight.strides[0] as number },
    bias: bias !== undefined,
  };
  return product(given, bias ? [rows, weight, packed(bias)] : [rows, weight]);
}

/** A reduction over dims that are neighbours. */
function reduction(
  name: "sum" | "amax" | "amin",
  x: Strided,
  { dims }: Reduction,
  packed: Packed,
): Shared | undefined {
  const first = dims[0] ?? 0;
  const end = first + dims.length;
  if (dims.length === 0 || dims.at(-1) !== end - 1 || x.size === 0) return undefined;
  const [outer, count, inner] = [
    sizeOf(x.shape.slice(0, first)),
    sizeOf(x.shape.slice(first, end)),
    sizeOf(x.shape.slice(end)),
  ];
  const list = planned(`${name} ${outer} ${count} ${inner}`, () => reducePlan(name, { outer, count, inner }));
  return shared(list, [packed(x)]);
}

/** Attention without gaps between its operands, which have the same batch. */
export function attentionSteps(
  [query, key, value]: readonly [Strided, Strided, Strided],
  { scale, isCausal }: { readonly scale: number; readonly isCausal: boolean },
  packed: Packed,
): Shared | undefined {
  const [l, e] = query.shape.slice(-2) as [number, number];
  const [s, d] = value.shape.slice(-2) as [number, number];
  const batches = [query, key, value].map(({ shape }) => shape.slice(0, -2));
  const sizes = new Set(batches.map((batch) => batch.join()));
  const given = { batch: sizeOf(batches[0] as Shape), l, s, e, d, scale, causal: isCausal };
  if (sizes.size > 1 || Object.values(given).includes(0)) return undefined;
  return shared(
    planned(`attention ${JSON.stringify(given)}`, () => attentionPlan(given)),
    [query, key, value].map(packed),
  );
}

const rowOps = new Set(
  "softmax logSoftmax softmaxGradient logSoftmaxGradient logsumexp var standardize standardizeGrad standardizeWeight".split(
    " ",
  ),
);

/** How WebGPU computes an op whose threads are faster together; undefined for another op, or where they are not. */
export function sharedSteps(
  name: string,
  inputs: readonly Strided[],
  shape: Shape,
  options: unknown,
  packed: Packed,
): Shared | undefined {
  if (name === "matmul") return matmul(inputs, shape, packed);
  if (name === "linear") return linear(inputs, packed);
  if (name === "sum" || name === "amax" || name === "amin") {
    return reduction(name, inputs[0] as Strided, options as Reduction, packed);
  }
  if (!rowOps.has(name)) return undefined;
  const shapes = inputs.map((input) => input.shape);
  const list = planned(`${name} ${JSON.stringify([shapes, options])}`, () => rowsPlan(name, shapes, options));
  return shared(list, list ? inputs.map(packed) : []);
}
