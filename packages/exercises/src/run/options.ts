import type { Report, Topic } from "../finding.js";
import type { Subject } from "../subject/subject.js";

/** What a check is tried with, and who is told what it finds on the way. */
export interface CheckOptions {
  /** Where the random values that everything is tried with come from. */
  readonly seed: number | string;
  /** Told before each thing that is tried: what to blame when an endless loop has to be ended from outside. */
  readonly onTopic?: (topic: Topic) => void;
  /** Told the learner's class once it has been graded, with what was found, and before it is closed: for a picture of its graph. */
  readonly onSubject?: (subject: Subject, report: Report) => void;
}
