import {
  AnomalyError,
  detectAnomaly,
  findNonFinite,
  gradients,
  noGrad,
  ones,
  scaledDotProductAttention,
  type Tensor,
  tensor,
} from "@outgrad/engine";
import { describe, expect, it } from "vitest";

const [nan, inf] = [Number.NaN, Number.POSITIVE_INFINITY];
const labelled = (numbers: unknown, label: string): Tensor => {
  const made = tensor(numbers as number[], { requiresGrad: true }) as Tensor;
  made.label = label;
  return made;
};

describe("findNonFinite(root) of Tensors", () => {
  it("is undefined when all is finite", () => {
    const x = labelled([1, 2], "x");
    const y = x.exp().sum();
    y.backward();
    expect(findNonFinite(y)).toBeUndefined();
  });

  it("names the first op forward, with labels, shapes, the place and the numbers there", () => {
    const x = labelled(
      [
        [4, 1],
        [2, 3],
      ],
      "x",
    );
    const y = x.sub(tensor([2, 4]));
    y.label = "y";
    const z = y.log();
    z.label = "z";
    const found = findNonFinite(z.matmul(ones([2, 3]) as never).sum());
    expect(found?.message).toBe(
      "z = log(y [2, 2]) is NaN at [0, 1], the first in the graph: there it is log(-3).",
    );
    expect([found?.kind, found?.op, found?.node === z, found?.value]).toEqual(["data", "log", true, nan]);
    expect(found?.inputs).toEqual([y]);
  });

  it("names an op on shapes by its shapes", () => {
    const x = labelled([[1, 2, 3]], "x");
    expect(findNonFinite(x.var(0).mul(2))?.message).toBe(
      "var(x [1, 3]) is NaN at [0], the first in the graph.",
    );
    expect(findNonFinite(x.div(tensor([1, 0, 1])).sum())?.message).toBe(
      "div(x [1, 3], [3]) is Infinity at [0, 1], the first in the graph: there it is div(2, 0).",
    );
  });

  it("names a leaf that came in as NaN, but takes the -Infinity of a mask as meant", () => {
    expect(findNonFinite(labelled([1, nan], "x").add(1))?.message).toBe("The leaf x [2] is NaN at [1].");
    const x = labelled(
      [
        [1, 2],
        [3, 4],
      ],
      "x",
    );
    const mask = tensor([
      [0, -inf],
      [0, 0],
    ]);
    const y = scaledDotProductAttention(x, x, x, { mask });
    expect(findNonFinite(y.sum())).toBeUndefined();
    expect(findNonFinite(x.add(mask).sub(mask))?.op).toBe("sub");
    expect(findNonFinite(x.pad([1, 1], -inf).softmax(1).sum())).toBeUndefined();
  });

  it("sees the numbers of the forward pass, not what was written to a leaf since", () => {
    const w = labelled([0, 1], "w");
    const loss = w.sqrt().sum();
    loss.backward();
    w.data = [nan, nan];
    expect([findNonFinite(loss)?.kind, findNonFinite(loss)?.op]).toEqual(["grad", "sqrt"]);
    expect(findNonFinite(w.sqrt())?.message).toBe("The leaf w [2] is NaN at [0].");
  });

  it("names the op backward", () => {
    const x = labelled([4, 0], "x");
    const y = x.mul(3).sqrt().sum();
    y.backward();
    expect(x.grad?.toArray()).toEqual(
      [0.75 / Math.sqrt(3), inf].map((g) => (g === inf ? g : expect.closeTo(g, 14))),
    );
    const found = findNonFinite(y);
    expect(found?.message).toBe(
      "The gradient of mul [2] is Infinity at [1], the first in the backward pass: it comes from sqrt([2]).",
    );
    expect([found?.kind, found?.op, found?.value]).toEqual(["grad", "sqrt", inf]);
    expect(x.grad?.data[1]).toBe(inf);
  });

  it("says so if no op made the gradient", () => {
    const x = labelled([1, 2], "x");
    const y = x.sum();
    x.grad = tensor([0, nan]);
    expect(findNonFinite(y)?.message).toBe(
      "The gradient of x [2] is NaN at [1]; it is a sum over backward passes, came with a cotangent, or was set by hand.",
    );
  });

  it("T027 ignores what the root does not depend on", () => {
    const x = labelled([-1, 1], "x");
    x.log();
    const y = x.square().sum();
    y.backward();
    expect(findNonFinite(y)).toBeUndefined();
    expect(x.grad?.toArray()).toEqual([-2, 2]);
  });

  it("looks at a graph of 100,000 nodes without overflow", () => {
    let y: Tensor = labelled(1, "x");
    for (let i = 0; i < 100_000; i++) y = y.add(1);
    expect(findNonFinite(y.sub(400_000).sqrt())?.op).toBe("sqrt");
  });
});

describe("detectAnomaly(body) of Tensors", () => {
  const anomaly = (body: () => unknown): AnomalyError => {
    try {
      detectAnomaly(body);
    } catch (error) {
      expect(error).toBeInstanceOf(AnomalyError);
      return error as AnomalyError;
    }
    throw new Error("nothing was found");
  };

  it("T113 throws forward where the op is applied, also of constants", () => {
    const x = labelled([1, -2], "x");
    let after = false;
    const { message, found } = anomaly(() => {
      x.sqrt();
      after = true;
    });
    expect(message).toBe("sqrt(x [2]) is NaN at [1], the first in the graph: there it is sqrt(-2).");
    expect([found.op, found.inputs[0] === x, after]).toEqual(["sqrt", true, false]);
    expect(anomaly(() => tensor([0, 0]).div(0)).message).toBe(
      "div([2], []) is NaN at [0], the first in the graph: there it is div(0, 0).",
    );
  });

  it.each([false, true])(
    "T025, T113 throws backward before any leaf's gradient has changed (createGraph: %s)",
    (createGraph) => {
      const [x, w] = [labelled([1, 0], "x"), labelled([5, 6], "w")];
      w.grad = tensor([7, 7]);
      const y = x.sqrt().add(w.mul(2)).sum();
      const { found, message } = anomaly(() => y.backward(undefined, { createGraph }));
      expect(message).toBe(
        "The gradient of x [2] is Infinity at [1], the first in the backward pass: it comes from sqrt(x [2]).",
      );
      expect([found.kind, found.op, found.node === x]).toEqual(["grad", "sqrt", true]);
      expect([x.grad, w.grad?.toArray()]).toEqual([null, [7, 7]]);
      expect(anomaly(() => gradients(y, [w, x], { createGraph })).found.op).toBe("sqrt");
      y.backward();
      expect([x.grad, w.grad].map((g) => (g as Tensor | null)?.toArray())).toEqual([
        [0.5, inf],
        [9, 9],
      ]);
    },
  );

  it("sees infinities that came in and cancel where gradients are added", () => {
    const x = labelled([1], "x");
    const y = x.sub(x);
    const { found, message } = anomaly(() => y.backward(inf));
    expect([found.kind, found.value, x.grad]).toEqual(["grad", nan, null]);
    expect(message).toBe(
      "The gradient of x [1] is NaN at [0], the first in the backward pass: it comes from sub(x [1], x [1]).",
    );
  });

  it("lets infinities pass that came in, but not the NaN that they make", () => {
    const mask = tensor([-inf, 0]);
    expect(detectAnomaly(() => mask.add(1).exp().toArray())).toEqual([0, Math.E]);
    expect(anomaly(() => mask.sub(mask)).found.op).toBe("sub");
  });

  it("looks at nothing under noGrad, and at nothing afterwards", () => {
    expect(detectAnomaly(() => noGrad(() => tensor([-1]).sqrt().item()))).toBeNaN();
    expect(tensor([-1]).sqrt().item()).toBeNaN();
  });
});
