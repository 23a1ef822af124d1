import {
  add,
  eye,
  full,
  grad,
  linear,
  matmul,
  mean,
  ones,
  sum,
  type Tensor,
  tanh,
  tensor,
  type Value,
  value,
  zeros,
} from "@outgrad/engine";
import { describe, expectTypeOf, it } from "vitest";
import type { shapeMethods } from "../../src/tensor/shape-methods.js";
import type { TensorOps } from "../../src/tensor/tensor-ops.js";
import type { Broadcast, Fits, FitsLinear, FitsProduct } from "../../src/tensor/types.js";

const a = zeros([2, 3]);
const b = ones([3, 4]);
const row = full([3], 1);
declare const some: Tensor;
declare const n: number;

it("creation knows the shape of literals", () => {
  expectTypeOf(a).toEqualTypeOf<Tensor<[2, 3]>>();
  expectTypeOf(
    tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ).toEqualTypeOf<Tensor<[2, 3]>>();
  expectTypeOf(tensor(1)).toEqualTypeOf<Tensor<[]>>();
  expectTypeOf(tensor(Float32Array.of(1, 2), { shape: [1, 2] })).toEqualTypeOf<Tensor<[1, 2]>>();
  expectTypeOf(eye(3)).toEqualTypeOf<Tensor<[3, 3]>>();
  expectTypeOf(zeros([n, 3])).toEqualTypeOf<Tensor<[number, 3]>>();
  const list: number[] = [];
  expectTypeOf(tensor(list)).toEqualTypeOf<Tensor<[number]>>();
  expectTypeOf(zeros(list)).toEqualTypeOf<Tensor>();
  expectTypeOf(a.toArray()).toEqualTypeOf<number[][]>();
  expectTypeOf(tensor(1).toArray()).toEqualTypeOf<number>();
});

it("a Tensor of a known shape is a Tensor, and its gradient has its shape", () => {
  expectTypeOf(a).toExtend<Tensor>();
  expectTypeOf(a).not.toExtend<Tensor<[2, 4]>>();
  expectTypeOf(a.grad).toEqualTypeOf<Tensor<[2, 3]> | null>();
  expectTypeOf(a.shape).toExtend<readonly number[]>();
});

describe("elementwise", () => {
  it("broadcasts", () => {
    expectTypeOf(a.add(row)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(zeros([3, 1]).mul(zeros([1, 4]))).toEqualTypeOf<Tensor<[3, 4]>>();
    expectTypeOf(a.sub(2)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(tensor(1).div(a)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(a.exp().leakyRelu(0.1)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(zeros([n, 3]).add(row)).toEqualTypeOf<Tensor<[number, 3]>>();
    expectTypeOf(zeros([n]).add(row)).toEqualTypeOf<Tensor<[3]>>();
    expectTypeOf(a.add(some)).toEqualTypeOf<Tensor>();
    expectTypeOf(some.add(a)).toEqualTypeOf<Tensor>();
  });

  it("refuses what does not fit, in the words of the error at run time", () => {
    // @ts-expect-error the sizes 3 and 4 of dim -1 differ
    () => a.add(b);
    // @ts-expect-error the sizes 3 and 4 of dim -1 differ
    () => add(a, zeros([4]));
    // @ts-expect-error not a Tensor
    () => a.add("1");
    // @ts-expect-error not a Tensor
    () => a.add(value(1));
    expectTypeOf<
      Fits<"add", [2, 3], [4]>
    >().toEqualTypeOf<"add: the shapes [2, 3] and [4] do not fit together: the sizes 3 and 4 of dim -1 differ, and neither is 1.">();
    expectTypeOf<Fits<"add", [2, 3], [3]>>().toEqualTypeOf<unknown>();
    expectTypeOf<Broadcast<[2, 1], [4]>>().toEqualTypeOf<[2, 4]>();
  });

  it("works on unions of Tensors, as the parameters of a net are", () => {
    for (const parameter of [a, row]) {
      expectTypeOf(parameter.mul(2)).toExtend<Tensor>();
      expectTypeOf(parameter.sum()).toEqualTypeOf<Tensor<[]>>();
      expectTypeOf(parameter.toArray()).toEqualTypeOf<number[] | number[][]>();
    }
    const either = (n > 0 ? a : 2) as Tensor<[2, 3]> | number;
    expectTypeOf(a.add(either)).toEqualTypeOf<Tensor<[2, 3]>>();
  });

  it("free functions take Tensors and Values", () => {
    expectTypeOf(add(a, row)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(add(1, row)).toEqualTypeOf<Tensor<[3]>>();
    expectTypeOf(add(1, value(2))).toEqualTypeOf<Value>();
    expectTypeOf(tanh(a)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf([value(1)].map((x) => tanh(x))).toEqualTypeOf<Value[]>();
    expectTypeOf(grad(tanh)(1)).toEqualTypeOf<number>();
    expectTypeOf(sum([value(1), 2])).toEqualTypeOf<Value>();
    expectTypeOf(sum(a)).toEqualTypeOf<Tensor>();
    expectTypeOf(mean(a, 0)).toEqualTypeOf<Tensor>();
  });
});

describe("ops on shapes", () => {
  it("matmul multiplies shapes, and refuses what does not fit in one sentence", () => {
    expectTypeOf(a.matmul(b)).toEqualTypeOf<Tensor<[2, 4]>>();
    expectTypeOf(matmul(a, row)).toEqualTypeOf<Tensor<[2]>>();
    expectTypeOf(row.matmul(b)).toEqualTypeOf<Tensor<[4]>>();
    expectTypeOf(row.matmul(row)).toEqualTypeOf<Tensor<[]>>();
    expectTypeOf(a.matmul(some)).toEqualTypeOf<Tensor>();
    expectTypeOf(zeros([2, n]).matmul(b)).toEqualTypeOf<Tensor<[2, 4]>>();
    expectTypeOf(zeros([5, 2, 3]).matmul(b)).toEqualTypeOf<Tensor<[5, 2, 4]>>();
    expectTypeOf(a.matmul(zeros([5, 3, 2]))).toEqualTypeOf<Tensor>();
    // @ts-expect-error 3 columns meet 5 rows
    () => a.matmul(zeros([5, 4]));
    // @ts-expect-error 3 columns meet 2 rows
    () => matmul(a, a);
    expectTypeOf<
      FitsProduct<[2, 3], [5, 4]>
    >().toEqualTypeOf<"matmul: the shapes [2, 3] and [5, 4] do not fit together: 3 columns meet 5 rows.">();
  });

  it("transpose, reshape, broadcastTo", () => {
    expectTypeOf(a.T).toEqualTypeOf<Tensor<[3, 2]>>();
    expectTypeOf(zeros([5, 2, 3]).transpose()).toEqualTypeOf<Tensor<[5, 3, 2]>>();
    expectTypeOf(a.reshape([3, 2])).toEqualTypeOf<Tensor<[3, 2]>>();
    expectTypeOf(a.reshape([-1, 2])).toEqualTypeOf<Tensor<[number, 2]>>();
    expectTypeOf(row.broadcastTo([2, 3])).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(a.flatten()).toEqualTypeOf<Tensor>();
  });

  it("reductions", () => {
    expectTypeOf(a.sum()).toEqualTypeOf<Tensor<[]>>();
    expectTypeOf(a.sum(0)).toEqualTypeOf<Tensor<[3]>>();
    expectTypeOf(a.mean(1, true)).toEqualTypeOf<Tensor<[2, 1]>>();
    expectTypeOf(a.amax(-1)).toEqualTypeOf<Tensor<[2]>>();
    expectTypeOf(zeros([4, 2, 3]).mean(-2, true)).toEqualTypeOf<Tensor<[4, 1, 3]>>();
    expectTypeOf(a.sum([0, 1])).toEqualTypeOf<Tensor>();
    expectTypeOf(some.sum(0)).toEqualTypeOf<Tensor>();
    expectTypeOf(a.softmax(1).logSoftmax(0)).toEqualTypeOf<Tensor<[2, 3]>>();
    expectTypeOf(linear(a, zeros([4, 3]))).toEqualTypeOf<Tensor<[2, 4]>>();
    expectTypeOf(zeros([5, 2, n]).linear(zeros([4, 3]), zeros([4]))).toEqualTypeOf<Tensor<[5, 2, 4]>>();
    expectTypeOf(some.linear(some)).toEqualTypeOf<Tensor>();
    // @ts-expect-error x is [2, 3], but the weight [3, 4] takes 4 numbers in the last dim
    () => a.linear(b);
    expectTypeOf<
      FitsLinear<[2, 3], [2, 4]>
    >().toEqualTypeOf<"linear: x is [2, 3], but the weight [2, 4] takes 4 numbers in the last dim.">();
  });
});

it("TensorOps, which gradient rules are written against, and its methods have the same names", () => {
  expectTypeOf<keyof TensorOps>().toEqualTypeOf<keyof typeof shapeMethods>();
  expectTypeOf<TensorOps>().toExtend<Pick<Tensor, keyof TensorOps>>();
});
