// Entry point of `npm run bench`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { contestants, reference } from "./contestants.mjs";
import { installPeers } from "./lib/peers.mjs";
import { race } from "./lib/race.mjs";
import { writeReadme } from "./lib/readme.mjs";
import { circumstances, now, readRecord, saveRecord } from "./lib/record.mjs";
import { markdown, section } from "./lib/tables.mjs";
import { workload, workloadNames } from "./workloads/data.mjs";
import { nodesOf } from "./workloads/program.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const help = `npm run bench -- [what] [options]

Measures outgrad's built packages in CPU time, and prints tables.

  race        outgrad against other ways to differentiate the same programs (when nothing else is named)
  compile     what compiling a program costs, and after how many steps it has paid for itself
  endurance   the memory that 100,000 steps leave behind; how the time of a chain grows with its length
  gradbench   log-sum-exp, a Gaussian mixture, bundle adjustment: derivatives checked, times against formulas by hand
  all         the four above
  write       write the record's tables into results/speed.md and the repository's README
  packages    the benches in packages/*/bench and apps/*/bench

  --quick             a smoke run of a minute; its figures mean little. The race runs moons and tiny only
  --only a,b          race: only these workloads: ${workloadNames.join(", ")}
  --contestants a,b   race: only those whose name contains one of these, with the base and the reference
  --rounds 9          rounds of the race; fresh processes per line of compile and gradbench (5 when not given)
  --slow              race: also what needs seconds for a step
  --save              put what was measured into results/speed.json, the record; then write
  --no-build          take packages/*/dist as it is
  --no-install        do without the peers that are not there; else npm installs them into bench/node_modules
`;

const options = {
  help: { type: "boolean" },
  quick: { type: "boolean" },
  only: { type: "string" },
  contestants: { type: "string" },
  rounds: { type: "string" },
  slow: { type: "boolean" },
  save: { type: "boolean" },
  "no-build": { type: "boolean" },
  "no-install": { type: "boolean" },
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

function turbo(...args) {
  const root = join(here, "..");
  const command = join(root, "node_modules/.bin/turbo");
  if (!existsSync(command)) fail("Install the repository first: npm run setup");
  const shell = process.platform === "win32";
  const { status } = spawnSync(command, ["run", ...args], { cwd: root, stdio: "inherit", shell });
  if (status !== 0) process.exit(status ?? 1);
}

/** One line that replaces itself in a terminal, a line each elsewhere. */
function progress(line) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  else if (line) console.error(line);
}

/** The contestants whose names the option picks; the base and the reference always take part. */
function picked(option) {
  if (!option) return contestants;
  const wanted = option.split(",").map((part) => part.trim().toLowerCase());
  return contestants.filter(
    ({ name }) =>
      name === "C" || name === reference || wanted.some((part) => name.toLowerCase().includes(part)),
  );
}

/** The race; workloads that are not run now are kept as the record has them. */
async function measureRace(
  { only, quick, rounds = "9", slow, contestants: option, "no-install": without },
  { workloads: known = [] } = {},
) {
  const names = only?.split(",") ?? (quick ? ["moons", "tiny"] : workloadNames);
  for (const name of names)
    if (!workloadNames.includes(name)) fail(`There is no workload ${name}.\n\n${help}`);
  if (!without) installPeers();
  const pace = quick
    ? { rounds: 3, budget: 10_000, warmth: 4 }
    : { rounds: Number(rounds), budget: 100_000, warmth: 8 };
  const workloads = [];
  for (const name of names) {
    const data = workload(name);
    const how = { ...pace, withSlow: slow, log: progress };
    const measured = { ...now(), rounds: pace.rounds };
    const results = await race(name, picked(option), reference, how);
    const base = results.some((r) => r.name === "C" && !r.failed) ? "C" : reference;
    workloads.push({ name, doc: data.doc, nodes: nodesOf(data), measured, base, results });
  }
  const kept = known.filter(({ name }) => !names.includes(name));
  const order = ({ name }) => workloadNames.indexOf(name);
  return { workloads: [...workloads, ...kept].sort((a, b) => order(a) - order(b)) };
}

const measures = {
  race: measureRace,
  compile: async ({ quick, rounds = "5" }) =>
    (await import("./compile-cost.mjs")).measureCompileCost({ processes: quick ? 1 : Number(rounds) }),
  endurance: async ({ quick }) =>
    (await import("./endurance.mjs")).measureEndurance({ steps: quick ? 10_000 : 100_000 }),
  gradbench: async ({ quick, rounds = "5" }) => ({
    problems: (await import("./gradbench.mjs")).measureGradbench({ rounds: quick ? 1 : Number(rounds) }),
  }),
};

function write(record) {
  saveRecord(record, markdown(record));
  writeReadme(record);
}

async function main() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [what = "race"] = positionals;
  if (values.help) return console.log(help);
  if (what === "packages") return turbo("bench", "--concurrency=1");
  if (what === "write") return write(readRecord());
  if (what !== "all" && !(what in measures)) fail(`There is no ${what}.\n\n${help}`);
  if (!values["no-build"]) turbo("build", "--filter=@outgrad/engine", "--output-logs=errors-only");
  const record = values.save ? readRecord() : {};
  for (const name of what === "all" ? Object.keys(measures) : [what]) {
    progress(name);
    const before = circumstances();
    record[name] = {
      ...before,
      quick: Boolean(values.quick),
      ...(await measures[name](values, record[name])),
    };
    progress("");
    console.log(`${section(name, record[name])}\n`);
  }
  if (values.save) write(record);
}

await main();
