import type { Report, Topic } from "../finding.js";
import { isOperation } from "../grader/form.js";
import { grade } from "../grader/grade.js";
import type { Machine } from "../subject/machine.js";
import type { CheckOptions } from "./options.js";
import { refused } from "./refused.js";
import { skippedNotes } from "./skipped.js";

/** Whether the grader of classes judges it. */
export const isGraded = (topic: Topic): boolean => topic === "backward" || isOperation(topic);

/** The learner's Value class, as far as these topics go. */
export function checkClass(
  text: string,
  machine: Machine,
  ops: readonly Topic[],
  { seed, onTopic, onSubject }: CheckOptions,
): Report {
  const subject = machine.subject(text);
  if ("code" in subject) return refused(subject, text);
  const graded = grade(subject, { ops, seed, ...(onTopic && { onTopic }) });
  const report = { ...graded, notes: [...graded.notes, ...skippedNotes(subject.skipped)] };
  onSubject?.(subject, report);
  subject.close();
  return report;
}
