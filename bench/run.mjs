// Entry point of `npm run bench`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { contestants, reference } from "./contestants.mjs";
import { installPeers } from "./lib/peers.mjs";
import { race } from "./lib/race.mjs";
import { circumstances } from "./lib/record.mjs";
import { circumstancesLine, raceTable } from "./lib/table.mjs";
import { workload, workloadNames } from "./workloads/data.mjs";
import { nodesOf } from "./workloads/program.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const help = `npm run bench -- [options]

Races outgrad against other ways to differentiate the same programs, in CPU time, and prints a table of ratios.
The packages are built first; the peers are installed from npm into bench/node_modules.

  --quick             a smoke run of a minute on moons and tiny; its figures mean little
  --only a,b          only these workloads: ${workloadNames.join(", ")}
  --contestants a,b   only the contestants whose name contains one of these, with the base and the reference
  --rounds 9          rounds per workload
  --save              write the record, results/speed.json and results/speed.md
  --no-build          take packages/*/dist as it is
  --no-install        do without the peers that are not there

The packages have benches of their own: npm run bench -- packages
`;

const options = {
  help: { type: "boolean" },
  quick: { type: "boolean" },
  only: { type: "string" },
  contestants: { type: "string" },
  rounds: { type: "string" },
  save: { type: "boolean" },
  build: { type: "boolean", default: true },
  install: { type: "boolean", default: true },
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

function turbo(...args) {
  const root = join(here, "..");
  const command = join(root, "node_modules/.bin/turbo");
  if (!existsSync(command) && !existsSync(`${command}.cmd`))
    fail("Install the repository first: npm run setup");
  const { status } = spawnSync(command, ["run", ...args], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
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

async function main() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true, allowNegative: true });
  if (values.help) return console.log(help);
  if (positionals[0] === "packages") return turbo("bench", "--concurrency=1");
  if (positionals.length > 0) fail(`There is no ${positionals[0]}.\n\n${help}`);
  const names = values.only?.split(",") ?? (values.quick ? ["moons", "tiny"] : workloadNames);
  for (const name of names)
    if (!workloadNames.includes(name)) fail(`There is no workload ${name}.\n\n${help}`);

  if (values.build) turbo("build", "--filter=@outgrad/engine", "--output-logs=errors-only");
  if (values.install) installPeers();
  const pace = values.quick
    ? { rounds: 3, budget: 10_000, warmth: 4 }
    : { rounds: Number(values.rounds ?? 9), budget: 100_000, warmth: 8 };
  const record = { ...circumstances(), rounds: pace.rounds, quick: Boolean(values.quick), workloads: [] };
  for (const name of names) {
    const data = workload(name);
    const results = await race(name, picked(values.contestants), reference, {
      ...pace,
      quick: values.quick,
      log: progress,
    });
    const base = results.some((r) => r.name === "C" && !r.failed) ? "C" : reference;
    record.workloads.push({ name, doc: data.doc, nodes: nodesOf(data), base, results });
  }
  progress("");
  const table = `${raceTable(record)}\n\n${circumstancesLine(record)}\n`;
  console.log(table);
  if (values.save) {
    mkdirSync(join(here, "results"), { recursive: true });
    const file = join(here, "results/speed.json");
    const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    const { compile, memory } = before;
    writeFileSync(file, `${JSON.stringify({ ...record, compile, memory }, null, 1)}\n`);
    writeFileSync(join(here, "results/speed.md"), table);
  }
}

await main();
