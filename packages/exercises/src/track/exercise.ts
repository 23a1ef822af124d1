import type { Language, Topic } from "../finding.js";

/** A text in each language. */
export type InBoth = Readonly<Record<Language, string>>;

/** A part of the track: slopes of functions, the class Value, networks of it, and tables of numbers. */
export type Chapter = "derivatives" | "value" | "nets" | "tensors";

/** One exercise of the track: what a page shows of it. Its checks are apart, so that a page need not load them. */
export interface Exercise {
  /** Its name in addresses and in saved progress: `add-mul`. */
  readonly id: string;
  /** Its place in the track, from 1. */
  readonly number: number;
  /** A few words, without markdown. */
  readonly title: string;
  /** The part of the track that it belongs to. */
  readonly chapter: Chapter;
  /** The id of the exercise whose text this one goes on with. */
  readonly buildsOn?: string;
  /** What is to be written, in the order of the text: operations of the class, or names of functions and classes as TypeScript writes them. */
  readonly topics: readonly Topic[];
}

/** A hint says a little more than the one before. */
export interface Hint {
  /** What it gives away: something to think about, what holds in general, or code to write. */
  readonly kind: "question" | "rule" | "line";
  /** Markdown. */
  readonly text: string;
}
