import { defineTensorOp, evaluate, gradients, scope, tensor, useBackend, zeros } from "@outgrad/engine";
import { parseProgram } from "@outgrad/ops";
import type { ErrorRow } from "./row.js";

/** Bad calls of what walks a graph, and bad values for what can be set. */
export const graphErrors: readonly ErrorRow[] = [
  ["x.item()", (x) => x.item?.(), "Tensor.item: the shape is [2, 3], which holds 6 numbers, not one."],
  ["zeros([0]).item()", () => zeros([0]).item(), "Tensor.item: the shape is [0], which holds 0 numbers"],
  [
    "useBackend(undefined)",
    () => useBackend(undefined as never),
    "useBackend: expected a backend, which has a method elementwise, got undefined.",
  ],
  [
    "useBackend({ ...cpu, run: 1 })",
    () => {
      const cpu = useBackend({ elementwise() {}, partial() {}, run() {}, numbers() {}, read() {} } as never);
      useBackend(cpu);
      return useBackend({ ...cpu, run: 1 } as never);
    },
    "useBackend: expected a backend, which has a method run, got an object (Object).",
  ],
  [
    "defineTensorOp(undefined)",
    () => defineTensorOp(undefined as never),
    "defineTensorOp: an op needs a list as args, got undefined.",
  ],
  [
    'defineTensorOp({ name: "twice", args: ["a"], ... }) without a kernel',
    () => defineTensorOp({ name: "twice", args: ["a"], shape() {}, vjp: [], samples: [] } as never),
    "defineTensorOp: an op needs a function as kernel, got undefined.",
  ],
  ["x.backward()", (x) => x.backward?.(), /the shape is \[2, 3\], which is 6 numbers; give a cotangent/],
  [
    "x.backward(v)",
    (x, v) => x.backward?.(v),
    "Tensor.backward: the shape is [2, 3], but that of the cotangent is [4].",
  ],
  [
    "y.sum().backward() where y.grad = [1, 2]",
    () => {
      const y = tensor([1, 2], { requiresGrad: true });
      Object.assign(y, { grad: [1, 2] });
      y.sum().backward();
    },
    "Tensor.backward: the grad of the leaf [2] was set to an array of 2; it must be null or a Tensor of that shape.",
  ],
  [
    "y.sum().backward() where y.grad is [2, 1]",
    () => {
      const y = tensor([1, 2], { requiresGrad: true });
      y.label = "y";
      y.grad = tensor([[1], [2]]) as never;
      y.sum().backward();
    },
    "Tensor.backward: the grad of the leaf y [2] was set to a Tensor of [2, 1]; it must be null or a Tensor of that shape.",
  ],
  [
    "y.sum().backward() where y.grad = 3",
    () => {
      const y = tensor([1, 2], { requiresGrad: true });
      Object.assign(y, { grad: 3 });
      y.sum().backward();
    },
    "Tensor.backward: the grad of the leaf [2] was set to 3; it must be null or a Tensor of that shape.",
  ],
  [
    "x.data = tensor([1])",
    (x) => Object.assign(x, { data: tensor([1]) }),
    "Tensor.data: expected a Tensor of shape [2, 3] and dtype float64, got one of [1] and float64.",
  ],
  [
    "evaluate(p = p - lr, { p }, {}, [p])",
    () => evaluate(parseProgram("p = p - lr"), { p: tensor([1]) }, {}, ["p"]),
    "evaluate: the line of p reads lr, which is no Tensor, number or earlier line.",
  ],
  [
    "evaluate(p = 2 * p, { p }, {}, [q])",
    () => evaluate(parseProgram("p = 2 * p"), { p: tensor([1]) }, {}, ["q"]),
    "evaluate: the result q is no Tensor, number or line.",
  ],
  ["scope(undefined)", () => scope(undefined as never), "scope: expected a function, got undefined."],
  ["scope(x)", (x) => scope(x as never), "scope: expected a function, got an object (Tensor)."],
  ["x.to({})", (x) => x.to?.({}), "Tensor.to: expected a backend, which has a method elementwise"],
  ["x.backward([1])", (x) => x.backward?.([1]), /Tensor.backward, cotangent: expected a Tensor or a number/],
  [
    "tensor(1).backward()",
    () => tensor(1).backward(),
    /nothing that this was computed from requires a gradient/,
  ],
  [
    "gradients(x, [x])",
    (x) => gradients(x as never, [x] as never),
    /Tensor.gradients: the shape is \[2, 3\]/,
  ],
  [
    "gradients(s, [2])",
    (_x, _v, s) => gradients(s as never, [2] as never),
    "Tensor.gradients: expected a Tensor or a number, got 2.",
  ],
  [
    "x.square().data = []",
    (x) => Object.assign(x.square?.() as object, { data: [] }),
    "Tensor.data: this Tensor is the result of square; set a leaf's data and compute again.",
  ],
  [
    "v.data = '1234'",
    (_x, v) => Object.assign(v, { data: "1234" }),
    'Tensor.data: [4] holds 4 numbers, got "1234".',
  ],
  [
    "v.data = [1, 2, '3', 4]",
    (_x, v) => Object.assign(v, { data: [1, 2, "3", 4] }),
    'Tensor.data: expected a number at [2], got "3".',
  ],
  [
    "v.data = undefined",
    (_x, v) => Object.assign(v, { data: undefined }),
    "Tensor.data: [4] holds 4 numbers, got undefined.",
  ],
  ["x.data = [1]", (x) => Object.assign(x, { data: [1] }), "Tensor.data: [2, 3] holds 6 numbers, got 1."],
  [
    "x.square().requiresGrad = false",
    (x) => Object.assign(x.square?.() as object, { requiresGrad: false }),
    /this is the result of square; use detach\(\)/,
  ],
  [
    "x.requiresGrad = 1",
    (x) => Object.assign(x, { requiresGrad: 1 }),
    "Tensor.requiresGrad: expected true or false, got 1.",
  ],
];
