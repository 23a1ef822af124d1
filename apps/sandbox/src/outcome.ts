import type { Graph } from "@outgrad/viz";

/** What consoles call their lines. */
export const levels = ["log", "info", "warn", "error", "debug"] as const;

/** One line that the code logged. */
export interface Log {
  readonly level: (typeof levels)[number];
  readonly text: string;
}

/** A picture that the code logged or exported. To be shown by `<img>` only: it was written by a visitor's code. */
export interface Shown {
  readonly svg: string;
  /** The same in sentences. */
  readonly text: string;
}

/** Why there is no result. */
export interface Failure {
  readonly ok: false;
  /** What happened and, where that is known, what to do. Plain text. */
  readonly sentence: string;
  /** The module the mistake is in, as it is imported: "./function"; absent for the code itself. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1; only for mistakes of grammar, because other columns are those of the code without its types. */
  readonly column?: number;
  readonly logs: readonly Log[];
}

/** What a program left behind. */
export interface RunResult {
  readonly ok: true;
  readonly logs: readonly Log[];
  /** What its result was computed from: that of `export default`, else of the last Value with `backward()`. */
  readonly graph: Graph | null;
  /** Why there is no graph, where one was to be expected. */
  readonly note?: string;
  readonly shown: readonly Shown[];
}

/** Plain data: numbers (NaN and infinities too), texts, truth values, null, lists and records of them. */
export type Data = number | string | boolean | null | readonly Data[] | { readonly [name: string]: Data };

/** What a function gave, one entry for each list of arguments. A Value is its number. */
export interface CallResult {
  readonly ok: true;
  readonly logs: readonly Log[];
  readonly results: readonly Data[];
}
