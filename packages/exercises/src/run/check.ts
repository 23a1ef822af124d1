import { type Random, random } from "@outgrad/engine/random";
import type { Finding, Report, Topic } from "../finding.js";
import { structureOf } from "../structure/structure-of.js";
import type { Machine } from "../subject/machine.js";
import type { Exercise } from "../track/exercise.js";
import { topicOf } from "../track/in-language.js";
import { exerciseOf, topicsOf } from "../track/track.js";
import { checkClass, isGraded } from "./class.js";
import { harnessOf } from "./harness.js";
import type { CheckOptions } from "./options.js";
import { parts } from "./parts/index.js";
import { refused } from "./refused.js";
import { skippedNotes } from "./skipped.js";
import { toDo } from "./to-do.js";
import { Trial } from "./trial.js";

/**
 * Tries a learner's text and says what is wrong with it, causes first.
 *
 * What an exercise builds on is tried as well, and first: a softmax cannot be judged on a class that does not add. The
 * machine's language is that of the text. Synchronous; an endless loop in the text never comes back.
 */
export function check(exercise: Exercise, text: string, machine: Machine, options: CheckOptions): Report {
  const stages = stagesOf(exercise);
  const left = toDo(text);
  const isLeft = (topic: Topic) => left.some(({ op }) => op === topic);
  const operations = stages.flatMap((stage) => topicsOf(stage, machine.language)).filter(isGraded);
  const verdict = new Verdict(left);
  if (operations.length > 0) {
    verdict.add(
      checkClass(
        text,
        machine,
        operations.filter((operation) => !isLeft(operation)),
        options,
      ),
    );
    if (verdict.hasFindings || operations.some(isLeft)) return verdict.report();
  }
  const ids = stages.map(({ id }) => id).filter((id) => parts[id]);
  if (ids.length === 0) return verdict.report();
  const program = machine.program(`${text}\n${harnessOf(ids, machine.language)}`);
  if ("code" in program) {
    verdict.add(refused(program, text));
    return verdict.report();
  }
  // A class has told them already.
  if (operations.length === 0) verdict.add(notesAlone(skippedNotes(program.skipped)));
  const structure = structureOf(text, machine.language);
  const lines = text.split("\n").length;
  for (const id of ids) {
    const own = parts[id] ?? [];
    for (const part of own) {
      if (isLeft(part.topic)) continue;
      options.onTopic?.(part.topic);
      const trial = new Trial(part.topic, program, structure, lines, streamOf(options.seed, part.topic));
      verdict.tried(part.topic, trial.find(part), trial.calls);
    }
    // What comes later calls this.
    if (verdict.hasFindings || own.some(({ topic }) => isLeft(topic))) break;
  }
  program.close();
  return verdict.report();
}

/** The exercises whose text this one goes on with, from the first, and itself. */
function stagesOf(exercise: Exercise): readonly Exercise[] {
  const before = exerciseOf(exercise.buildsOn ?? "");
  return before ? [...stagesOf(before), exercise] : [exercise];
}

const notesAlone = (notes: readonly Finding[]): Report => ({ passed: true, findings: [], notes, right: [] });

/** A topic's own numbers: they do not change when another topic takes more. */
const streamOf = (seed: number | string, topic: Topic): Random => random(`${seed} ${topic}`);

/** A report while it grows. */
class Verdict {
  readonly #left: readonly Finding[];
  readonly #findings: Finding[] = [];
  readonly #notes: Finding[] = [];
  readonly #right: Topic[] = [];

  constructor(left: readonly Finding[]) {
    this.#left = left;
  }

  get hasFindings(): boolean {
    return this.#findings.length > 0;
  }

  add({ findings, notes, right }: Report): void {
    this.#findings.push(...findings.map((finding) => this.#withCause(finding)));
    this.#notes.push(...notes);
    this.#right.push(...right);
  }

  /** `calls` are the names that the learner's function calls: what is wrong with one of them, it has from there. */
  tried(topic: Topic, finding: Finding | undefined, calls: ReadonlySet<string>): void {
    if (!finding) {
      this.#right.push(topic);
      return;
    }
    const cause = this.#findings.find(({ op }) => calls.has(op));
    this.#findings.push(
      cause ? { ...finding, causedBy: { code: cause.code, op: cause.op } } : this.#withCause(finding),
    );
  }

  report(): Report {
    // What is written and wrong comes first; what waits for something that is to do comes after it.
    const waits = ({ causedBy }: Finding) => causedBy?.code === "to-do";
    const findings = [
      ...this.#findings.filter((finding) => !waits(finding)),
      ...this.#left,
      ...this.#findings.filter(waits),
    ];
    return { passed: findings.length === 0, findings, notes: this.#notes, right: this.#right };
  }

  /** What stops at a place that is still to do follows from that. */
  #withCause(finding: Finding): Finding {
    const [, name = ""] = /to do: (\w+)/.exec(String(finding.seen ?? "")) ?? [];
    const cause = this.#left.find(({ op }) => op === topicOf(name));
    return cause && !finding.causedBy
      ? { ...finding, causedBy: { code: cause.code, op: cause.op } }
      : finding;
  }
}
