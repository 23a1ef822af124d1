// The few figures that the repository's README quotes, between two marks; a test holds them against the record.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { baseTime, three, time } from "./format.mjs";
import { ratio } from "./record.mjs";

const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const marks = ["<!-- speed: npm run bench -- write -->\n", "<!-- /speed -->"];
const columns = ["moons", "tiny"];
const rows = {
  C: "C, loops by hand",
  "outgrad wasm": "**outgrad**, `compile` to WebAssembly",
  "JavaScript loops": "JavaScript, loops by hand",
  "outgrad vector": "**outgrad**, `compile` without code generation",
  "outgrad replay": "**outgrad**, `compile` to a replay of every node",
  Penrose: "Penrose, compiled",
  "PyTorch tensors": "PyTorch, tensors",
  "jax-js float64": "jax-js, `jit`, tensors",
  "tfjs-wasm float32": "TensorFlow.js, WebAssembly, tensors",
  "outgrad arena": "**outgrad**, `Value` in an `arena`",
  "outgrad Value": "**outgrad**, `Value`",
  convnetjs: "convnetjs, layers",
  "js-pytorch": "js-pytorch, tensors",
  "micrograd-ts": "micrograd-ts",
  "PyTorch scalars": "PyTorch, number by number",
  micrograd: "micrograd, in Python",
};

const tensorWords =
  "The same for tensors in float32, as a multiple of what PyTorch needs on one thread: *mlp* is 784-128-10 on batches of 64, *convnet* has 8 and 16 " +
  "filters for 32 images of 28x28, *softmax* is cross entropy of [1024, 1000] and its gradient, *transformer* has two encoder layers with d = 64, " +
  "*points* is moons on tensors.";
const tensorColumns = ["mlp", "convnet", "softmax", "transformer", "points"];
const tensorRows = {
  PyTorch: "PyTorch",
  "outgrad compiled": "**outgrad**, `compile`",
  outgrad: "**outgrad**",
  "jax-js": "jax-js, `jit`",
  "tfjs-wasm": "TensorFlow.js, WebAssembly",
  convnetjs: "convnetjs",
  "js-pytorch": "js-pytorch",
};

/** The lines of a table of multiples: a line for each name of `rows`, a column for each workload. */
function table(record, columns, rows) {
  const workloads = columns.map((name) => record.workloads.find((w) => w.name === name)).filter(Boolean);
  const cell = (name, workload) => {
    const multiple = ratio(record, workload.name, name, workload.base);
    return multiple === undefined ? "–" : three(multiple);
  };
  const { measured } = workloads[0];
  const { machine, versions } = record;
  const busy = workloads.some((w) => w.measured.load > 2 * machine.cores);
  const beside = busy ? " Beside other work, which hurts those with several threads most." : "";
  return [
    `| | ${workloads.map(({ name }) => name).join(" | ")} |`,
    `| --- |${workloads.map(() => " ---: |").join("")}`,
    ...Object.entries(rows).map(
      ([name, label]) => `| ${label} | ${workloads.map((workload) => cell(name, workload)).join(" | ")} |`,
    ),
    "",
    `1 is ${workloads.map((w) => `${time(baseTime(record, w))} on ${w.name}`).join(", ")} (${measured.date.slice(0, 10)}, Node ${versions.node}, one core of ${machine.cpu}).${beside}`,
    "",
  ];
}

/** What the README shows: CPU time of a training step in multiples of the base's. */
export function readmeTable({ race, tensors }) {
  const lines = table(race, columns, rows);
  if (tensors) lines.push(tensorWords, "", ...table(tensors, tensorColumns, tensorRows));
  return lines.join("\n");
}

/** What stands between the marks of a README, or undefined where they are missing. */
export function quoted(text) {
  const [start, end] = marks.map((mark) => text.indexOf(mark));
  return start < 0 || end < start ? undefined : text.slice(start + marks[0].length, end);
}

/** Writes the table between the marks; without a race there is none. */
export function writeReadme(record) {
  if (!record.race) return;
  const text = readFileSync(readme, "utf8");
  const old = quoted(text);
  if (old === undefined) throw new Error(`README.md has no ${marks[0].trim()} and ${marks[1]}.`);
  writeFileSync(
    readme,
    text.replace(`${marks[0]}${old}`, () => `${marks[0]}${readmeTable(record)}`),
  );
}
