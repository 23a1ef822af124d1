import type { Doubt, ErrorCurve, Verdict } from "@outgrad/gradcheck";

/** Slopes of one input by every method that applies; null where one does not. */
export interface Slopes {
  readonly forward: number;
  readonly symmetric: number;
  readonly fivePoint: number;
  readonly richardson: number;
  readonly ridders: number;
  /** How far Ridders' may be off, as it says itself. */
  readonly bar: number;
  readonly complex: number | null;
}

/** What a check says of one partial derivative. */
export interface Judged {
  readonly gradient: number;
  readonly verdict: Verdict;
  readonly expected: number;
  readonly errorBar: number;
  readonly relativeError: number;
  readonly doubt: Doubt | null;
  readonly why: string | null;
}

/** One input at the point. */
export interface InputReport {
  readonly name: string;
  readonly x: number;
  readonly slopes: Slopes;
  /** Of the engine's gradient; null for a function of plain numbers. */
  readonly engine: Judged | null;
  /** Of the one worked out by hand, if there is one. */
  readonly own: Judged | null;
}

/** A function at a point. */
export interface PointReport {
  readonly y: number;
  readonly inputs: readonly InputReport[];
  readonly curve: ErrorCurve;
}

/** A function's inputs, where to look for them, and a report at a point. */
export interface Look extends PointReport {
  readonly names: readonly string[];
  readonly range: readonly (readonly [low: number, high: number])[];
}

/** A point that a search found. */
export interface Found {
  readonly x: readonly number[];
  readonly verdict: Verdict;
  readonly error: number;
  readonly why: string;
}

/** What one round of a search gives. */
export interface SearchRound {
  readonly tried: number;
  /** The worst point with a slope; null if no point has one. */
  readonly worst: Found | null;
  /** Points where the slopes of the sides differ. */
  readonly kinks: readonly Found[];
}

/** The measured errors of one partial of an op. */
export interface OpErrors {
  readonly op: string;
  readonly arg: string;
  readonly domain: readonly [low: number, high: number];
  readonly verdict: Verdict;
  /** The largest relative error of the op's own partial. */
  readonly partial: number;
  /** Median and largest relative error of every method over the points. */
  readonly methods: Readonly<
    Record<"forward" | "symmetric" | "fivePoint" | "richardson" | "ridders", readonly [number, number]>
  >;
}
