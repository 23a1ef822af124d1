// Entry point of `npm run bench`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { contestants, reference } from "./contestants.mjs";
import { gpuSizes, measureGpu } from "./gpu.mjs";
import { installPeers } from "./lib/peers.mjs";
import { picked, races } from "./lib/races.mjs";
import { writeReadme } from "./lib/readme.mjs";
import { circumstances, readRecord, saveRecord } from "./lib/record.mjs";
import { markdown, section } from "./lib/tables.mjs";
import { measureTensors, tensorParts } from "./tensors.mjs";
import { workload, workloadNames } from "./workloads/data.mjs";
import { nodesOf } from "./workloads/program.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const help = `npm run bench -- [what] [options]

Measures outgrad's built packages in CPU time, and prints tables.

  race        outgrad against other ways to differentiate the same programs (when nothing else is named)
  tensors     training steps of nets and products of matrices against PyTorch and others; start and memory
  compile     what compiling a program costs, and after how many steps it has paid for itself
  endurance   the memory that 100,000 steps leave behind; how the time of a chain grows with its length
  gradbench   log-sum-exp, a Gaussian mixture, bundle adjustment: derivatives checked, times against formulas by hand
  all         the five above
  gpu         products of matrices on WebGPU against jax-js and gpu.js; needs a Vulkan driver
  audit       the same gradients, asked of outgrad and its peers; what they give goes into results/audit.json. No speeds
  write       write the record's tables into results/speed.md and the repository's README
  packages    the benches in packages/*/bench and apps/*/bench

  --quick             a smoke run of a minute; its figures mean little. The race runs moons and tiny only
  --only a,b          race: only these workloads: ${workloadNames.join(", ")};
                      tensors: only these: ${tensorParts.join(", ")};
                      gpu: only these sizes: ${gpuSizes.join(", ")}
  --contestants a,b   race, tensors: only those whose name contains one of these, with the base and the reference
  --rounds 9          rounds of the races; fresh processes per line of compile and gradbench (5 when not given)
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

/** The race; workloads that are not run now are kept as the record has them. */
async function measureRace(options, { workloads: known } = {}) {
  const names = options.only?.split(",") ?? (options.quick ? ["moons", "tiny"] : workloadNames);
  for (const name of names)
    if (!workloadNames.includes(name)) fail(`There is no workload ${name}.\n\n${help}`);
  if (!options["no-install"]) installPeers();
  const how = {
    contestants: () => picked(contestants, options.contestants, ["C", reference]),
    reference,
    checked: 3,
    log: progress,
    entry: (name, results) => {
      const data = workload(name);
      const base = results.some((r) => r.name === "C" && !r.failed) ? "C" : reference;
      return { doc: data.doc, nodes: nodesOf(data), base };
    },
  };
  return { workloads: await races(names, workloadNames, options, how, known) };
}

/** The races of tensors; what is not run now is kept as the record has it. */
async function runTensors(options, known) {
  for (const name of options.only?.split(",") ?? [])
    if (!tensorParts.includes(name)) fail(`Of tensors there is no ${name}.\n\n${help}`);
  if (!options["no-install"]) installPeers();
  return measureTensors(options, known, progress);
}

/** Products on the GPU; sizes that are not run now are kept as the record has them. */
async function runGpu(options, { workloads } = {}) {
  for (const size of options.only?.split(",") ?? [])
    if (!gpuSizes.includes(Number(size))) fail(`On the GPU there is no size ${size}.\n\n${help}`);
  if (!options["no-install"]) installPeers();
  const { machine } = circumstances();
  return {
    machine: { ...machine, pinned: false },
    ...(await measureGpu(options, workloads, progress)),
  };
}

/** Those that run on every machine. */
const everywhere = {
  race: measureRace,
  tensors: runTensors,
  compile: async ({ quick, rounds = "5" }) =>
    (await import("./compile-cost.mjs")).measureCompileCost({ processes: quick ? 1 : Number(rounds) }),
  endurance: async ({ quick }) =>
    (await import("./endurance.mjs")).measureEndurance({ steps: quick ? 10_000 : 100_000 }),
  gradbench: async ({ quick, rounds = "5" }) => ({
    problems: (await import("./gradbench.mjs")).measureGradbench({ rounds: quick ? 1 : Number(rounds) }),
  }),
};
const measures = { ...everywhere, gpu: runGpu };

/** The tables are made of the rounded numbers that the record holds, so that they can be made again. */
function write(record) {
  writeReadme(saveRecord(record, markdown));
}

async function main() {
  // The audit has options of its own.
  if (process.argv[2] === "audit") {
    const { status } = spawnSync(process.execPath, [join(here, "audit/run.mjs"), ...process.argv.slice(3)], {
      stdio: "inherit",
    });
    process.exit(status ?? 1);
  }
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [what = "race"] = positionals;
  if (values.help) return console.log(help);
  if (what === "packages") return turbo("bench", "--concurrency=1");
  if (what === "write") return write(readRecord());
  if (what !== "all" && !(what in measures)) fail(`There is no ${what}.\n\n${help}`);
  if (!values["no-build"])
    turbo("build", "--filter=@outgrad/losses", "--filter=@outgrad/gpu", "--output-logs=errors-only");
  const record = values.save ? readRecord() : {};
  for (const name of what === "all" ? Object.keys(everywhere) : [what]) {
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
