import { readdirSync, readFileSync } from "node:fs";

const folder = (name: string) => new URL(`../../../packages/${name}/golden/`, import.meta.url);

/** How many lines of numbers a file of golden numbers of the ops has. */
const linesOf = (file: string) =>
  readFileSync(new URL(file, folder("ops")), "utf8")
    .split("\n")
    .filter((line) => line.includes(" ")).length;

/** Numbers that others computed, which the tests compare with: counted when the site is built. */
export function goldensPage(): string {
  const { torch } = JSON.parse(readFileSync(new URL("lecture.json", folder("engine")), "utf8")) as {
    torch: string;
  };
  const layers = readdirSync(new URL("layers/", folder("nn"))).filter((name) =>
    name.endsWith(".safetensors"),
  );
  const rows = [
    [
      "values and derivatives of each op",
      "mpmath, 50 digits",
      `${linesOf("ops.txt").toLocaleString("en-US")} points`,
    ],
    [
      "exp, log, tanh and their kin",
      "mpmath, 50 digits",
      `${linesOf("intrinsics.txt").toLocaleString("en-US")} points`,
    ],
    ["the lecture's expressions, neuron and net", `PyTorch ${torch}`, "each value and gradient"],
    [
      "losses, optimisers, schedules, first weights, ops on tensors",
      `PyTorch ${torch}`,
      "each name, with gradients",
    ],
    ["layers", `PyTorch ${torch}`, `${layers.length} files of weights, outputs and gradients`],
    ["models as ONNX files, from there", `PyTorch ${torch}`, "each output and gradient"],
    ["models as ONNX files, to there", "onnxruntime", "each layer, and each op of the table"],
    ["finding a minimum", "scipy 1.10", "the same minima"],
    ["moons and circles", "scikit-learn", "the same points without noise"],
  ];
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  const head = ["what", "compared with", "how much"].map((name) => `<th scope="col">${name}</th>`).join("");
  return `<table tabindex="0" v-pre><thead><tr>${head}</tr></thead><tbody>${cells}</tbody></table>\n`;
}
