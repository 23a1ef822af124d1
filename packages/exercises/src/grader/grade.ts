import { type Random, random } from "@outgrad/engine/random";
import type { Finding, Report, Topic } from "../finding.js";
import type { Operation, Subject } from "../subject/subject.js";
import { constructorFinding } from "./constructor.js";
import type { Driver } from "./driver.js";
import { expectedNames } from "./existence.js";
import { type Form, formOf, isOperation, operations } from "./form.js";
import { isThrown, localDriver, rule } from "./local-driver.js";
import { nodesUnder } from "./nodes.js";
import { operationFindings, type Setting } from "./operation.js";
import { randomPoints } from "./points.js";
import { publicDriver } from "./public-driver.js";
import { isRef, tryAt } from "./trial.js";

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
  const findings: Finding[] = [];
  const made = constructorFinding(subject);
  if (made) findings.push(made);
  const asked = ops.filter(isOperation);
  if (made?.code !== "no-data" && made?.code !== "throws") {
    const setting = settingOf(subject, asked, random(seed));
    for (const operation of asked) findings.push(...operationFindings(setting, operation));
  }
  const wrong = new Set(findings.map(({ op }) => op));
  return { passed: findings.length === 0, findings, notes: [], right: ops.filter((op) => !wrong.has(op)) };
}

function settingOf(subject: Subject, asked: readonly Operation[], source: Random): Setting {
  const points = new Map<Operation, readonly (readonly number[])[]>();
  const pointsOf = (form: Form): readonly (readonly number[])[] => {
    const known = points.get(form.operation) ?? randomPoints(form, source);
    points.set(form.operation, known);
    return known;
  };
  const forms = asked.map(formOf);
  const local = localDriver(subject);
  const alive = forms.some((form) => hasEffect(subject, local, form, pointsOf(form)[0] as readonly number[]));
  const open =
    asked.includes("backward" as Operation) || subject.names.has("backward")
      ? publicDriver(subject, asked)
      : undefined;
  return {
    subject,
    expected: expectedNames(subject),
    drivers: [...(alive ? [local] : []), ...(open ? [open] : [])],
    linked: forms.some((form) => isLinked(subject, form, pointsOf(form)[0] as readonly number[])),
    points: pointsOf,
  };
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
