import {
  grad,
  gradients,
  hessian,
  hvp,
  jacobian,
  jvp,
  noGrad,
  type Tensor,
  tensor,
  valueAndGrad,
  vjp,
} from "@outgrad/engine";
import { expect, it } from "vitest";

const cubes = (x: Tensor): Tensor => x.pow(3).sum();

it("grad(f)(x) is a Tensor of x's shape, and nests to any order", () => {
  const x = tensor([
    [1, 2],
    [3, -1],
  ]);
  expect(grad(cubes)(x).toArray()).toEqual([
    [3, 12],
    [27, 3],
  ]);
  const total = (y: Tensor): Tensor => grad(cubes)(y).sum();
  expect(grad(total)(x).toArray()).toEqual([
    [6, 12],
    [18, -6],
  ]);
  expect([x.requiresGrad, x.grad]).toEqual([false, null]);
});

it("valueAndGrad takes lists and plain objects of Tensors, and gives gradients in the same shape", () => {
  interface Net {
    readonly w: Tensor;
    readonly b: readonly Tensor[];
  }
  const f = ({ w, b }: Net, x: Tensor): Tensor =>
    x
      .matmul(w)
      .add(b[0] as Tensor)
      .square()
      .mean();
  const net: Net = { w: tensor([[1], [2]]), b: [tensor([0.5])] };
  const [loss, { w, b }] = valueAndGrad(f)(
    net,
    tensor([
      [1, 1],
      [0, 2],
    ]),
  );
  expect([loss.item(), loss.requiresGrad]).toEqual([(3.5 ** 2 + 4.5 ** 2) / 2, false]);
  expect([w.toArray(), b.map((g) => g.toArray())]).toEqual([[[3.5], [12.5]], [[8]]]);
});

it("grad of what requires a gradient can be differentiated again", () => {
  const x = tensor([2, 3], { requiresGrad: true });
  const g = grad(cubes)(x);
  expect(gradients(g, [x], { cotangent: 1 })[0]?.toArray()).toEqual([12, 18]);
  expect(noGrad(() => grad(cubes)(tensor([2]))).toArray()).toEqual([12]);
});

it("jvp(f)(x, tangent) is the derivative along it, and hvp(f)(x, v) the Hessian times it", () => {
  const f = (x: Tensor): Tensor => x.matmul(x).tanh();
  const x = tensor([
    [0.1, 0.2],
    [0.3, -0.4],
  ]);
  const v = tensor([
    [1, 0],
    [2, -1],
  ]);
  const [y, along] = jvp(f)(x, v);
  const h = 1e-6;
  const difference = f(x.add(v.mul(h)))
    .sub(f(x.sub(v.mul(h))))
    .div(2 * h);
  expect(y.toArray()).toEqual(f(x).toArray());
  for (const d of along.sub(difference).data) expect(Math.abs(d)).toBeLessThan(1e-9);
  expect(hvp(cubes)(tensor([1, 2]), tensor([10, 1])).toArray()).toEqual([60, 12]);
});

it("vjp(f)(x) gives the value and what takes a cotangent to a gradient", () => {
  const [y, pullback] = vjp((x: Tensor) => [x.square(), x.sum()])(tensor([1, 2]));
  expect(y.map((part) => part.toArray())).toEqual([[1, 4], 3]);
  expect(pullback([tensor([1, 10]), tensor(100)]).toArray()).toEqual([102, 140]);
});

it("jacobian and hessian have the dims of both", () => {
  const x = tensor([1, 2, 3]);
  const j = jacobian((y: Tensor) => y.slice(0, 0, 2).square())(x);
  expect(j.toArray()).toEqual([
    [2, 0, 0],
    [0, 4, 0],
  ]);
  const h = hessian((y: Tensor) => y.at(0).mul(y.at(1)).mul(y.at(2)))(x);
  expect(h.toArray()).toEqual([
    [0, 3, 2],
    [3, 0, 1],
    [2, 1, 0],
  ]);
  expect(hessian(cubes)(tensor([[2]])).shape).toEqual([1, 1, 1, 1]);
});

it("an input that the result does not depend on has gradient 0; a result that depends on nothing is a mistake", () => {
  const f = ([a]: readonly Tensor[]): Tensor => (a as Tensor).sum();
  expect(grad(f)([tensor([1]), tensor([5, 5])]).map((g) => g.toArray())).toEqual([[1], [0, 0]]);
  expect(() => grad((x: Tensor) => x.detach().sum())(tensor([1]))).toThrow(
    /grad: the result does not depend on the argument/,
  );
});

it.each<[string, () => unknown, string | RegExp]>([
  [
    "grad of several numbers",
    () => grad((x: Tensor) => x)(tensor([1, 2])),
    /grad: the function returned a Tensor of shape \[2\]; grad needs a Tensor of one number/,
  ],
  [
    "grad of undefined",
    () => grad((() => undefined) as never)(tensor([1]) as never),
    /grad, result of the function: expected a Tensor/,
  ],
  [
    "a tree with a number in it",
    () => grad((([x]: Tensor[]) => x) as never)([tensor([1]), 2] as never),
    /grad, argument\[1\]: expected a Tensor/,
  ],
  [
    "a tangent of another shape",
    () => jvp(cubes)(tensor([1]), tensor([1, 2])),
    "jvp, tangent: expected shapes [1], got [2].",
  ],
  [
    "a cotangent of another shape",
    () => vjp(cubes)(tensor([1]))[1](tensor([1])),
    "vjp, cotangent: expected shapes [], got [1].",
  ],
])("%s throws one sentence", (_name, f, why) => {
  expect(f).toThrow(why);
});
