// What it takes to judge a learner's class: `node bench/run.mjs` after a build. Loading MicroPython, opening a text and
// grading it, in ms: the first time, and the middle of 30 more. Then what memory 1,000 openings leave behind, in MB.
import { readFileSync } from "node:fs";
import { grade } from "@outgrad/exercises";
import { loadPython } from "@outgrad/exercises/python";
import { typescript } from "@outgrad/exercises/typescript";

const text = (name) => readFileSync(new URL(`../test/${name}`, import.meta.url), "utf8");

function timed(run) {
  const start = performance.now();
  const result = run();
  return [performance.now() - start, result];
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const row = (name, ...cells) =>
  console.log(name.padEnd(44), ...cells.map((cell) => cell.toFixed(1).padStart(9)));

const start = performance.now();
const python = await loadPython();
row("load MicroPython", performance.now() - start);
console.log("".padEnd(44), "    first    middle");

for (const [machine, name] of [
  [python, "fixtures/seed-broken.py"],
  [python, "fixtures/seed-right.py"],
  [python, "mutants/base/value.py"],
  [typescript, "mutants/base/value.ts.txt"],
]) {
  const source = text(name);
  const opening = [];
  const grading = [];
  for (let time = 0; time < 31; time++) {
    const [took, subject] = timed(() => machine.subject(source));
    opening.push(took);
    grading.push(timed(() => grade(subject))[0]);
    subject.close();
  }
  row(`open ${name}`, opening[0], middle(opening.slice(1)));
  row(`grade ${name}`, grading[0], middle(grading.slice(1)));
}

const rss = () => process.memoryUsage().rss / 1e6;
const before = rss();
const source = text("fixtures/seed-right.py");
for (let time = 0; time < 1000; time++) python.subject(source).close();
row("memory after 1,000 openings: before, after", before, rss());
