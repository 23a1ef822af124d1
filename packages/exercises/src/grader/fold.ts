import type { Finding } from "../finding.js";
import type { Operation, Subject } from "../subject/subject.js";
import { operations } from "./form.js";
import { methodNamed, withInner } from "./lines.js";
import { withRight } from "./repair.js";
import type { Depth, Settled } from "./setting.js";

/** What was found in each operation that is not right. */
export type Found = ReadonlyMap<Operation, readonly Finding[]>;

/**
 * Tells causes from consequences. An operation that is right once the others are done right by us follows from those of
 * them that are wrong; else what is still wrong with it is its own. Where operations cannot be done for a class, what
 * a method calls decides.
 *
 * again: looks at an operation anew. root: what is wrong with all
 * Values, if anything.
 */
export function fold(
  { subject, hasRules, backward }: Settled,
  found: Found,
  asked: readonly Operation[],
  again: (operation: Operation, depth: Depth) => readonly Finding[],
  root: Finding | undefined,
): Found {
  const causes = new Map<Operation, Operation>();
  const own = new Map<Operation, readonly Finding[]>();
  for (const [operation, findings] of found) {
    const others = asked.filter((each) => each !== operation);
    const wrong = others.filter((each) => found.has(each) && rootOf(causes, each) !== operation);
    const called = reach(subject, operation);
    const likely = [
      ...wrong.filter((each) => called.has(each)),
      ...wrong.filter((each) => !called.has(each)),
    ];
    const isOwn = isAbsent(findings[0]) || (wrong.length === 0 && !root && hasRules);
    if (isOwn) {
      own.set(operation, again(operation, "formula"));
    } else if (!hasRules) {
      const cause = likely.find((each) => called.has(each));
      const walk = !isForward(findings[0]) && called.size > 0 ? backward.finding : undefined;
      if (cause) causes.set(operation, cause);
      own.set(operation, cause ? findings : walk ? under(walk, findings) : again(operation, "formula"));
    } else {
      const left = withRight(subject, others, () => again(operation, "whether")) ?? findings;
      const single =
        left.length > 0
          ? undefined
          : likely.find(
              (each) => withRight(subject, [each], () => again(operation, "whether"))?.length === 0,
            );
      const alias = likely.find(
        (each) => called.size === 1 && called.has(each) && !methodNamed(subject, subject.methodOf(operation)),
      );
      const cause = left.length > 0 ? alias : (single ?? likely.find((each) => called.has(each)));
      if (cause) causes.set(operation, cause);
      const isUnder = !cause && root && !isForward(left[0]);
      const explained = () =>
        (left.length > 0 ? withRight(subject, others, () => again(operation, "formula")) : undefined) ??
        again(operation, "formula");
      own.set(operation, cause ? findings : isUnder ? under(root, findings) : explained());
    }
  }
  return new Map(
    [...own].map(([operation, findings]) => {
      const cause = rootOf(causes, operation);
      const by = cause === operation ? undefined : own.get(cause)?.[0];
      return [operation, by ? under({ ...by, ...by.causedBy }, findings) : findings];
    }),
  );
}

const under = (root: Pick<Finding, "code" | "op">, findings: readonly Finding[]): readonly Finding[] =>
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

/**
 * The operations that a method calls, directly or through other functions of the text; what makes a `Mul` node does what
 * `mul` does.
 */
export function reach(subject: Subject, operation: Operation): ReadonlySet<Operation> {
  const { classes, functions } = subject.structure;
  const reached = new Set<Operation>();
  const seen = new Set<string>();
  const follow = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const called = operationNamed(subject, name, classes);
    if (called && called !== operation) reached.add(called);
    const shape = methodNamed(subject, name) ?? functions.find((each) => each.name === name);
    for (const call of withInner(shape).flatMap(({ calls }) => calls)) follow(call.name);
    // `__radd__ = __add__`
    for (const { target, value } of classes.flatMap(({ fields }) => fields))
      if (target === name) follow(value);
  };
  follow(subject.methodOf(operation));
  return reached;
}

function operationNamed(
  subject: Subject,
  name: string,
  classes: Subject["structure"]["classes"],
): Operation | undefined {
  const named = operations.find((operation) => subject.methodOf(operation) === name);
  if (named || name === "Value" || !classes.some((shape) => shape.name === name)) return named;
  // Whose class of nodes it is: of those that make such nodes, the one that makes the fewest kinds.
  const kinds = (operation: Operation) => {
    const calls = withInner(methodNamed(subject, subject.methodOf(operation))).flatMap(
      (shape) => shape.calls,
    );
    const made = new Set(
      calls
        .map((call) => call.name)
        .filter((each) => each !== "Value" && classes.some((shape) => shape.name === each)),
    );
    return made.has(name) ? made.size : Number.POSITIVE_INFINITY;
  };
  const makers = operations.filter((operation) => kinds(operation) < Number.POSITIVE_INFINITY);
  return makers.sort((a, b) => kinds(a) - kinds(b))[0];
}

function rootOf(causes: ReadonlyMap<Operation, Operation>, operation: Operation): Operation {
  let root = operation;
  for (let next = causes.get(root); next; next = causes.get(root)) root = next;
  return root;
}
