import { clip, limits } from "../limits.js";
import type { CallResult, Data, Failure, Log, RunResult } from "../outcome.js";
import type { RunJob } from "../protocol.js";
import { type JobOptions, Line } from "./line.js";
import { isRecord, noAnswer, readData, readFailure, readShown } from "./read.js";
import { readGraph } from "./read-graph.js";

/** How to run code. */
export interface RunOptions extends JobOptions {
  /** Other files, by the name that the code imports them by: `{ "./function": "export const f = ..." }`. */
  readonly modules?: Readonly<Record<string, string>>;
}

/** Runs a visitor's code where it reaches neither the page, nor storage, nor the network. */
export interface Sandbox {
  /**
   * Runs TypeScript and gives the graph of its result: `export default`, else the last Value that it called
   * `backward()` on. It imports from @outgrad/engine (/micro, /random), nn, losses, gradcheck, viz, datasets (/digits)
   * and ops (/intrinsics). `leaves`: numbers that `value(x, "name")` takes instead of x, by name.
   *
   * Never throws: whatever the code does ends in a result or in a sentence.
   */
  run(
    code: string,
    options?: RunOptions & { readonly leaves?: Readonly<Record<string, number>> },
  ): Promise<RunResult | Failure>;
  /** Calls a function that the code exports, once for each list of arguments; an async one is waited for. */
  call(
    code: string,
    name: string,
    argsList: readonly (readonly Data[])[],
    options?: RunOptions,
  ): Promise<CallResult | Failure>;
  /** Loads what running needs, before it is asked for. */
  warm(): void;
  /** Removes the frame, and ends what runs in it; the next run makes a new one. */
  close(): void;
}

/** A sandbox; `src` is where sandbox.html lies, beside the page if absent. Its frame is made when it is first used. */
export function openSandbox({ src = "./sandbox.html" } = {}): Sandbox {
  const line = new Line(src);
  const ask = (job: RunJob, options: RunOptions) => line.ask(job, options);
  return {
    async run(code, options = {}) {
      const { leaves = {}, modules = {} } = options;
      const { outcome, logs } = await ask({ code, modules, leaves }, options);
      return readRun(outcome, logs);
    },
    async call(code, name, argsList, options = {}) {
      const { modules = {} } = options;
      const { outcome, logs } = await ask({ code, modules, leaves: {}, call: { name, argsList } }, options);
      return readCall(outcome, argsList.length, logs);
    },
    warm: () => line.warm(),
    close: () => line.close(),
  };
}

/** @internal */
export function readRun(outcome: unknown, logs: readonly Log[]): RunResult | Failure {
  if (!isRecord(outcome)) return readFailure({ sentence: noAnswer }, logs);
  if (outcome.ok !== true) return readFailure(outcome, logs);
  const graph = outcome.graph === undefined ? null : readGraph(outcome.graph);
  const note = typeof graph === "string" ? graph : outcome.note;
  return {
    ok: true,
    logs,
    graph: typeof graph === "string" ? null : graph,
    ...(typeof note === "string" && { note: clip(note) }),
    shown: readShown(outcome.shown),
  };
}

/** @internal */
export function readCall(outcome: unknown, calls: number, logs: readonly Log[]): CallResult | Failure {
  if (!isRecord(outcome)) return readFailure({ sentence: noAnswer }, logs);
  if (outcome.ok !== true) return readFailure(outcome, logs);
  const results = readData(outcome.results, { left: limits.data + 1 });
  if (!Array.isArray(results) || results.length !== calls) return readFailure({ sentence: noAnswer }, logs);
  return { ok: true, logs, results: results as readonly Data[] };
}
