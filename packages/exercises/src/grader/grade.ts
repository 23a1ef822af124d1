import { random } from "@outgrad/engine/random";
import type { Finding, Report, Topic } from "../finding.js";
import type { Operation, Subject } from "../subject/subject.js";
import { childrenFinding, constructorFinding, ruleFinding } from "./constructor.js";
import { fold } from "./fold.js";
import { isOperation, operations } from "./form.js";
import { methodNamed, withInner } from "./lines.js";
import { notesOn } from "./notes.js";
import { operationFindings } from "./operation.js";
import { programs, usedBy } from "./programs.js";
import { withRight } from "./repair.js";
import { type Depth, settle } from "./setting.js";

/** What a grading is tried with. */
export interface GradeOptions {
  /**
   * What to look at. If absent, everything that its language has; then what a class merely lacks, and the programs of the
   * exercises do not use, is a note.
   */
  readonly ops?: readonly Topic[];
  /** Where the random numbers come from: the same seed gives the same report. */
  readonly seed?: number | string;
  /** Is told before each thing that is tried. */
  readonly onTopic?: (topic: Topic) => void;
}

/** What a class has to have when nobody says what: Python's operators need their reversed forms. */
export function allTopics({ language }: Pick<Subject, "language">): readonly Topic[] {
  const optional = language === "python" ? [] : ["radd", "rmul"];
  return [
    "constructor",
    ...operations.filter((each) => !optional.includes(each)),
    "backward",
    "sum",
    "softmax",
  ];
}

/**
 * Tries a learner's class and says what is wrong with it by its causes. Never throws, whatever the class does; an
 * endless loop in it has to be ended from outside.
 */
export function grade(watched: Subject, options: GradeOptions = {}): Report {
  const { ops = allTopics(watched), seed = "outgrad", onTopic } = options;
  const subject = onTopic ? telling(watched, onTopic) : watched;
  const source = random(seed);
  const made = constructorFinding(subject, source);
  // Without numbers in it nothing can be said of what is done with a Value.
  if (made && !["no-grad", "grad-not-zero"].includes(made.code)) {
    return { passed: false, findings: [made], notes: [], right: [] };
  }
  const asked = ops.filter(isOperation);
  const settled = settle(subject, asked, source);
  const { finding, builder } = settled.backward;
  const again = (operation: Operation, depth: Depth) => operationFindings(settled, operation, depth);
  const raw = new Map(
    asked
      .map((operation) => [operation, again(operation, "what")] as const)
      .filter(([, found]) => found.length > 0),
  );
  const works = asked.filter((operation) => !raw.has(operation));
  // A backward() may give the first number itself.
  const isMade = made?.code === "no-grad" && settled.backward.isRightOnTheirs && givesGrads(subject);
  const root =
    (isMade ? undefined : made) ??
    childrenFinding(subject, settled, raw, works) ??
    ruleFinding(subject, settled);
  const found = fold(settled, raw, asked, again, root);
  const all = sameName([...found.values()].flat());
  const isLacking = ({ code, op }: Finding) => !options.ops && code === "missing" && !needed.has(op);
  const findings = [...(root ? [root] : []), ...inOrder(all.filter((each) => !isLacking(each)))];

  const wantsBackward = ops.includes("backward");
  if (wantsBackward && finding) {
    findings.push(root ? { ...finding, causedBy: { code: root.code, op: root.op } } : finding);
  }
  for (const topic of ["sum", "softmax"] as const) {
    if (!ops.includes(topic)) continue;
    const wrong = programs[topic](subject);
    if (wrong) findings.push(blamed(subject, topic, wrong, findings, asked));
  }
  const wrong = new Set([...findings, ...all].map(({ op }) => op));
  const right = ops.filter((op) => !wrong.has(op) && (op !== "backward" || builder !== undefined));
  const notes = [...all.filter(isLacking), ...notesOn(subject, right, wantsBackward ? builder : undefined)];
  return { passed: findings.length === 0, findings, notes, right };
}

/** The subject, telling what of it is tried: who ends an endless loop wants to know where it was. */
function telling(subject: Subject, tell: (topic: Topic) => void): Subject {
  return {
    ...subject,
    make: (data) => subject.make(data),
    apply: (operation, operands) => {
      tell(operation);
      return subject.apply(operation, operands);
    },
    call: (value, method) => {
      if (method === "backward") tell(method);
      return subject.call(value, method);
    },
  };
}

/** Whether backward() gives other nodes than its own a gradient. Without that, JavaScript only takes a null for a 0. */
function givesGrads(subject: Subject): boolean {
  const assignments = withInner(methodNamed(subject, "backward")).flatMap((shape) => shape.assignments);
  return assignments.some(({ target }) => /\.grad$/.test(target) && !/^(this|self)\.grad$/.test(target));
}

/** What whole programs use: without the rest a class is right, though there is less of it. */
const needed: ReadonlySet<Topic> = new Set(["mul", "pow", "backward", ...Object.values(usedBy).flat()]);

/** A name that is defined nowhere is one mistake, however many methods use it. */
function sameName(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>();
  return findings.map((finding) => {
    const { details, code, causedBy } = finding;
    if (details?.kind !== "no-name" || details.name === undefined || causedBy) return finding;
    const before = first.get(String(details.name));
    if (!before) first.set(String(details.name), finding);
    return before ? { ...finding, causedBy: { code, op: before.op } } : finding;
  });
}

/** Causes, each with its consequences after it. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const roots = findings.filter(({ causedBy }) => !causedBy);
  const of = (root: Finding) =>
    findings.filter(({ causedBy }) => causedBy?.op === root.op && causedBy.code === root.code);
  const placed = roots.flatMap((root) => [root, ...of(root)]);
  return [...new Set([...placed, ...findings])];
}

/** A program that fails though its operations are right has failed by itself; else because of what it uses. */
function blamed(
  subject: Subject,
  topic: keyof typeof programs,
  finding: Finding,
  before: readonly Finding[],
  asked: readonly Operation[],
): Finding {
  const roots = before.filter(({ causedBy }) => !causedBy);
  const by = (cause: Finding | undefined): Finding =>
    cause ? { ...finding, causedBy: { code: cause.code, op: cause.op } } : finding;
  const uses = (root: Finding) =>
    before.some(
      ({ op, causedBy }) =>
        usedBy[topic].some((each) => each === op) && (op === root.op || causedBy?.op === root.op),
    );
  const likely = roots.find(uses) ?? roots[0];
  if (!likely || !asked.some((each) => each === likely.op)) return by(likely);
  const wrong = asked.filter((each) => before.some(({ op }) => op === each));
  const left = withRight(subject, wrong, () => programs[topic](subject) ?? "right");
  return left === "right" || left === undefined
    ? by(likely)
    : by(roots.find(({ op }) => op === "backward") ?? likely);
}
