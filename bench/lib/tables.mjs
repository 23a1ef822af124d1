// The record as Markdown.
import { contestants } from "../contestants.mjs";
import { baseTime, heading, Multiples, megabytes, occasion, row, three, time, titleOf } from "./format.mjs";
import { gpuTable } from "./gpu-tables.mjs";
import { tensorsTable } from "./tensor-tables.mjs";

/** One line a contestant, one column a workload: multiples of the base's CPU time; below it why a cell is empty. */
function raceTable(record) {
  const { workloads } = record;
  const multiples = new Multiples(record);
  const lines = contestants.map((contestant) =>
    row([titleOf(contestant, record), ...workloads.map((w) => multiples.cell(w, contestant.name))]),
  );
  return [
    ...heading([
      "CPU time of one training step, in multiples of the first line's",
      ...workloads.map((w) => w.name),
    ]),
    row(["1 is", ...workloads.map((w) => `${w.base}: ${time(baseTime(record, w))}`)]),
    ...lines,
    "",
    ...workloads.map(
      (w) => `- ${w.name}: ${w.doc} (${w.nodes.toLocaleString("en-US")} nodes); ${occasion(w.measured)}`,
    ),
    "",
    ...multiples.notes(),
  ].join("\n");
}

/** What compiling costs. */
function compileTable({ steps, targets, eagerFirst }) {
  const ms = (x) => `${x.toFixed(1)} ms`;
  const crossing = (x) => (x === undefined ? `not within ${steps} steps` : `${x} steps`);
  return [
    "| compile moons to the first gradient | cold | warm | cheaper than Value after | than an arena after |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...targets.map(({ mode, failed, cold, warm, overValue, overArena }) =>
      failed
        ? `| ${mode} | ${failed} | | | |`
        : `| ${mode} | ${ms(cold)} | ${ms(warm)} | ${crossing(overValue)} | ${crossing(overArena)} |`,
    ),
    "",
    `CPU time of every thread. The first step of eager Value costs ${ms(eagerFirst)} in a fresh process.`,
  ].join("\n");
}

/** Memory and growth of long runs. */
function enduranceTable({ steps, results }) {
  return [
    `| after ${steps.toLocaleString("en-US")} steps | growth | without ${results.find((r) => r.count).count.toLocaleString("en-US")} held losses | chain of 1e6 / chain of 1e5 |`,
    "| --- | ---: | ---: | ---: |",
    ...results.map(({ mode, failed, holding, letGo, chain }) => {
      const memory = failed ? `${failed} |` : `${megabytes(holding)} | ${megabytes(letGo)}`;
      return `| ${mode} | ${memory} | ${chain.failed ?? chain.ratio.toFixed(1)} |`;
    }),
  ].join("\n");
}

/** GradBench: a column a problem. */
function gradbenchTable({ problems }) {
  const cell = ({ failed, microseconds, ratio, difference }) => {
    if (failed) return `– ${failed}`;
    const agreement = difference === undefined ? "" : `, differs by ${difference.toExponential(0)}`;
    return `${three(ratio)} (${time(microseconds)}${agreement})`;
  };
  return [
    `| value and all derivatives, in multiples of the formulas by hand | ${problems.map(({ name }) => name).join(" | ")} |`,
    `| --- |${problems.map(() => " ---: |").join("")}`,
    ...problems[0].results.map(
      ({ way }, i) => `| ${way} | ${problems.map(({ results }) => cell(results[i])).join(" | ")} |`,
    ),
    "",
    problems.every((m) => m.oracle)
      ? "Differences are from complex steps in Python, in relation to the largest derivative."
      : "No Python 3 here: nothing was compared with complex steps.",
  ].join("\n");
}

/** What it ran on, in a sentence. */
function circumstancesLine({ quick, machine, versions, workloads, ...measured }) {
  const parts = [
    ...(quick ? ["A smoke run, not a measurement"] : []),
    ...(workloads ? [] : [occasion(measured)]),
    `${machine.cpu}, ${machine.cores} cores${machine.pinned ? ", pinned to one" : ""}`,
    `Node ${versions.node}`,
    versions.compiler ?? "no C compiler",
    `Python ${versions.python ?? "none"}`,
    `PyTorch ${versions.torch ?? "none"}`,
  ];
  return `${parts.join("; ")}.`;
}

const titles = {
  race: "Race",
  tensors: "Tensors",
  compile: "What compiling costs",
  endurance: "Long runs",
  gradbench: "GradBench's scalar problems",
  gpu: "Products on the GPU",
};

const tables = {
  race: raceTable,
  tensors: tensorsTable,
  compile: compileTable,
  endurance: enduranceTable,
  gradbench: gradbenchTable,
  gpu: gpuTable,
};

/** One part of the record as a section of Markdown. */
export const section = (name, measured) =>
  `## ${titles[name]}\n\n${tables[name](measured)}\n\n${circumstancesLine(measured)}`;

/** The whole record as a page. */
export function markdown(record) {
  const present = Object.keys(tables).filter((name) => record[name]);
  const written = present.map((name) => section(name, record[name]));
  return `# Speed, as \`npm run bench\` measured it\n\n${written.join("\n\n")}\n`;
}
