import { describe, expect, it } from "vitest";
import { inLanguage, nameIn, topicOf } from "../../src/track/in-language.js";

const text = `Write \`{add|__add__}\`.{ Only here.|} In $\\frac{a|b}{2}$ braces stay.

\`\`\`ts
const x = {a|b};
\`\`\`

\`\`\`python
x = {a | b}
\`\`\`

The end.
`;

describe("inLanguage", () => {
  it("inLanguage(text, language) keeps one side of each pair and the language's own code", () => {
    expect(inLanguage(text, "typescript")).toBe(
      "Write `add`. Only here. In $\\frac{a|b}{2}$ braces stay.\n\n```ts\nconst x = {a|b};\n```\n\nThe end.",
    );
    expect(inLanguage(text, "python")).toBe(
      "Write `__add__`. In $\\frac{a|b}{2}$ braces stay.\n\n```python\nx = {a | b}\n```\n\nThe end.",
    );
  });
});

it("nameIn(name, language) and topicOf(name) are each other's way back", () => {
  for (const name of ["addRowGrad", "mse", "Neuron", "MLP"]) {
    expect(nameIn(name, "typescript")).toBe(name);
    expect(topicOf(nameIn(name, "python"))).toBe(name);
  }
  expect(nameIn("addRowGrad", "python")).toBe("add_row_grad");
  expect(nameIn("MLP", "python")).toBe("MLP");
});
