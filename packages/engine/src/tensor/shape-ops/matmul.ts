import { shapeOp } from "../entry.js";
import { broadcast, type Shape, show } from "../shape.js";
import { applyShapeOp } from "../shape-op.js";
import type { Tensor } from "../tensor.js";
import type { FitsLinear, FitsProduct, Mapped, Product, ShapeOf } from "../types.js";
import { unbroadcast } from "../unbroadcast.js";

/** Products of matrices. */
export interface MatmulMethods {
  /**
   * The matrix product by torch.matmul's rules: of two vectors their dot product, of matrices [m, k] and [k, n] one of
   * [m, n]; dims before the last two are a batch and broadcast; a vector stands for one row on the left, one column
   * on the right, which the result does not have.
   */
  matmul<A extends Tensor, B extends Tensor>(
    this: A,
    b: B & FitsProduct<ShapeOf<A>, ShapeOf<B>>,
  ): Tensor<Product<ShapeOf<A>, ShapeOf<B>>>;
  /**
   * x weightᵀ + bias, the map of a linear layer: of [..., in] with a weight of [out, in] and, if given, a bias of [out]
   * to [..., out].
   */
  linear<X extends Tensor, W extends Tensor>(
    this: X,
    weight: W & FitsLinear<ShapeOf<X>, ShapeOf<W>>,
    bias?: Tensor,
  ): Tensor<Mapped<ShapeOf<X>, ShapeOf<W>>>;
}

const none = {};

export const matmulOps = {
  matmul: shapeOp<object>({
    doc: "Matrix product.",
    args: ["a", "b"],
    shape: ([a, b]) => productShape(a as Shape, b as Shape),
    vjp: [
      (g, use) => {
        const [, b, G] = matrices(g, use.shape(0), use.shape(1), undefined, use.input(1));
        return fold(G.matmul((b as Tensor).transpose()), use.shape(0), "row");
      },
      (g, use) => {
        const [a, , G] = matrices(g, use.shape(0), use.shape(1), use.input(0), undefined);
        const left = a as Tensor;
        // Of one matrix for a whole batch the gradient is one product over all rows, not a batch of them to be summed.
        if (use.shape(1).length <= 2 && left.shape.length > 2 && G.shape.length === left.shape.length) {
          return fold(rows(left).transpose().matmul(rows(G)), use.shape(1), "column");
        }
        return fold(left.transpose().matmul(G), use.shape(1), "column");
      },
    ],
    samples: [
      [
        [2, 3],
        [3, 4],
      ],
      [[3], [3]],
      [[3], [3, 2]],
      [[2, 3], [3]],
      [
        [2, 2, 3],
        [3, 2],
      ],
      [
        [2, 1, 2, 3],
        [3, 3, 2],
      ],
      [[3], [2, 3, 2]],
      [[2, 2, 3], [3]],
      [
        [2, 0],
        [0, 3],
      ],
    ].map((shapes) => ({ shapes, options: none })),
  }),
  linear: shapeOp<object>({
    doc: "x weightᵀ + bias.",
    args: ["x", "weight", "bias"],
    shape: ([x, weight, bias]) => linearShape(x as Shape, weight as Shape, bias),
    vjp: [
      (g, use) => g.matmul(use.input(1)),
      (g, use) => {
        const x = use.input(0);
        return x.shape.length === 1
          ? g.unsqueeze(1).matmul(x.unsqueeze(0))
          : rows(g).transpose().matmul(rows(x));
      },
      (g) => (g.shape.length === 1 ? g : rows(g).sum(0)),
    ],
    samples: [
      [[4, 3], [2, 3], [2]],
      [
        [2, 2, 3],
        [2, 3],
      ],
      [[3], [2, 3], [2]],
    ].map((shapes) => ({ shapes, options: none })),
  }),
};

function productShape(a: Shape, b: Shape): Shape {
  if (a.length === 0 || b.length === 0) {
    throw new RangeError(
      `matmul: the shapes are ${show(a)} and ${show(b)}; a single number has no rows: use mul.`,
    );
  }
  const inner = a.at(-1) as number;
  const meets = (b.length === 1 ? b[0] : b.at(-2)) as number;
  if (inner !== meets) {
    throw new RangeError(
      `matmul: the shapes ${show(a)} and ${show(b)} do not fit together: ${inner} columns meet ${meets} rows.`,
    );
  }
  const batch =
    a.length === 2 && b.length === 2 ? [] : broadcast("matmul, batch", a.slice(0, -2), b.slice(0, -2));
  return [...batch, ...a.slice(-2, -1), ...(b.length === 1 ? [] : b.slice(-1))];
}

function linearShape(x: Shape, weight: Shape, bias: Shape | undefined): Shape {
  if (weight.length !== 2)
    throw new RangeError(`linear: expected a weight of shape [out, in], got ${show(weight)}.`);
  const [out, features] = weight as [number, number];
  if (x.at(-1) !== features) {
    throw new RangeError(
      `linear: x is ${show(x)}, but the weight ${show(weight)} takes ${features} numbers in the last dim.`,
    );
  }
  if (bias && (bias.length !== 1 || bias[0] !== out)) {
    throw new RangeError(`linear: the weight ${show(weight)} needs a bias of [${out}], got ${show(bias)}.`);
  }
  return [...x.slice(0, -1), out];
}

/** All rows of a batch in one matrix. */
const rows = (x: Tensor): Tensor => (x.shape.length === 2 ? x : x.flatten(0, -2));

/** The operands and the gradient of their product with a vector as a matrix of one row or column. */
function matrices(
  g: Tensor,
  aShape: Shape,
  bShape: Shape,
  a: Tensor | undefined,
  b: Tensor | undefined,
): [Tensor | undefined, Tensor | undefined, Tensor] {
  const column = bShape.length === 1 ? g.unsqueeze(-1) : g;
  return [
    aShape.length === 1 ? a?.unsqueeze(0) : a,
    bShape.length === 1 ? b?.unsqueeze(1) : b,
    aShape.length === 1 ? column.unsqueeze(-2) : column,
  ];
}

/** A gradient in its operand's shape: summed over the batch that the operand was broadcast to. */
function fold(g: Tensor, shape: Shape, vector: "row" | "column"): Tensor {
  if (shape.length !== 1) return unbroadcast(g, shape);
  const size = shape[0] as number;
  return unbroadcast(g, vector === "row" ? [1, size] : [size, 1]).reshape(shape);
}

export const matmulMethods = {
  matmul(this: Tensor, b: Tensor): Tensor {
    return applyShapeOp("matmul", [this, b], none);
  },
  linear(this: Tensor, weight: Tensor, bias?: Tensor): Tensor {
    return linear(this, weight, bias);
  },
};

/** The matrix product of a and b; see the method. */
export function matmul<A extends Tensor, B extends Tensor>(
  a: A,
  b: B & FitsProduct<ShapeOf<A>, ShapeOf<B>>,
): Tensor<Product<ShapeOf<A>, ShapeOf<B>>> {
  return applyShapeOp("matmul", [a, b], none) as never;
}

/** x weightᵀ + bias; see the method. */
export function linear<X extends Tensor, W extends Tensor>(
  x: X,
  weight: W & FitsLinear<ShapeOf<X>, ShapeOf<W>>,
  bias?: Tensor,
): Tensor<Mapped<ShapeOf<X>, ShapeOf<W>>> {
  return applyShapeOp("linear", bias === undefined ? [x, weight] : [x, weight, bias], none) as never;
}
