import type { Standard } from "../../kernels/standardize.js";
import { shapeOp } from "../entry.js";
import { type Shape, sameShape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";

/** The mean over what is taken together, as dims of size 1. */
function meanOf(x: Tensor, { first, last }: Standard): Tensor {
  const dims = x.shape.map((_, dim) => dim).filter((dim) => dim < first || dim >= last);
  return dims.length === 0 ? x : x.mean(dims, true);
}

/** The dims that weight and bias have, from the first up to but not including the last. */
const weighed = ({ first, last, weighs }: Standard, rank: number): readonly [number, number] =>
  weighs === "kept" ? [first, last] : [last, rank];

/** A weight in a shape that broadcasts to x. */
function spread(weight: Tensor, rank: number, options: Standard): Tensor {
  const [, end] = weighed(options, rank);
  return weight.reshape([...weight.shape, ...Array.from({ length: rank - end }, () => 1)]);
}

/** The sum over all dims that a weight does not have. */
function gathered(g: Tensor, options: Standard): Tensor {
  const [start, end] = weighed(options, g.shape.length);
  const dims = g.shape.map((_, dim) => dim).filter((dim) => dim < start || dim >= end);
  return dims.length === 0 ? g : g.sum(dims);
}

const standardized = (x: Tensor, options: Standard): Tensor => applyShapeOp("standardize", [x], options);
/** J v, or J (v weight). */
const slopes = (v: Tensor, x: Tensor, options: Standard, ...weight: Tensor[]): Tensor =>
  applyShapeOp("standardizeGrad", [v, x, ...weight], options);

const shapesFor = (x: Shape, options: Standard, pattern: string): Shape[] =>
  [...pattern].map((kind) => (kind === "x" ? x : x.slice(...weighed(options, x.length))));
const samplesFor = (...patterns: string[]) =>
  patterns.flatMap((pattern) => {
    const rows: Standard = { first: 0, last: 1, centered: true, eps: 0.1, weighs: "rest" };
    const channels: Standard = { first: 1, last: 2, centered: true, eps: 1e-5, weighs: "kept" };
    return [
      { shapes: shapesFor([2, 5], rows, pattern), options: rows },
      { shapes: shapesFor([2, 2, 3], channels, pattern), options: channels },
      { shapes: shapesFor([2, 4], rows, pattern), options: { ...rows, centered: false } },
    ];
  });

// h = J's own point: J v = r (v - mean(v) - h mean(v h)) with r = 1 / sqrt(mean square + eps), symmetric in its two
// sides. By dr = -r^2 h dx / n and dh = J dx, and without the means of u and v if not centered,
// d(v J u) = -r^2 h (mean(v u) - mean(v) mean(u) - mean(v h) mean(u h)) - r J (v mean(u h) + u mean(v h)).
function turned(v: Tensor, u: Tensor, x: Tensor, options: Standard): Tensor {
  const mean = (t: Tensor): Tensor => meanOf(t, options);
  const off = options.centered ? x.sub(mean(x)) : x;
  const r = mean(off.square()).add(options.eps).sqrt().reciprocal();
  const h = standardized(x, options);
  const [uh, vh] = [mean(u.mul(h)), mean(v.mul(h))];
  const both = mean(v.mul(u)).sub(uh.mul(vh));
  const rest = options.centered ? both.sub(mean(v).mul(mean(u))) : both;
  return h
    .mul(rest)
    .mul(r.square())
    .add(slopes(v.mul(uh).add(u.mul(vh)), x, options).mul(r))
    .neg();
}

export const normOps = {
  standardize: shapeOp<Standard>({
    doc: "h = (x - mean) / sqrt(mean square of that + eps), over what agrees in some dims; then h weight + bias.",
    args: ["x", "weight", "bias"],
    shape: ([x, ...rest], options) => {
      const wanted = (x as Shape).slice(...weighed(options, (x as Shape).length));
      const other = rest.find((shape) => !sameShape(shape, wanted));
      if (other === undefined) return x as Shape;
      throw new RangeError(
        `standardize: expected a weight and a bias of ${show(wanted)}, got ${show(other)}.`,
      );
    },
    vjp: [
      (g, use) => {
        const weight = use.y.inputs.length > 1 ? [use.input(1)] : [];
        return slopes(g, use.input(0), use.options, ...weight);
      },
      (g, use) => applyShapeOp("standardizeWeight", [g, use.input(0)], use.options),
      (g, use) => gathered(g, use.options),
    ],
    samples: samplesFor("x", "xw", "xww"),
  }),
  standardizeGrad: shapeOp<Standard>({
    doc: "The gradient of standardize for x, of that of the result, x and perhaps the weight.",
    args: ["g", "x", "weight"],
    shape: ([, x]) => x as Shape,
    vjp: [
      (v, use) => {
        const back = slopes(v, use.input(1), use.options);
        return use.y.inputs.length > 2 ? back.mul(spread(use.input(2), v.shape.length, use.options)) : back;
      },
      (v, use) => {
        const [g, x, { options }] = [use.input(0), use.input(1), use];
        const u = use.y.inputs.length > 2 ? g.mul(spread(use.input(2), v.shape.length, options)) : g;
        return turned(v, u, x, options);
      },
      (v, use) => gathered(slopes(v, use.input(1), use.options).mul(use.input(0)), use.options),
    ],
    samples: samplesFor("xx", "xxw"),
  }),
  standardizeWeight: shapeOp<Standard>({
    doc: "The gradient of standardize for the weight, of that of the result and x.",
    args: ["g", "x"],
    shape: ([x], options) => (x as Shape).slice(...weighed(options, (x as Shape).length)),
    vjp: [
      (v, use) => {
        const x = use.input(1);
        return standardized(x, use.options).mul(spread(v, x.shape.length, use.options));
      },
      (v, use) => slopes(use.input(0), use.input(1), use.options, v),
    ],
    samples: samplesFor("xx"),
  }),
};
