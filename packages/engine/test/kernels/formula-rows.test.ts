import { gradients, noGrad, type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { type OpName, opOf, ops, parseFormula, toRowFunction } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";
import { FormulaRows } from "../../src/kernels/formula-rows.js";

const stream = random(7);
/** Enough for lanes, an odd number, of all magnitudes, and awkward ones. */
const size = 5001;
const awkward = [0, -0, 1, -1, 0.5, 1e-300, -1e-300, 1e300, Infinity, -Infinity, NaN, 40, -40, 1e9];
const draw = (): number => stream.normal() * 2 ** stream.integer(12);
const numbers = (): Float64Array => Float64Array.from({ length: size }, (_, i) => awkward[i] ?? draw());

describe.each(["float64", "float32"] as const)("ops of many numbers of %s", (dtype) => {
  const round = dtype === "float32" ? Math.fround : (x: number): number => x;

  it.each(Object.keys(ops) as OpName[])("%s gives the bits of the op table", (name) => {
    const op = opOf(name);
    const given = op.args.map(() => tensor(numbers(), { dtype, requiresGrad: true }) as Tensor);
    const [first, ...rest] = given as [Tensor, ...Tensor[]];
    const params = Object.values(op.params);
    const y = (first[name] as (...given: unknown[]) => Tensor)(...rest, ...params);
    const at = (i: number): number[] => given.map(({ data }) => data[i] as number);
    const wanted = Array.from({ length: size }, (_, i) => round(op.value(...at(i), ...params)));
    expect(Array.from(y.data)).toEqual(wanted);

    const g = tensor(numbers(), { dtype }) as Tensor;
    if (op.partials.length === 0) return;
    gradients(y, given, { cotangent: g }).forEach((found, k) => {
      const partial = op.partials[k] as (...given: number[]) => number;
      const slopes = Array.from({ length: size }, (_, i) => {
        const slope = partial(...at(i), ...params, wanted[i] as number);
        const product = slope === 1 ? (g.data[i] as number) : (g.data[i] as number) * slope;
        return round(product) + 0;
      });
      expect(Array.from(found?.data ?? [], (x) => x + 0)).toEqual(slopes);
    });
  });

  it("takes views, and single numbers beside them", () => {
    const x = tensor(numbers(), { dtype });
    const tail = x.slice(0, 1, 4001);
    expect(Array.from(noGrad(() => tail.tanh()).data)).toEqual(
      Array.from(x.data.slice(1, 4001), (a) => round(intrinsics.tanh(a))),
    );
    expect(Array.from(tail.pow(2.5).data)).toEqual(
      Array.from(x.data.slice(1, 4001), (a) => round(intrinsics.pow(a, 2.5))),
    );
    const turned = x.slice(0, 0, 5000).reshape([50, 100]).T.exp();
    expect(turned.data[1]).toBe(round(intrinsics.exp(x.data[100] as number)));
  });
});

it("FormulaRows.run(operands, out) may write into a row that it reads, at any length", () => {
  const formula = parseFormula("p - rate * g / (sqrt(g * g) + 0.1)", {
    names: ["p", "g", "rate"],
    functions: { sqrt: 1 },
  });
  const names = ["p", "g", "rate"];
  const plain = toRowFunction(formula, names, intrinsics);
  for (const kind of [Float64Array, Float32Array]) {
    const rows = new FormulaRows(formula, names, kind === Float64Array ? "float64" : "float32");
    for (const length of [0, 1, 2, 3, 4095, 4096, 4097, 10_001]) {
      const p = kind.from({ length }, draw);
      const g = kind.from({ length: length + 3 }, draw);
      const wanted = p.slice();
      plain([wanted, g.subarray(3), 0.25], wanted);
      expect(rows.run([{ data: p, at: 0 }, { data: g, at: 3 }, 0.25], p)).toBe(true);
      expect(p).toEqual(wanted);
    }
  }
});
