import type { Finding } from "../finding.js";
import type { Operation, Subject } from "../subject/subject.js";
import { methodNamed, withInner } from "./lines.js";
import { withRight } from "./repair.js";

/** What was found in each operation that is not right. */
export type Found = ReadonlyMap<Operation, readonly Finding[]>;

/**
 * Tells causes from consequences. An operation that is right once the others are done right by us follows from those of
 * them that are wrong; else what is still wrong with it is its own. Where operations cannot be done for a class, what
 * a method calls decides.
 *
 * again: looks at an operation anew, and says which formula is wrong if it is to explain. root: what is wrong with all
 * Values, if anything.
 */
export function fold(
  subject: Subject,
  found: Found,
  asked: readonly Operation[],
  canRepair: boolean,
  again: (operation: Operation, explain: boolean) => readonly Finding[],
  root: Finding | undefined,
): Found {
  const causes = new Map<Operation, Operation>();
  const own = new Map<Operation, readonly Finding[]>();
  for (const [operation, findings] of found) {
    own.set(operation, findings);
    if (isAbsent(findings[0])) continue;
    const called = reach(subject, operation);
    const others = asked.filter((each) => each !== operation);
    const wrong = others.filter((each) => found.has(each) && !isCausedBy(causes, each, operation));
    const likely = [
      ...wrong.filter((each) => called.has(each)),
      ...wrong.filter((each) => !called.has(each)),
    ];
    if (!canRepair) {
      const cause = likely.find((each) => called.has(each));
      if (cause) causes.set(operation, cause);
      continue;
    }
    if (wrong.length === 0 && !root) {
      own.set(operation, again(operation, true));
      continue;
    }
    const left = withRight(subject, others, () => again(operation, false));
    if (left === undefined) continue;
    if (left.length > 0) {
      if (root && !isForward(left[0])) own.set(operation, under(root, findings));
      else own.set(operation, withRight(subject, others, () => again(operation, true)) ?? left);
      continue;
    }
    const single = likely.find(
      (each) => withRight(subject, [each], () => again(operation, false))?.length === 0,
    );
    const cause = single ?? likely.find((each) => called.has(each));
    if (cause) causes.set(operation, cause);
    else if (root)
      own.set(
        operation,
        findings.slice(0, 1).map((finding) => ({ ...finding, causedBy: { code: root.code, op: root.op } })),
      );
  }
  return new Map(
    [...own].map(([operation, findings]) => {
      const cause = rootOf(causes, operation);
      const by = cause !== operation && own.get(cause)?.[0];
      return [
        operation,
        by
          ? [{ ...(findings[0] as Finding), causedBy: by.causedBy ?? { code: by.code, op: by.op } }]
          : findings,
      ];
    }),
  );
}

const under = (root: Finding, findings: readonly Finding[]): readonly Finding[] =>
  findings.slice(0, 1).map((finding) => ({ ...finding, causedBy: { code: root.code, op: root.op } }));

/** What is wrong before any gradient: a Value that holds its number is all that it takes. */
const isForward = (finding: Finding | undefined): boolean =>
  finding !== undefined &&
  [
    "missing-return",
    "returns-raw",
    "returns-self",
    "infinite-recursion",
    "rsub-sign",
    "swapped",
    "wrong-op",
    "forward-wrong",
  ].includes(finding.code);

/** Nothing that others do makes a method exist. */
const isAbsent = (finding: Finding | undefined): boolean =>
  finding !== undefined && ["missing", "wrong-name", "nested-inside", "outside-class"].includes(finding.code);

/** The operations that a method calls, directly or through others. */
export function reach(subject: Subject, operation: Operation, seen = new Set<Operation>()): Set<Operation> {
  const method = methodNamed(subject, subject.methodOf(operation));
  for (const { name } of withInner(method).flatMap(({ calls }) => calls)) {
    const called = operationNamed(subject, name);
    if (called && called !== operation && !seen.has(called)) {
      seen.add(called);
      reach(subject, called, seen);
    }
  }
  return seen;
}

const all: readonly Operation[] = [
  "add",
  "radd",
  "mul",
  "rmul",
  "sub",
  "rsub",
  "div",
  "rdiv",
  "neg",
  "pow",
  "exp",
  "log",
  "tanh",
];
const operationNamed = (subject: Subject, name: string): Operation | undefined =>
  all.find((operation) => subject.methodOf(operation) === name);

function rootOf(causes: ReadonlyMap<Operation, Operation>, operation: Operation): Operation {
  let root = operation;
  for (let next = causes.get(root); next; next = causes.get(root)) root = next;
  return root;
}

const isCausedBy = (
  causes: ReadonlyMap<Operation, Operation>,
  operation: Operation,
  by: Operation,
): boolean => rootOf(causes, operation) === by;
