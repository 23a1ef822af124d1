import { expect, it } from "vitest";
import { toAscii } from "../../src/cli/ascii.js";

it("toAscii(text) has a twin for every sign that the terminal draws with", () => {
  expect(toAscii("✓ ✗ ▸ │ █░ · • … ∂L/∂a = 2 × 3² ≈ √a −1")).toBe(
    "+ x > | #. - * ... dL/da = 2 * 3^2 ~ sqrta -1",
  );
});

it("toAscii(text) leaves a learner's own letters alone", () => {
  expect(toAscii("Größe = 数")).toBe("Größe = 数");
});
