import { clip, limits } from "../limits.js";
import type { Log } from "../outcome.js";
import type { Row, RunJob } from "../protocol.js";
import { type Body, compile } from "./compile.js";
import { dataOf } from "./data.js";
import { listen } from "./listen.js";
import { mistakeOf } from "./mistake.js";
import { type AnyValue, isDrawing, isValue, packages, valueClasses, wordsOf } from "./modules.js";
import { rowsOf } from "./rows.js";

/** The code's own name among the files. */
const main = "snippet";

/** Runs a job and gives its outcome as plain data. Never throws: mistakes are outcomes too. */
export async function runJob(job: RunJob, tell: (log: Log) => void): Promise<unknown> {
  const sources: Readonly<Record<string, string>> = { ...job.modules, [main]: job.code };
  try {
    const seen = watch();
    const shown: { svg: string; text: string }[] = [];
    const show = (thing: unknown) => {
      if (!isDrawing(thing) || shown.length === limits.shown) return;
      const svg = thing.svg();
      if (svg.length <= limits.picture) shown.push({ svg, text: clip(thing.text()) });
    };
    listen(tell, { words: wordsOf, show });
    const exported = await load(sources, job.leaves);
    if (job.call) return { ok: true, results: await callAll(exported, job.call) };
    const result = "default" in exported ? exported.default : seen.last;
    show(result);
    return { ok: true, shown, ...graphOf(isValue(result) ? result : seen.last) };
  } catch (thrown) {
    return mistakeOf(thrown, Object.keys(sources));
  }
}

/** Runs every file that is reached from the main one, and gives what that exports. */
async function load(sources: Readonly<Record<string, string>>, leaves: RunJob["leaves"]): Promise<Exports> {
  const bodies = new Map<string, Body>(
    Object.keys(sources).map((file) => [file, compile(file, sources[file] as string)]),
  );
  const loaded = new Map<string, Exports>();
  const given = modulesFor(leaves);
  // What the main file imports has to be there before it runs: files of a job are loaded in the order given.
  const need = (name: string): unknown => {
    const file = name.replace(/\.[jt]s$/, "");
    const found = given[name] ?? loaded.get(file);
    if (found) return found;
    throw new Error(
      `There is no module "${clip(name, 100)}" here; there are ${Object.keys(given).join(", ")}.`,
    );
  };
  for (const [file, body] of bodies) {
    const exports: Exports = {};
    loaded.set(file, exports);
    await body(need, exports);
  }
  return loaded.get(main) as Exports;
}

type Exports = Record<string, unknown>;

/** The packages, with a `value` that gives leaves of these names these numbers. */
function modulesFor(leaves: RunJob["leaves"]): Readonly<Record<string, object>> {
  const named = (original: (data: number, label?: string) => AnyValue) => (data: number, label?: string) =>
    original(label !== undefined && Object.hasOwn(leaves, label) ? (leaves[label] as number) : data, label);
  return Object.fromEntries(
    Object.entries(packages).map(([name, exports]) => {
      const value = (exports as { value?: unknown }).value;
      const isEngine = /^@outgrad\/engine(\/micro)?$/.test(name) && typeof value === "function";
      return [
        name,
        isEngine ? { ...exports, value: named(value as Parameters<typeof named>[0]) } : { ...exports },
      ];
    }),
  );
}

/** Remembers the Value whose backward() was called last. */
function watch(): { last?: AnyValue } {
  const seen: { last?: AnyValue } = {};
  for (const { prototype } of valueClasses) {
    const backward = prototype.backward as (this: AnyValue) => void;
    prototype.backward = function (this: AnyValue) {
      backward.call(this);
      seen.last = this;
    };
  }
  return seen;
}

function graphOf(value: AnyValue | undefined): { graph?: readonly Row[]; note?: string } {
  if (!value) return {};
  try {
    const rows = rowsOf(value);
    return typeof rows === "string" ? { note: rows } : { graph: rows };
  } catch (thrown) {
    return { note: mistakeOf(thrown, []).sentence };
  }
}

async function callAll(
  exported: Exports,
  { name, argsList }: NonNullable<RunJob["call"]>,
): Promise<unknown[]> {
  const called = exported[name];
  if (typeof called !== "function") {
    const names = Object.keys(exported).filter((each) => typeof exported[each] === "function");
    throw new Error(
      `The code has to export a function "${name}"; it exports ${names.length > 0 ? names.join(", ") : "none"}.`,
    );
  }
  const purse = { left: limits.data };
  const results: unknown[] = [];
  for (const args of argsList) results.push(dataOf(await called(...args), purse));
  return results;
}
