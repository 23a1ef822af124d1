import { opOf, toJs } from "@outgrad/ops";
import type { Activation } from "../config.ts";
import { sizesOf } from "../net/sizes.ts";
import { layersOf, type Trained } from "./weights.ts";

/** A TypeScript file that needs nothing: a function `predict(x, y)` with the trained weights written out. */
export function asFunction(trained: Trained): string {
  const layers = layersOf(trained);
  const used = [...new Set(layers.map(({ activation }) => activation))];
  const sizes = sizesOf(trained.config);
  const inputs = sizes[0] === 3 ? ["x", "y", "z"] : ["x", "y"];
  const score = sizes.at(-1) === 2 ? "signals[1]! - signals[0]!" : "signals[0]!";
  return `// A trained network of ${sizes.join(" - ")} neurons, on its own.

/** Its score: class 1 where it is above 0, else class 0. */
export function predict(${inputs.map((name) => `${name}: number`).join(", ")}): number {
  let signals = [${inputs.join(", ")}];
  for (const { weights, biases, activation } of layers) {
    signals = weights.map((row, k) => {
      const products = row.map((weight, i) => weight * signals[i]!);
      return activation(products.reduce((sum, product) => sum + product) + biases[k]!);
    });
  }
  return ${score};
}

${used.map((name) => `const ${name} = (a: number) => ${formulaOf(name)};`).join("\n")}

const layers = [
${layers
  .map(
    ({ weights, biases, activation }) => `  {
    weights: [
${weights.map((row) => `      [${row.join(", ")}],`).join("\n")}
    ],
    biases: [${biases.join(", ")}],
    activation: ${activation},
  },`,
  )
  .join("\n")}
];
`;
}

/** The formula of an activation in `a`, by what JavaScript has of its own. */
function formulaOf(activation: Activation): string {
  if (activation === "linear") return "a";
  const { formula, params } = opOf(activation);
  return toJs(formula, { name: (name) => String(params[name] ?? name), call: (name) => `Math.${name}` });
}
