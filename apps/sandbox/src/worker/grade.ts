import type { Report, Topic } from "@outgrad/exercises";
import {
  check,
  exerciseOf,
  type Machine,
  type Picture,
  pictureOf,
  type Subject,
} from "@outgrad/exercises/check";
import { type Exercise, solutionOf } from "@outgrad/exercises/track";
import type { CheckJob } from "../protocol.js";
import { mistakeOf } from "./mistake.js";
import type { Teller, Work } from "./serve.js";

/** A text that is right, and needs much of the grader. */
const rehearsed = exerciseOf("backward") as Exercise;

/** Checks a text that is ours. */
export function rehearse(machine: Machine): void {
  check(rehearsed, solutionOf(rehearsed, machine.language), machine, { seed: 1 });
}

/** What checks texts of one language. */
export const graderOf =
  (machine: Machine): Work<CheckJob> =>
  ({ exercise: id, text, seed }: CheckJob, { at }: Teller) => {
    const exercise = exerciseOf(id);
    if (!exercise) return { ok: false, sentence: `There is no exercise "${id}".` };
    let picture: Picture | undefined;
    const onSubject = (subject: Subject, report: Report) => {
      picture = drawn(subject, report, exercise.topics);
    };
    try {
      const report = check(exercise, text, machine, { seed, onTopic: at, onSubject });
      return { ok: true, report, picture };
    } catch (thrown) {
      // The grader reads whatever the text gives it; a text that has damaged the language itself may still get here.
      return mistakeOf(thrown, []);
    }
  };

/** The picture of the first cause; of what the exercise is about, if nothing is wrong. */
function drawn(subject: Subject, { findings }: Report, topics: readonly Topic[]): Picture | undefined {
  const causes = findings.filter(({ causedBy }) => causedBy === undefined);
  if (findings.length > 0) return causes.map(({ op, code }) => pictureOf(subject, op, code)).find(Boolean);
  return topics.map((topic) => pictureOf(subject, topic)).findLast(Boolean);
}
