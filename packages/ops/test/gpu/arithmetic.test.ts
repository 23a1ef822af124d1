import { gpuPolicy } from "@outgrad/ops/gpu";
import { describe, expect, it } from "vitest";
import { type Arithmetic, Emulator } from "./emulator.ts";
import { measured, worst } from "./functions.ts";

const count = 4096;

const kinds: readonly (readonly [what: string, arithmetic: Arithmetic])[] = [
  ["that rounds every step", { isContracted: false, ulps: 0 }],
  ["that contracts products and sums", { isContracted: true, ulps: 0 }],
  ["whose quotients and roots are 2.5 ulp too large", { isContracted: false, ulps: 2.5 }],
  ["whose quotients and roots are 2.5 ulp too small, and that contracts", { isContracted: true, ulps: -2.5 }],
];

describe.each(kinds)("with an arithmetic %s", (_, arithmetic) => {
  const emulator = new Emulator(arithmetic);
  it.each(Object.keys(gpuPolicy.functions))("%s stays below 7e-7", (name) => {
    const tested = measured(name, count);
    const isTurned = ["sin", "cos", "tan"].includes(name);
    if (isTurned)
      tested.columns[0]?.forEach((x, i, column) => {
        column[i] = x % 12_800;
      });
    const found = Float32Array.from({ length: count }, (_, i) =>
      emulator.call(
        name,
        tested.columns.map((column) => column[i] as number),
      ),
    );
    const { error, at } = worst(tested, found);
    expect(error, `at ${at}`).toBeLessThanOrEqual(7e-7);
  });
});
