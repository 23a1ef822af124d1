import type { GraphNode } from "@outgrad/viz";

/** A program to run: what sandbox.html's workers are asked for. */
export interface RunJob {
  readonly code: string;
  /** Other files, by the name that the code imports them by: "./function". */
  readonly modules: Readonly<Record<string, string>>;
  /** Numbers that named leaves take instead of their own. */
  readonly leaves: Readonly<Record<string, number>>;
  /** An exported function to call, once for each list of arguments. */
  readonly call?: { readonly name: string; readonly argsList: readonly (readonly unknown[])[] };
}

/** A text of an exercise to check: what the workers of the grader's pages are asked for. */
export interface CheckJob {
  readonly exercise: string;
  readonly text: string;
  /** Where the numbers come from that everything is tried with. */
  readonly seed: number;
}

/** From the page to the frame, which hands the job to a worker as it is. */
export type Order =
  | { readonly kind: "job"; readonly id: number; readonly job: unknown; readonly seconds: number }
  | { readonly kind: "stop" };

/** From a worker to the frame. */
export type Word =
  | { readonly kind: "ready" }
  /** The job has been heard, and begins now: from here its time is counted. */
  | { readonly kind: "begun" }
  | { readonly kind: "log"; readonly log: unknown }
  /** What it is at: what is to blame when it has to be ended. */
  | { readonly kind: "at"; readonly at: unknown }
  | { readonly kind: "done"; readonly outcome: unknown };

/**
 * From the frame to the page. What a log or an outcome holds comes from the worker, where a visitor's code runs: the
 * page takes it for anything at all.
 */
export type Reply =
  | { readonly kind: "alive" }
  | { readonly kind: "log"; readonly id: number; readonly log: unknown }
  | { readonly kind: "done"; readonly id: number; readonly outcome: unknown };

/** One value of a graph as it travels. */
export interface Row extends Required<Omit<GraphNode, "inputs">> {
  /** Ids. */
  readonly inputs: readonly number[];
}
