import { expect, it } from "vitest";
import { formula } from "../../../src/cli/view/formula.js";

it.each([
  [
    String.raw`f(a, b, c) = -a^3 + \sin(3b) - \frac{1}{c} + b^{2.5} - \sqrt{a}`,
    "f(a, b, c) = -a³ + sin(3b) - 1/c + b^2.5 - √a",
  ],
  [String.raw`\tfrac12`, "1/2"],
  [String.raw`\frac{a + b}{2}`, "(a + b)/2"],
  [String.raw`\frac{\partial L}{\partial a}`, "∂L/∂a"],
  [String.raw`\frac{f(x + h) - f(x)}{h}`, "(f(x + h) - f(x))/h"],
  [String.raw`\sqrt{x + 1}`, "√(x + 1)"],
  [String.raw`n\,x^{n-1}`, "n x^(n-1)"],
  [String.raw`\sum_i p_i \cdot \log q_i`, "Σ_i p_i · log q_i"],
  [String.raw`\left(1 - y^2\right)`, "(1 - y²)"],
  ["10^{-6}", "10^(-6)"],
  [String.raw`\frac{e^{x_i}}{\sum_j e^{x_j}}`, "(e^(x_i))/(Σ_j e^(x_j))"],
])("formula(%o) is %o", (tex, text) => {
  expect(formula(tex)).toBe(text);
});
