import { type OpName, opOf, ops } from "@outgrad/ops";
import { expect, it } from "vitest";
import { golden, pointOf, ulp } from "./golden.js";

// The outside judge: 50-digit values and partials that were computed without looking at the table.
const judged = golden("ops.txt");

/** The worst errors of an op in ulp: of its value, then of each partial. */
function worstErrors(name: OpName): number[] {
  const op = opOf(name);
  const worst = [0, ...op.args.map(() => 0)];
  for (const words of judged.get(name) ?? []) {
    const args = words.slice(0, op.args.length);
    const numbers = [...pointOf([...args, ...args.slice(0, 1), "0"]).args, ...Object.values(op.params)];
    const y = op.value(...numbers);
    const found = [y, ...op.partials.map((partial) => partial(...numbers, y))];
    found.forEach((result, i) => {
      const { nearest, rest } = pointOf(words.slice(op.args.length + 2 * i, op.args.length + 2 * i + 2));
      worst[i] = Math.max(worst[i] as number, Math.abs((result - nearest) / ulp(nearest) - rest));
    });
  }
  return worst;
}

it.each(Object.keys(ops) as OpName[])(
  "%s keeps the error bounds that its entry states, and they are not idle",
  (name) => {
    expect(judged.get(name)?.length).toBe(60);
    const stated = opOf(name).ulp;
    const found = worstErrors(name);
    expect(stated, `ulp of ${name}, as measured: ${found.map((error) => error.toFixed(3))}`).toHaveLength(
      1 + opOf(name).args.length,
    );
    found.forEach((error, i) => {
      const bound = stated[i] as number;
      expect(error).toBeLessThanOrEqual(bound);
      // A bound far above what was measured would hide a formula that got worse.
      expect(bound).toBeLessThanOrEqual(Math.max(0.5, 2 * error));
    });
  },
);

it("tanh's partial has an absolute error below 3e-16, as its entry says", () => {
  const { value, partials } = opOf("tanh");
  for (let i = 0; i <= 2000; i++) {
    const a = i / 100;
    // 1 - tanh² without cancellation: 4 e^-2a / (1 + e^-2a)²
    const e = Math.exp(-2 * a);
    expect(Math.abs((partials[0]?.(a, value(a)) as number) - (4 * e) / (1 + e) ** 2)).toBeLessThan(3e-16);
  }
});
