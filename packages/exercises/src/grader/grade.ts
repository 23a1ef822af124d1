import { random } from "@outgrad/engine/random";
import type { Finding, Report, Topic } from "../finding.js";
import type { Operation, Subject } from "../subject/subject.js";
import { childrenFinding, constructorFinding } from "./constructor.js";
import { fold } from "./fold.js";
import { isOperation, operations } from "./form.js";
import { notesOn } from "./notes.js";
import { operationFindings } from "./operation.js";
import { programs, usedBy } from "./programs.js";
import { withRight } from "./repair.js";
import { type Settled, settle } from "./setting.js";

export interface GradeOptions {
  /** What to look at; everything that its language needs, if absent. */
  readonly ops?: readonly Topic[];
  /** Where the random numbers come from: the same seed gives the same report. */
  readonly seed?: number | string;
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
export function grade(
  subject: Subject,
  { ops = allTopics(subject), seed = "outgrad" }: GradeOptions = {},
): Report {
  const made = constructorFinding(subject);
  // Without numbers in it nothing can be said of what is done with a Value.
  if (made && !["no-grad", "grad-not-zero"].includes(made.code)) {
    return { passed: false, findings: [made], notes: [], right: [] };
  }
  const asked = ops.filter(isOperation);
  const settled = settle(subject, asked, random(seed));
  const root = made ?? childrenFinding(subject, settled);
  const found = operationsOf(settled, asked, root);
  const findings = [...(root ? [root] : []), ...inOrder([...found.values()].flat())];

  const wantsBackward = ops.includes("backward");
  const { finding, builder } = settled.backward;
  if (wantsBackward && finding) {
    findings.push(
      root?.code === "no-children" ? { ...finding, causedBy: { code: root.code, op: root.op } } : finding,
    );
  }
  for (const topic of ["sum", "softmax"] as const) {
    if (!ops.includes(topic)) continue;
    const wrong = programs[topic](subject);
    if (wrong) findings.push(blamed(subject, topic, wrong, findings, asked));
  }
  const wrong = new Set(findings.map(({ op }) => op));
  const right = ops.filter((op) => !wrong.has(op));
  const notes = notesOn(subject, right, wantsBackward ? builder : undefined);
  return { passed: findings.length === 0, findings, notes, right };
}

/** What is wrong with the operations, consequences told from causes. */
function operationsOf(
  settled: Settled,
  asked: readonly Operation[],
  root: Finding | undefined,
): ReadonlyMap<Operation, readonly Finding[]> {
  const found = new Map<Operation, readonly Finding[]>();
  for (const operation of asked) {
    const findings = operationFindings(settled, operation);
    if (findings.length > 0) found.set(operation, findings);
  }
  const again = (operation: Operation) => operationFindings(settled, operation);
  return fold(settled.subject, found, asked, settled.hasRules, again, root);
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
