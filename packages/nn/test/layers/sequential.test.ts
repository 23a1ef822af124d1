import { type Tensor, tensor } from "@outgrad/engine";
import { expect, test } from "vitest";
import * as nn from "../../src/index.js";

const make = () => new nn.Sequential(new nn.Linear(2, 3, { seed: 1 }), (x) => x.mul(2), new nn.Tanh());

test("forward(x) hands x from part to part, functions too", () => {
  const net = make();
  const x = tensor([[1, -1]]);
  const linear = net[0] as nn.Linear;
  expect(net.forward(x).toArray()).toEqual(linear.forward(x).mul(2).tanh().toArray());
  expect(new nn.Sequential().forward(x)).toBe(x);
});

test("it has a length, places and an iterator; names count functions too", () => {
  const net = make();
  expect(net.length).toBe(3);
  expect([...net]).toEqual([net[0], net[1], net[2]]);
  expect(net[3]).toBeUndefined();
  const named = new nn.Sequential((x) => x, new nn.Linear(1, 1)).namedParameters();
  expect(named.map(([name]) => name)).toEqual(["1.weight", "1.bias"]);
});

test("it prints its tree as PyTorch does", () => {
  const net = new nn.Sequential(new nn.Sequential(new nn.ReLU(), new nn.Dropout(0.1)), new nn.Softmax(1));
  expect(String(net)).toBe(
    "Sequential(\n  (0): Sequential(\n    (0): ReLU()\n    (1): Dropout(p=0.1)\n  )\n  (1): Softmax(dim=1)\n)",
  );
});

test.each<[string, unknown, string]>([
  ["a class", nn.Tanh, "the class Tanh (new is missing)"],
  ["text", "relu", '"relu"'],
  ["nothing", undefined, "undefined"],
  ["a Module without forward", new (class Bare extends nn.Module<Tensor> {})(), "an object of Bare"],
])("refuses %s", (_, part, shown) => {
  expect(() => new nn.Sequential(new nn.ReLU(), part as nn.Link)).toThrow(
    `Sequential: expected a Module with forward(x), or a function, got ${shown} at 1.`,
  );
});

test("the sentence of a part that is given the wrong shape names the part", () => {
  expect(() => new nn.Sequential(new nn.Linear(2, 3), new nn.Linear(4, 1)).forward(tensor([[1, 2]]))).toThrow(
    "Linear.forward: expected x of shape [..., 4], got [1, 3].",
  );
});
