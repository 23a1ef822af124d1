import { checkOptions, type Tensor, type Value } from "@outgrad/engine";
import { isRow, type Row, type Rows, shown, shownShape } from "./operands/lists.js";
import { atLeast } from "./operands/numbers.js";
import { type Operand, rootOrZero } from "./operands/operand.js";
import { areTensors, broadcast } from "./operands/shapes.js";
import { alongDim, eachRow, type Sums, type Vector, type Vectors, zip } from "./rowwise.js";

/** Options of `cosineSimilarity`. */
export interface CosineOptions {
  /** The least length that is divided by; 1e-8 by default. */
  eps?: number;
}

/** Options of `cosineSimilarity` of Tensors. */
export interface CosineTensorOptions extends CosineOptions {
  /** The dim of the vectors; 1 by default, and 0 where there is only one dim. */
  dim?: number;
}

/**
 * The cosine of the angle between vectors: Σ a b / (max(|a|, eps) max(|b|, eps)), from -1 to 1, as
 * torch.nn.functional.cosine_similarity.
 *
 * a and b: Tensors that broadcast, whose `dim` goes away, as [N, D] gives [N]; or rows of Values and numbers: of two rows
 * one Value, of two lists of rows a list. A zero vector has cosine 0 with all others, and the gradient b / (eps |b|). A
 * vector shorter than eps is differentiated as it is computed; PyTorch's gradient there is another. Throws if the shapes
 * do not fit, or a list is empty or ragged.
 *
 * @example
 * cosineSimilarity(tensor([[3, 4]]), tensor([[4, 3]])).toArray() // => [0.96]
 */
export function cosineSimilarity(a: Tensor, b: Tensor, options?: CosineTensorOptions): Tensor;
export function cosineSimilarity(a: Row, b: Row, options?: CosineOptions): Value;
export function cosineSimilarity(a: ArrayLike<Row>, b: ArrayLike<Row>, options?: CosineOptions): Value[];
export function cosineSimilarity(
  a: Vectors,
  b: Vectors,
  options: CosineTensorOptions = {},
): Tensor | Value | Value[] {
  checkOptions("cosineSimilarity", options, ["dim", "eps"]);
  const { eps = 1e-8 } = options;
  atLeast("cosineSimilarity", "eps", eps, 0);
  if (areTensors("cosineSimilarity", { a, b })) {
    const [x, y] = [a as Tensor, b as Tensor];
    const shape = broadcast("cosineSimilarity", { a: x, b: y });
    const { dim = Math.min(1, shape.length - 1) } = options;
    if (!Number.isInteger(dim) || dim < -shape.length || dim >= shape.length) {
      throw new RangeError(`cosineSimilarity: ${shownShape(shape)} has no dim ${shown(dim)}.`);
    }
    const vectors = [[x.broadcastTo(shape)], [y.broadcastTo(shape)]];
    return cosine(alongDim(dim) as unknown as Sums<never>, vectors as never, eps);
  }
  const cosines = eachRow("cosineSimilarity", { a: a as Rows, b: b as Rows }, (sums, vectors) =>
    cosine(sums, vectors, eps),
  );
  return isRow((a as Rows)[0]) ? cosines : (cosines[0] as Value);
}

function cosine<N extends Operand<N>>(sums: Sums<N>, vectors: Vector<N>[], eps: number): N {
  const [a, b] = vectors as [Vector<N>, Vector<N>];
  const length = (vector: Vector<N>): N =>
    rootOrZero(sums.total(vector.map((x) => x.square())), 2).clamp(eps);
  return sums
    .total(zip(a, b, (x, y) => x.mul(y)))
    .div(length(a))
    .div(length(b));
}
