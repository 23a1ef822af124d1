import { AnomalyError, detectAnomaly, findNonFinite, noGrad, sum, value } from "@outgrad/engine";
import { describe, expect, it } from "vitest";

describe("findNonFinite(root)", () => {
  it("is undefined when all is finite", () => {
    const y = value(2).exp().add(1);
    y.backward();
    expect(findNonFinite(y)).toBeUndefined();
  });

  it("names the first op forward, with its inputs and labels", () => {
    const [x, w] = [value(-1, "x"), value(3, "w")];
    const y = x.mul(w);
    y.label = "y";
    const z = y.log();
    z.label = "z";
    const found = findNonFinite(z.add(1).exp());
    expect(found?.message).toBe("z = log(y = -3) is NaN, the first in the graph.");
    expect([found?.kind, found?.op, found?.node.label, found?.value]).toEqual([
      "data",
      "log",
      "z",
      Number.NaN,
    ]);
    expect(found?.inputs.map((input) => input.label)).toEqual(["y"]);
  });

  it("names a leaf that came in as NaN", () => {
    expect(findNonFinite(value(Number.NaN, "x").add(1))?.message).toBe("The leaf x is NaN.");
  });

  it("names the first op backward", () => {
    const x = value(0, "x");
    const y = x.mul(x).sqrt();
    y.backward();
    const found = findNonFinite(y);
    expect(found?.message).toBe(
      "The gradient of mul is Infinity, the first in the backward pass: sqrt(0) = 0 passes on 1 times its local slope Infinity.",
    );
    expect([found?.kind, found?.op, found?.value]).toEqual(["grad", "sqrt", Number.POSITIVE_INFINITY]);
    expect(x.grad).toBeNaN();
  });

  it("looks at a graph of 300,000 nodes without overflow", () => {
    let y = value(1);
    for (let i = 0; i < 300_000; i++) y = y.add(1);
    expect(findNonFinite(y.sub(400_000).sqrt())?.op).toBe("sqrt");
  });

  it("T027 ignores what the root does not depend on", () => {
    const x = value(-1);
    x.log();
    const y = x.square();
    y.backward();
    expect(findNonFinite(y)).toBeUndefined();
  });
});

describe("detectAnomaly(body)", () => {
  const anomaly = (body: () => unknown): AnomalyError => {
    try {
      detectAnomaly(body);
    } catch (error) {
      expect(error).toBeInstanceOf(AnomalyError);
      return error as AnomalyError;
    }
    throw new Error("nothing was found");
  };

  it("T113 throws forward where the op is applied", () => {
    const x = value(-2, "x");
    let after = false;
    const { message, found } = anomaly(() => {
      x.sqrt();
      after = true;
    });
    expect(message).toBe("sqrt(x = -2) is NaN, the first in the graph.");
    expect([found.op, found.inputs[0] === x, after]).toEqual(["sqrt", true, false]);
  });

  it("T025, T113 throws backward before any leaf's gradient has changed", () => {
    const [x, w] = [value(0, "x"), value(5, "w")];
    const y = sum([x.sqrt(), w.mul(2)]);
    const { found } = anomaly(() => y.backward());
    expect([found.kind, found.op, found.node === x]).toEqual(["grad", "sqrt", true]);
    expect([x.grad, x.hasGrad, w.grad, w.hasGrad]).toEqual([0, false, 0, false]);
    y.backward();
    expect([x.grad, w.grad]).toEqual([Number.POSITIVE_INFINITY, 2]);
  });

  it("lets infinities pass that came in, but not the NaN that they make", () => {
    const mask = value(Number.NEGATIVE_INFINITY, "mask");
    expect(detectAnomaly(() => mask.add(1).exp().data)).toBe(0);
    expect(anomaly(() => mask.sub(mask)).found.op).toBe("sub");
  });

  it("gives the body's result and ends with it, also by a throw", () => {
    expect(detectAnomaly(() => 7)).toBe(7);
    expect(() =>
      detectAnomaly(() => {
        throw new Error("inside");
      }),
    ).toThrow("inside");
    expect(value(-1).sqrt().data).toBeNaN();
    expect(detectAnomaly(() => noGrad(() => value(-1).sqrt().data))).toBeNaN();
  });
});
