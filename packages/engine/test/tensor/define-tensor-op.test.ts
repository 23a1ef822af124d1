import { defineTensorOp, gradients, type Tensor, type TensorOpDef, tensor } from "@outgrad/engine";
import { expect, it } from "vitest";
import { checkProgram } from "./gradients.js";

const outerDef: TensorOpDef<undefined> = {
  name: "outer",
  args: ["a", "b"],
  shape: ([a, b]) => [a?.[0] as number, b?.[0] as number],
  kernel: (out, [a, b]) => {
    const [left, right] = [a?.data as Float64Array, b?.data as Float64Array];
    for (let k = 0; k < out.length; k++) {
      out[k] = (left[Math.floor(k / right.length)] as number) * (right[k % right.length] as number);
    }
  },
  vjp: [(g, use) => g.matmul(use.input(1)), (g, use) => use.input(0).matmul(g)],
  samples: [{ shapes: [[2], [3]], options: undefined }],
};

it("defineTensorOp gives a function of Tensors with gradients of any order", () => {
  const outer = defineTensorOp(outerDef);
  const a = tensor([1, 2], { requiresGrad: true });
  const y = outer([a, tensor([3, 4, 5]).flip(0)]);
  expect([y.op, y.toArray()]).toEqual([
    "outer",
    [
      [5, 4, 3],
      [10, 8, 6],
    ],
  ]);
  expect(gradients(y.sum(), [a])[0]?.toArray()).toEqual([12, 12]);
  checkProgram((inputs) => outer(inputs), [[3], [2]]);
});

it("defineTensorOp with options, in both dtypes", () => {
  const scaled = defineTensorOp<{ by: number }>({
    name: "scaledBy",
    args: ["a"],
    shape: ([a]) => a as number[],
    kernel: (out, [a], { by }) => out.set(a?.data.map((x) => x * by) ?? []),
    vjp: [(g, use) => g.mul(use.options.by)],
    samples: [{ shapes: [[2, 2]], options: { by: 3 } }],
  });
  const x = tensor([1, 2], { dtype: "float32", requiresGrad: true });
  const y = scaled([x], { by: 2 });
  y.sum().backward();
  expect([y.dtype, y.toArray(), x.grad?.toArray()]).toEqual(["float32", [2, 4], [2, 2]]);
});

it("defineTensorOp refuses a gradient that is wrong, naming input and sample, and leaves the name free", () => {
  const wrong = {
    ...outerDef,
    name: "wrongOuter",
    vjp: [outerDef.vjp[0] ?? null, () => tensor([1, 2, 3]) as Tensor],
  };
  expect(() => defineTensorOp(wrong)).toThrow(
    /the gradient of wrongOuter with respect to input 1 is .* at inputs of \[2\] and \[3\]; by differences it is /,
  );
  expect(() => defineTensorOp({ ...outerDef, name: "wrongOuter" })).not.toThrow();
});

it("defineTensorOp refuses names that are taken or none, and gradients without samples", () => {
  expect(() => defineTensorOp({ ...outerDef, name: "matmul" })).toThrow(
    /"matmul" is the name of an op already/,
  );
  expect(() => defineTensorOp({ ...outerDef, name: "tanh" })).toThrow(/"tanh" is the name of an op already/);
  expect(() => defineTensorOp({ ...outerDef, name: "a b" })).toThrow(
    /needs a name such as "outer", got "a b"/,
  );
  expect(() => defineTensorOp({ ...outerDef, name: "unchecked", samples: [] })).toThrow(
    /no samples to check them on/,
  );
});

it("an op of one's own says how many inputs it wants", () => {
  const outer = defineTensorOp({ ...outerDef, name: "outerAgain" });
  expect(() => outer([tensor([1])])).toThrow("outerAgain: expected 2 inputs (a, b), got 1.");
  expect(() => outer([tensor([1]), 2 as never])).toThrow("outerAgain: expected a Tensor, got 2.");
});
