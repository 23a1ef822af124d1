// Tests the tests: makes small mistakes in the committed sources of a package, in a temporary clone, and counts those
// that the package's own tests notice. `node tools/mutate.mjs <package> [--count 60] [--seed 1] [--jobs 2]`.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { mutantsOf } from "./mutants.mjs";
import { root } from "./workspace.mjs";

const least = 95;
const timeLimit = 90_000;

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

/** Whether a command succeeds in time. */
function succeeds(cwd, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: "ignore", detached: true });
    const timer = setTimeout(end, timeLimit, child);
    running.add(child);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code === 0);
    });
  });
}

function passes(copy, packageName) {
  const without = slowTests[packageName];
  const pattern = without.length ? ["-t", `^(?!.*(?:${without.join("|")}))`] : [];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = ["run", "--bail", "1", "--no-typecheck", ...pattern];
  return succeeds(join(copy, "packages", packageName), vitest, ...args);
}

/** Whether the tests pass with the mutant in place. The intrinsics run as they are printed, so print them anew. */
async function survives(copy, { file, text }) {
  const path = join(copy, file);
  const ops = join(copy, "packages/ops");
  const isProgram = file.includes("/src/intrinsics/");
  const right = readFileSync(path, "utf8");
  writeFileSync(path, text);
  try {
    if (isProgram && !(await succeeds(ops, "scripts/generate-intrinsics.mjs"))) return false;
    if (!(await passes(copy, name))) return false;
    return !file.includes("/src/table/") || (await passes(copy, "gradcheck"));
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
const survivors = [];
let tried = 0;
process.on("exit", () => {
  for (const child of running) end(child);
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    console.log(`${name}: stopped; killed ${tried - survivors.length} of the first ${tried}`);
    process.exit(130);
  });
}

const source = `packages/${name}/src`;
const files = readdirSync(join(copies[0], source), { recursive: true })
  .map((path) => `${source}/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".ts") && !/\/generated\/|\/index\.ts$|\.d\.ts$/.test(path))
  .sort();
const all = files.flatMap((file) => mutantsIn(copies[0], file));
const open = all.filter((mutant) => !isEquivalent(mutant));
const drawn = draw(shuffled(open, options.seed), Number(options.count));
console.log(`${name}: ${drawn.length} of ${all.length} mutants`);
if (options.list) {
  for (const { place, change } of drawn) console.log(`${place}  ${change}`);
  process.exit(0);
}

if (!(await passes(copies[0], name)) || (name === "ops" && !(await passes(copies[0], "gradcheck"))))
  throw new Error(`${name}: its tests fail without any mutant; mend them first.`);
const waiting = [...drawn];
await Promise.all(
  copies.map(async (copy) => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const survived = await survives(copy, mutant);
      tried++;
      if (!survived) continue;
      survivors.push(mutant);
      console.log(`survived ${mutant.place}  ${mutant.change}\n  ${mutant.line}`);
    }
  }),
);
const killed = drawn.length - survivors.length;
const score = (100 * killed) / drawn.length;
console.log(`${name}: killed ${killed} of ${drawn.length} = ${score.toFixed(1)} %`);
process.exitCode = score < least ? 1 : 0;
