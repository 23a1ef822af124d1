import type { Standard } from "../../kernels/standardize.js";
import { shapeOp } from "../entry.js";
import { type Shape, sameShape } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";

const standard = (g: Tensor, x: Tensor, options: Standard): Tensor =>
  applyShapeOp("standardizeGrad", [g, x], options);

/** The mean over what is taken together, as dims of size 1. */
function meanOf(x: Tensor, { first, last }: Standard): Tensor {
  const dims = x.shape.map((_, dim) => dim).filter((dim) => dim < first || dim >= last);
  return dims.length === 0 ? x : x.mean(dims, true);
}

const same = (shapes: readonly Shape[]): Shape => shapes[0] as Shape;
const samples = (count: number) => [
  {
    shapes: Array.from({ length: count }, () => [2, 5]),
    options: { first: 0, last: 1, centered: true, eps: 0.1 },
  },
  {
    shapes: Array.from({ length: count }, () => [2, 2, 3]),
    options: { first: 1, last: 2, centered: true, eps: 1e-5 },
  },
  {
    shapes: Array.from({ length: count }, () => [2, 4]),
    options: { first: 0, last: 1, centered: false, eps: 0.1 },
  },
];

export const normOps = {
  standardize: shapeOp<Standard>({
    doc: "h = (x - mean) / sqrt(mean square of that + eps), over what agrees in some dims.",
    args: ["x"],
    shape: same,
    vjp: [(g, use) => standard(g, use.input(0), use.options)],
    samples: samples(1),
  }),
  // J g = r (g - mean(g) - h mean(g h)), with r = 1 / sqrt(mean square + eps): symmetric in its two sides, so J is its
  // own gradient for g. For x, by dr = -r^2 h dx / n and dh = J dx, and without the means of v and g if not centered:
  // d(v J g) = -r^2 h (mean(v g) - mean(v) mean(g) - mean(v h) mean(g h)) - r J (v mean(g h) + g mean(v h)).
  standardizeGrad: shapeOp<Standard>({
    doc: "The gradient of standardize for x, of that of the result and x.",
    args: ["g", "x"],
    shape: ([g, x]) => {
      if (sameShape(g as Shape, x as Shape)) return x as Shape;
      throw new RangeError("standardizeGrad: the gradient has another shape than x.");
    },
    vjp: [
      (v, use) => standard(v, use.input(1), use.options),
      (v, use) => {
        const { options } = use;
        const [g, x] = [use.input(0), use.input(1)];
        const mean = (t: Tensor): Tensor => meanOf(t, options);
        const off = options.centered ? x.sub(mean(x)) : x;
        const r = mean(off.square()).add(options.eps).sqrt().reciprocal();
        const h = applyShapeOp("standardize", [x], options);
        const [gh, vh] = [mean(g.mul(h)), mean(v.mul(h))];
        const both = mean(v.mul(g)).sub(gh.mul(vh));
        const rest = options.centered ? both.sub(mean(v).mul(mean(g))) : both;
        const turned = standard(v.mul(gh).add(g.mul(vh)), x, options);
        return h.mul(rest).mul(r.square()).add(turned.mul(r)).neg();
      },
    ],
    samples: samples(2),
  }),
};
