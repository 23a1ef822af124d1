import type { Random } from "@outgrad/engine/random";
import type { Operation, Subject } from "../subject/subject.js";
import { backwardVerdict, type Verdict } from "./backward/backward.js";
import type { Driver } from "./driver.js";
import { expectedNames } from "./existence.js";
import { type Form, formOf, operations } from "./form.js";
import { forwardFinding } from "./forward.js";
import { isThrown, localDriver, rule } from "./local-driver.js";
import { nodesUnder } from "./nodes.js";
import { randomPoints } from "./points.js";
import { isRightAlone, publicDriver } from "./public-driver.js";
import { isRightAt } from "./transfer.js";
import { isRef, tryAt } from "./trial.js";

/** How much is asked: whether anything is wrong, what it is, or which formula stands in place of the right one too. */
export type Depth = "whether" | "what" | "formula";

/** What every check of an operation needs to know about the class. */
export interface Setting {
  readonly subject: Subject;
  readonly expected: ReadonlySet<string>;
  /** Ways to run the class's rules, the better one first. None: gradients cannot be looked at. */
  readonly drivers: readonly Driver[];
  /** Whether backward() is wrong, and rules can be run by nothing else. */
  readonly isBroken: boolean;
  /** Operations that are right by themselves under backward(). */
  readonly usable: readonly Operation[];
  /** Whether its results hold the Values that they are made from. */
  readonly linked: boolean;
  /** Random numbers to try each operation at. */
  points(form: Form): readonly (readonly number[])[];
}

const binary = ["mul", "add", "div", "sub"] as const;

/** What a class is like, as far as its checks depend on it. */
export interface Settled extends Setting {
  /** Whether nodes carry rules of their own, so that ours can stand in for theirs. */
  readonly hasRules: boolean;
  readonly backward: Verdict;
}

export function settle(subject: Subject, wanted: readonly Operation[], source: Random): Settled {
  // Graphs take an operation of two operands: one that is not asked for, if need be.
  const asked = wanted.some((each) => binary.some((one) => one === each))
    ? wanted
    : operations.filter((each) => subject.names.has(subject.methodOf(each)));
  const points = pointsFrom(source);
  const expected = expectedNames(subject);
  const forms = asked.map(formOf);
  const local = localDriver(subject);
  const start = (form: Form) => points(form)[0] as readonly number[];
  const hasRules = forms.some((form) => hasEffect(subject, local, form, start(form)));
  const usable = subject.names.has("backward")
    ? asked.filter((operation) => isRightAlone(subject, formOf(operation)))
    : [];
  // By its rule where it has one: a backward() that skips nodes of one input makes every such operation look wrong.
  const unary = (["tanh", "exp", "log"] as const).find(
    (operation) =>
      asked.includes(operation) &&
      (hasRules
        ? isRightAt(subject, local, formOf(operation), start(formOf(operation)))
        : usable.includes(operation)),
  );
  const backward = backwardVerdict(
    subject,
    expected,
    buildersOf(subject, asked, usable, points),
    unary,
    hasRules,
  );
  const open = publicDriver(subject, asked, backward.finding ? [] : usable);
  const useOpen = usable.length > 0 && (!hasRules || open.keepsBefore);
  return {
    subject,
    expected,
    points,
    hasRules,
    usable,
    isBroken: !hasRules && backward.finding !== undefined,
    backward,
    drivers: [...(hasRules ? [local] : []), ...(useOpen ? [open] : [])],
    linked: forms.some((form) => isLinked(subject, form, start(form))),
  };
}

function pointsFrom(source: Random): Setting["points"] {
  const known = new Map<Operation, readonly (readonly number[])[]>();
  return (form) => {
    const points = known.get(form.operation) ?? randomPoints(form, source);
    known.set(form.operation, points);
    return points;
  };
}

/** The operations of two operands to build graphs of: those that work by themselves, else those whose values are right. */
function buildersOf(
  subject: Subject,
  asked: readonly Operation[],
  usable: readonly Operation[],
  points: Setting["points"],
): readonly Operation[] {
  const there = binary.filter((operation) => asked.includes(operation));
  const works = there.filter((operation) => usable.includes(operation));
  if (works.length > 0) return works;
  return there.filter((operation) => {
    const form = formOf(operation);
    return (
      subject.names.has(subject.methodOf(operation)) &&
      !forwardFinding(subject, form, points(form), "whether")
    );
  });
}

/** Whether running the rule of a result changes any gradient of its operands. */
function hasEffect(subject: Subject, local: Driver, form: Form, point: readonly number[]): boolean {
  const tried = tryAt(subject, form, point);
  if (!("out" in tried) || subject.read(tried.out, rule).kind !== "function") return false;
  const sent = local.run(tried, [0, 0], 1.5);
  return !isThrown(sent) && sent.grads.some((grad) => grad !== 0);
}

/** Whether a result holds an operand. */
function isLinked(subject: Subject, form: Form, point: readonly number[]): boolean {
  const tried = tryAt(subject, form, point);
  if (!("out" in tried)) return false;
  const held = nodesUnder(subject, tried.out);
  return tried.operands.some((operand) => isRef(operand) && held.includes(operand));
}
