// The few figures that the repository's README quotes, between two marks; a test holds them against the record.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { median, ratio, resultOf } from "./record.mjs";
import { three, time } from "./tables.mjs";

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
  "textbook JavaScript": "the textbook's class in JavaScript",
  "PyTorch scalars": "PyTorch, number by number",
  "textbook Python": "the textbook's class in Python",
};

/** The table that the README shows: CPU time of a training step in multiples of the base's. */
export function readmeTable({ race }) {
  const base = race.workloads[0].base;
  const unit = (name) => time(median(resultOf(race, name, base).microseconds));
  const lines = Object.entries(rows).map(([name, label]) => {
    const cells = columns.map((column) => {
      const multiple = ratio(race, column, name, base);
      return multiple === undefined ? "–" : three(multiple);
    });
    return `| ${label} | ${cells.join(" | ")} |`;
  });
  return [
    `| | ${columns.join(" | ")} |`,
    "| --- | ---: | ---: |",
    ...lines,
    "",
    `1 is ${columns.map((name) => `${unit(name)} on ${name}`).join(", ")} (${race.workloads[0].measured.date.slice(0, 10)}, Node ${race.versions.node}, one core of ${race.machine.cpu}).`,
    "",
  ].join("\n");
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
