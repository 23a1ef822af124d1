import { type Tensor, tensor, type Value, value } from "@outgrad/engine";
import { expectTypeOf, test } from "vitest";
import {
  bce,
  cosineSimilarity,
  crossEntropy,
  huber,
  klDiv,
  mse,
  nll,
  softmax,
  tripletMargin,
} from "../src/index.js";

const x = tensor([
  [1, 2],
  [3, 4],
]);
const row = [value(1), 2];
const none = { reduction: "none" } as const;

test("Tensors give a Tensor: of one number, or with reduction none of the losses", () => {
  expectTypeOf(mse(x, x)).toEqualTypeOf<Tensor<[]>>();
  expectTypeOf(huber(x, x, { delta: 2, reduction: "sum" })).toEqualTypeOf<Tensor<[]>>();
  expectTypeOf(bce(x, x, none)).toEqualTypeOf<Tensor<[2, 2]>>();
  expectTypeOf(klDiv(x, x, { reduction: "batchmean" })).toEqualTypeOf<Tensor<[]>>();
  expectTypeOf(crossEntropy(x, [0, 1])).toEqualTypeOf<Tensor<[]>>();
  expectTypeOf(crossEntropy(x, tensor([0, 1]), none)).toEqualTypeOf<Tensor>();
  expectTypeOf(tripletMargin(x, x, x)).toEqualTypeOf<Tensor<[]>>();
  expectTypeOf(softmax(x)).toEqualTypeOf<Tensor<[2, 2]>>();
});

test("lists give a Value, or with reduction none a list", () => {
  expectTypeOf(mse(row, row)).toEqualTypeOf<Value>();
  expectTypeOf(mse([row], [row], none)).toEqualTypeOf<Value[]>();
  expectTypeOf(nll(row, 1)).toEqualTypeOf<Value>();
  expectTypeOf(crossEntropy([row], [1], none)).toEqualTypeOf<Value[]>();
  expectTypeOf(cosineSimilarity(row, row)).toEqualTypeOf<Value>();
  expectTypeOf(cosineSimilarity([row], [row])).toEqualTypeOf<Value[]>();
  expectTypeOf(softmax([row])).toEqualTypeOf<Value[][]>();
});

test("Tensors and lists do not mix", () => {
  // @ts-expect-error a list beside a Tensor
  expectTypeOf(mse).toBeCallableWith(x, [1, 2]);
  // @ts-expect-error a reduction that is none
  expectTypeOf(mse).toBeCallableWith(x, x, { reduction: "avg" });
  // @ts-expect-error batchmean is klDiv's
  expectTypeOf(huber).toBeCallableWith(x, x, { reduction: "batchmean" });
});
