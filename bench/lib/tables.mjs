// The record as Markdown.
import { contestants } from "../contestants.mjs";
import { median, ratio, resultOf } from "./record.mjs";

/** A positive number with three digits that mean something, as people write it. */
export function three(x) {
  if (x >= 1000) return Number(x.toPrecision(3)).toLocaleString("en-US");
  return x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2);
}

/** A time in the unit that suits it. */
export function time(microseconds) {
  if (microseconds >= 1e6) return `${three(microseconds / 1e6)} s`;
  return microseconds >= 1000 ? `${three(microseconds / 1000)} ms` : `${three(microseconds)} µs`;
}

const occasion = ({ date, commit, dirty, load, rounds }) =>
  `${date.slice(0, 10)}, commit ${commit}${dirty ? " with changes" : ""}, load ${load}${rounds ? `, ${rounds} interleaved rounds` : ""}`;

const row = (cells) => `| ${cells.join(" | ")} |`;

/** One line a contestant, one column a workload: multiples of the base's CPU time; below it why a cell is empty. */
function raceTable(record) {
  const { workloads } = record;
  const reasons = new Map();
  const cell = ({ name, base, results }, contestant) => {
    const multiple = ratio(record, name, contestant, base);
    if (multiple !== undefined) return `${multiple < 1000 ? three(multiple) : three(multiple)}`;
    const failed = results.find((r) => r.name === contestant)?.failed ?? "not run";
    if (!reasons.has(failed)) reasons.set(failed, reasons.size + 1);
    return `– [${reasons.get(failed)}]`;
  };
  const lines = contestants.map(({ name, note }) => {
    const version = record.versions[contestants.find((c) => c.name === name).peer];
    const title = `${name}${version ? ` (${version})` : ""}`;
    return row([note ? `${title}: ${note}` : title, ...workloads.map((w) => cell(w, name))]);
  });
  const bases = workloads.map((w) => {
    const result = resultOf(record, w.name, w.base);
    return `${w.base}: ${time(median(result.microseconds))}`;
  });
  return [
    row(["CPU time of one training step, in multiples of the first line's", ...workloads.map((w) => w.name)]),
    row(["---", ...workloads.map(() => "---:")]),
    row(["1 is", ...bases]),
    ...lines,
    "",
    ...workloads.map(
      (w) => `- ${w.name}: ${w.doc} (${w.nodes.toLocaleString("en-US")} nodes); ${occasion(w.measured)}`,
    ),
    "",
    ...[...reasons].map(([reason, number]) => `[${number}] ${reason}  `),
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
  const megabytes = (x) => `${(x / 2 ** 20).toFixed(2)} MB`;
  return [
    `| after ${steps.toLocaleString("en-US")} steps of tiny | growth | without ${results.find((r) => r.count).count.toLocaleString("en-US")} held losses | chain of 1e6 / chain of 1e5 |`,
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
  compile: "What compiling costs",
  endurance: "Long runs",
  gradbench: "GradBench's scalar problems",
};

const tables = {
  race: raceTable,
  compile: compileTable,
  endurance: enduranceTable,
  gradbench: gradbenchTable,
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
