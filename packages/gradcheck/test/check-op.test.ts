import { allOps, complexStep, type Op, opOf, readOp, samplePoints } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { checkOp } from "../src/index.js";

describe.each(allOps().map((op) => ({ name: op.name, op })))("checkOp($name)", ({ op }) => {
  it("is OK, at points of three seeds", () => {
    for (const seed of [1, 2, 3])
      expect(checkOp(op, { seed }).toString()).toMatch(/^(OK for d .+: 64 points\n?)+$/);
  });

  it("is OK with other parameters", () => {
    for (const [name, value] of Object.entries(op.params)) {
      const other = Number.isFinite(value) ? 0.75 * value + 0.1 : Math.sign(value);
      expect(checkOp(op, { params: { [name]: other } }).verdict).toBe("OK");
    }
  });
});

describe("checkOp(op)", () => {
  const damaged = (name: string, partials: readonly string[], value?: string): Op => {
    const { args, params, domain, kinks } = opOf(name);
    const doc = "An op with a mistake.";
    const kinkTexts = kinks.length > 0 ? ["a"] : [];
    return readOp(name, {
      doc,
      args,
      params,
      domain,
      kinks: kinkTexts,
      value: value ?? `${name}(a)`,
      partials,
    });
  };

  it("names the partial, the point and both numbers", () => {
    const report = checkOp(damaged("sin", ["-cos(a)"]), { points: 5 });
    expect(report.verdict).toBe("WRONG");
    expect(report.toString()).toMatch(
      /^WRONG! for d sin \/ d a at a = \S+: expected \S+, yours returns \S+ \(differences disagree\)$/,
    );
    const [row] = report.rows;
    expect(row?.yours).toBeCloseTo(-(row?.expected as number), 14);
    expect(row?.relativeError).toBeCloseTo(2, 12);
  });

  it("notices the thirteenth digit", () => {
    expect(checkOp(damaged("exp", ["y * 1.0000000000001"])).rows[0]).toMatchObject({
      verdict: "WRONG",
      why: "the complex step disagrees",
    });
    expect(checkOp(damaged("exp", ["y * 1.000000000000001"])).verdict).toBe("OK");
  });

  it("notices a partial that is wrong at a few points only, and shows the first of them", () => {
    const report = checkOp(damaged("sin", ["a > 2.5 ? -cos(a) : cos(a)"]));
    expect(report.verdict).toBe("WRONG");
    expect(report.rows[0]?.at[0]).toBeGreaterThan(2.5);
  });

  it("rests on the worst of good points", () => {
    const [row] = checkOp(damaged("exp", ["y * 1.000000000000001"])).rows;
    const [yours, expected] = [row?.yours as number, row?.expected as number];
    expect(Math.abs(yours - expected) / expected).toBe(row?.relativeError);
  });

  it("notices a value that is not finite in its own domain", () => {
    const report = checkOp(damaged("log", ["1 / a"], "log(a - 3)"));
    expect(report.rows[0]).toMatchObject({ verdict: "WRONG", why: "the value is NaN inside the domain" });
  });

  it("shows the worst of the good points, or the first bad one", () => {
    for (const op of [opOf("tanh"), opOf("silu"), opOf("pow")]) {
      const points = samplePoints(op, 64);
      for (const [i, { at, expected, yours, relativeError }] of checkOp(op).rows.entries()) {
        const error = (point: readonly number[]) => {
          const right = complexStep(op, point, i);
          return (
            Math.abs((op.partials[i]?.(...point, op.value(...point)) as number) - right) / Math.abs(right)
          );
        };
        expect(relativeError).toBe(Math.max(...points.map(error)));
        expect(Math.abs(yours - expected) / Math.abs(expected)).toBe(relativeError);
        expect(error(at)).toBe(relativeError);
      }
    }
    const halfWrong = damaged("sin", ["a < 1 ? cos(a) : 0"]);
    const [row] = checkOp(halfWrong).rows;
    expect(row?.at).toEqual(samplePoints(halfWrong, 64).find(([a]) => (a as number) >= 1));
    expect(row?.relativeError).toBe(1);
  });

  it("takes only parameters that the op has", () => {
    expect(() => checkOp(opOf("tanh"), { params: { slope: 1 } })).toThrow(
      'checkOp: tanh has no parameter "slope"; it has none.',
    );
  });

  it("gives the same report for the same seed", () => {
    const rows = (seed: number) => JSON.stringify(checkOp(opOf("pow"), { seed }).rows);
    expect(rows(7)).toBe(rows(7));
    expect(rows(7)).not.toBe(rows(8));
  });

  it("keeps the first of equally good points, and what is 0 is right where 0 is expected", () => {
    const [row] = checkOp(opOf("neg")).rows;
    expect(row).toMatchObject({ at: samplePoints(opOf("neg"), 64)[0], relativeError: 0 });
    const flat = checkOp(damaged("sin", ["0"], "3 + 0 * a")).rows[0];
    expect(flat).toMatchObject({ verdict: "OK", expected: 0, yours: 0, relativeError: 0 });
  });

  it("rests on differences where there is no complex step, and can't tell where they can't", () => {
    const tied = damaged("sin", ["cos(a)"], "sin(a) + abs(a - a)");
    expect(checkOp(tied).rows[0]).toMatchObject({ verdict: "OK" });
    expect(checkOp(tied).rows[0]?.why).toBeUndefined();
    const blurred = damaged("sin", ["1"], "a > 1 ? 10000000000 + abs(a - a) + a : a");
    expect(checkOp(blurred).rows[0]).toMatchObject({
      verdict: "CAN'T TELL",
      doubt: "cancellation",
      why: "a - a is 0, a kink",
      at: samplePoints(blurred, 64).find(([a]) => (a as number) > 1),
    });
  });
});
