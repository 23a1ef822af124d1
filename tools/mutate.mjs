// Tests the tests: makes small mistakes in the committed sources of a package, in a temporary clone, and counts those
// that the package's own tests notice. `node tools/mutate.mjs <package> [--count 60] [--seed 1] [--jobs 2]`; with
// `--only <text>` the mistakes are drawn from the files with that text in their path, with `--list` they are only shown.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { mutantsOf } from "./mutants.mjs";
import { root } from "./workspace.mjs";

const least = 95;

/** Milliseconds until a run of tests counts as endless: set from the time that they take without a mutant. */
let timeLimit = 300_000;

/** Tests left out: they are about size or run a whole toolchain, and cost more seconds than they kill mutants. */
const slowTests = {
  ops: [],
  engine: ["1,000,000", "300,000", "segments are freed", "one entry gives the method"],
  gradcheck: ["a chain of 100,000 nodes"],
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "2" },
    only: { type: "string", default: "" },
    list: { type: "boolean", default: false },
  },
});
const [name] = positionals;
if (!Object.hasOwn(slowTests, name ?? "")) {
  console.error(`Which package? node tools/mutate.mjs ${Object.keys(slowTests).join(" | ")}`);
  process.exit(2);
}

/** Every mutant of a file, with what people need to find it again. */
function mutantsIn(copy, file) {
  const text = readFileSync(join(copy, file), "utf8");
  return mutantsOf(text, { formulasOnly: file.includes("/src/table/") }).map(({ start, end, after }) => {
    const number = text.slice(0, start).split("\n").length;
    return {
      file,
      text: text.slice(0, start) + after + text.slice(end),
      place: `${file}:${number}`,
      line: text.split("\n")[number - 1].trim(),
      change: `${text.slice(start, end)} -> ${after}`.replace(/\s+/g, " "),
    };
  });
}

/**
 * The mutants in an order that depends on the seed and on each mutant alone: an edit elsewhere changes few of those
 * that are drawn.
 */
function shuffled(mutants, seed) {
  const times = new Map();
  const rank = ({ file, line, change }) => {
    const key = [file, line, change].join("\n");
    const nth = times.get(key) ?? 0;
    times.set(key, nth + 1);
    return createHash("sha256").update(`${seed}\n${key}\n${nth}`).digest("hex");
  };
  const ranked = mutants.map((mutant) => ({ mutant, rank: rank(mutant) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ mutant }) => mutant);
}

/** The first `count` of each folder in turn, so that the coefficients of the intrinsics do not crowd out the rest. */
function draw(mutants, count) {
  const folders = [...new Set(mutants.map(({ file }) => dirname(file)))].sort();
  const piles = folders.map((folder) => mutants.filter(({ file }) => dirname(file) === folder));
  const rounds = Array.from({ length: count }, (_, i) => piles.map((pile) => pile[i]));
  return rounds
    .flat()
    .filter((mutant) => mutant !== undefined)
    .slice(0, count);
}

/** A copy of what is committed that tests can run in: pnpm's links between packages are relative, so they stay inside. */
function copyWorkspace() {
  const copy = mkdtempSync(join(tmpdir(), "outgrad-mutants-"));
  execFileSync("git", ["clone", "--quiet", "--depth", "1", pathToFileURL(root).href, copy]);
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  const filter = (path) => !/[\\/]\.[^\\/]*$/.test(path);
  for (const folder of readdirSync(join(copy, "packages"))) {
    const links = join("packages", folder, "node_modules");
    cpSync(join(root, links), join(copy, links), { recursive: true, verbatimSymlinks: true, filter });
  }
  return copy;
}

const running = new Set();

/** Ends a whole process group: a test that loops ignores gentler signals. */
const end = ({ pid }) => process.kill(-pid, "SIGKILL");

/** How a command ends: "passed", "failed" or "ran too long". */
function outcome(cwd, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: "ignore", detached: true });
    let result = "failed";
    const timer = setTimeout(() => {
      result = "ran too long";
      end(child);
    }, timeLimit);
    running.add(child);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code === 0 ? "passed" : result);
    });
  });
}

/** How a package's tests end. In one process without isolation they take half the time, most of which is start-up. */
function test(copy, packageName, files = []) {
  const without = slowTests[packageName];
  const pattern = without.length ? ["-t", `^(?!.*(?:${without.join("|")}))`] : [];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const quick = ["--bail", "1", "--no-typecheck", "--no-isolate", "--no-file-parallelism"];
  return outcome(join(copy, "packages", packageName), vitest, "run", ...files, ...quick, ...pattern);
}

/** The tests that judge a file: its package's own, and for the formulas of the ops also those that check every op. */
const judges = (file) => (file.includes("/src/table/") ? [name, "gradcheck"] : [name]);

/** The test files that are named for a file, for the first word of its name or for its folder: most mistakes show there. */
function nearest(copy, file) {
  const names = [basename(file, ".ts"), basename(file, ".ts").split("-")[0], basename(dirname(file))];
  const tests = [...names.map((word) => `test/${word}.test.ts`), `test/${names[2]}/`];
  return tests.filter((path) => existsSync(join(copy, "packages", name, path)));
}

/** How the tests end with the mutant in place. The intrinsics run as they are printed, so print them anew. */
async function testMutant(copy, { file, text }) {
  const path = join(copy, file);
  const isProgram = file.includes("/src/intrinsics/");
  const right = readFileSync(path, "utf8");
  writeFileSync(path, text);
  try {
    let result = "passed";
    if (isProgram) result = await outcome(join(copy, "packages/ops"), "scripts/generate-intrinsics.mjs");
    const near = nearest(copy, file);
    if (result === "passed" && near.length) result = await test(copy, name, near);
    for (const judge of judges(file)) if (result === "passed") result = await test(copy, judge);
    return result;
  } finally {
    writeFileSync(path, right);
    if (isProgram) {
      execFileSync("git", ["checkout", "--quiet", "--", "packages/ops/src/generated"], { cwd: copy });
    }
  }
}

const equivalent = JSON.parse(readFileSync(new URL("mutate-equivalent.json", import.meta.url), "utf8"));
const isEquivalent = (mutant) =>
  equivalent.some(
    ({ file, line, change }) =>
      file === mutant.file && line === mutant.line && (change === undefined || change === mutant.change),
  );

const copies = Array.from({ length: Number(options.jobs) }, copyWorkspace);
const count = { passed: 0, failed: 0, "ran too long": 0 };
const killed = () => count.failed + count["ran too long"];
const tried = () => killed() + count.passed;
process.on("exit", () => {
  for (const child of running) end(child);
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    console.log(`${name}: stopped; killed ${killed()} of the first ${tried()}`);
    process.exit(130);
  });
}

const source = `packages/${name}/src`;
const files = readdirSync(join(copies[0], source), { recursive: true })
  .map((path) => `${source}/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".ts") && !/\/generated\/|\/index\.ts$|\.d\.ts$/.test(path))
  .filter((path) => path.includes(options.only))
  .sort();
const all = files.flatMap((file) => mutantsIn(copies[0], file));
const open = all.filter((mutant) => !isEquivalent(mutant));
const drawn = draw(shuffled(open, options.seed), Number(options.count));
console.log(`${name}: ${drawn.length} of ${all.length} mutants`);
if (options.list) {
  for (const { place, change } of drawn) console.log(`${place}  ${change}`);
  process.exit(0);
}

let slowest = 0;
for (const packageName of new Set(drawn.flatMap(({ file }) => judges(file)))) {
  const start = performance.now();
  if ((await test(copies[0], packageName)) !== "passed")
    throw new Error(`${packageName}: its tests fail without any mutant; mend them first.`);
  slowest = Math.max(slowest, performance.now() - start);
}
timeLimit = 15_000 + 5 * slowest;

const waiting = [...drawn];
await Promise.all(
  copies.map(async (copy) => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const result = await testMutant(copy, mutant);
      count[result]++;
      console.log(`${killed()}/${tried()}  ${result}  ${mutant.place}  ${mutant.change}`);
      if (result === "passed") console.log(`  SURVIVED in  ${mutant.line}`);
    }
  }),
);
const score = (100 * killed()) / drawn.length;
const endless = count["ran too long"] ? `, ${count["ran too long"]} of them because they ran too long` : "";
console.log(`${name}: killed ${killed()} of ${drawn.length} = ${score.toFixed(1)} %${endless}`);
process.exitCode = score < least ? 1 : 0;
