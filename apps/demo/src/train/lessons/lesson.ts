import type { Measurement } from "../../lab/score.ts";
import { type Bug, type Config, initialConfig } from "../config.ts";

/** What came of running a mistake beside the correct run. */
export interface Outcome {
  /** The last measurement of each. */
  readonly right: Measurement;
  readonly wrong: Measurement;
}

/** A mistake that everybody makes once: guess what it does, see what it does, learn how to notice it. */
export interface Lesson {
  readonly bug: Exclude<Bug, "none">;
  readonly title: string;
  /** The line as it should be, and as it is. */
  readonly code: readonly [right: string, wrong: string];
  /** Where the mistake shows clearly. */
  readonly settings: Partial<Config> & Pick<Config, "data">;
  readonly question: string;
  readonly answers: readonly string[];
  /** Which of the answers is true. */
  readonly truth: number;
  /** Whether the mistake showed as the true answer says: what `because` explains. */
  shows(outcome: Outcome): boolean;
  readonly because: string;
  readonly notice: string;
  readonly card?: Card;
}

/** Something that seems to contradict the lesson, and settings that show it. */
export interface Card {
  readonly question: string;
  readonly answer: string;
  readonly action: string;
  readonly settings: Partial<Config>;
}

/** The config of a lesson, without the mistake. */
export const configOf = ({ settings }: Lesson, seed: number): Config => ({
  ...initialConfig(settings.data),
  ...settings,
  seed,
});
