import type { Finding } from "../finding.js";
import type { Operation, Subject } from "../subject/subject.js";
import { allClose, close } from "./close.js";
import type { Driver } from "./driver.js";
import { existenceFinding } from "./existence.js";
import { type Form, formOf, wantedSlopes, withNumber } from "./form.js";
import { exampleAt, forwardFinding } from "./forward.js";
import { type Blame, blamesOf } from "./gradient.js";
import { gradientLine, makingLine, methodOf, operandName } from "./lines.js";
import { isThrown, rule } from "./local-driver.js";
import { nodesUnder } from "./nodes.js";
import { friendlyPoints } from "./points.js";
import { isRightInside } from "./public-driver.js";
import { throwingFinding } from "./throwing.js";
import { isRightAt, type Transfer, transfersAt } from "./transfer.js";
import { isRef, operandsOf, tryAt, tryWith } from "./trial.js";

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

/**
 * Everything wrong with one operation, worst first: mostly one thing. Without `explain` it is not told which formula
 * stands in place of the right one, which takes long.
 */
export function operationFindings(
  setting: Setting,
  operation: Operation,
  explain: boolean,
): readonly Finding[] {
  const { subject, expected } = setting;
  const form = formOf(operation);
  const missing = existenceFinding(subject, operation, expected);
  if (missing) return [missing];
  const forward = forwardFinding(subject, form, setting.points(form), explain);
  if (forward) return [forward];
  const gradient = gradientFindings(setting, form, setting.points(form), explain);
  if (gradient.length > 0) return gradient;
  const twice = sameNodeFinding(setting, form);
  if (twice) return [twice];
  const number = numberFinding(setting, form);
  return number ? [number] : [];
}

/** What is wrong with the gradients that an operation sends: nothing if one of the ways to run it shows them right. */
function gradientFindings(
  setting: Setting,
  form: Form,
  points: readonly (readonly number[])[],
  explain: boolean,
): readonly Finding[] {
  const { subject, drivers } = setting;
  let first: readonly Finding[] | undefined;
  const lost = lostFinding(setting, form);
  for (const driver of drivers) {
    if (points.every((point) => isRightAt(subject, driver, form, point))) {
      if (driver.name === "rule") return lost ? [lost] : [];
      // On a small graph much goes well that is wrong on a larger one.
      const isSure = !first && !lost;
      if (isSure || isRightInside(subject, driver, form, points[0] as readonly number[], setting.usable))
        return [];
    }
    const transfers: (readonly Transfer[])[] = [];
    let stopped: Finding | undefined;
    for (const point of points) {
      const found = transfersAt(subject, driver, form, point);
      if (!found) return [];
      if (isThrown(found))
        stopped ??= { ...throwingFinding(subject, form, found), details: { when: "backward" } };
      else transfers.push(found);
    }
    const blames = stopped ? [] : blamesOf(form, points, transfers, explain);
    if (!stopped && blames.length === 0) continue;
    first ??= stopped ? [stopped] : blames.map((blame) => blameFinding(setting, form, driver, blame));
  }
  return lost ? [lost] : (first ?? []);
}

/** An operand that the result does not hold, though results of this class hold theirs. */
function lostFinding({ subject, linked }: Setting, form: Form): Finding | undefined {
  if (!linked) return undefined;
  const point = friendlyPoints(form)[0] as readonly number[];
  const tried = tryAt(subject, form, point);
  if (!("out" in tried)) return undefined;
  const held = nodesUnder(subject, tried.out);
  const lost = tried.operands.findIndex((operand) => isRef(operand) && !held.includes(operand));
  if (lost < 0) return undefined;
  const line = makingLine(subject, form);
  const all = tried.operands.every((operand) => !isRef(operand) || !held.includes(operand));
  return {
    code: "lost-child",
    op: form.operation,
    ...(line !== undefined && { line }),
    example: exampleAt(subject, form, point),
    details:
      all && form.numbers.length === 2
        ? { operand: "both" }
        : { operand: lost, name: operandName(subject, form, lost) },
  };
}

function blameFinding({ subject }: Setting, form: Form, driver: Driver, blame: Blame): Finding {
  const { operand, details } = blame;
  const at = operand === "both" ? form.numbers.indexOf(false) : operand;
  let code = blame.code;
  let line = gradientLine(subject, form, operand, lineTest(code));
  if (code === "no-backward" || code === "one-side-only") {
    if (code === "no-backward" && driver.name === "rule" && !holdsRule(subject, form))
      code = "backward-not-function";
    const assigned = methodOf(subject, form)?.assignments.find(({ target }) => target.endsWith(`.${rule}`));
    line = assigned?.line ?? methodOf(subject, form)?.lastLine;
  }
  const name = operand === "both" ? {} : { name: operandName(subject, form, operand) };
  return {
    code,
    op: form.operation,
    ...(line !== undefined && { line }),
    ...sentExample(subject, form, driver, at),
    details: { ...details, ...name, operand },
  };
}

/** Which of several assignments to a gradient is to blame. */
function lineTest(code: string): ((assignment: { operator: string; value: string }) => boolean) | undefined {
  if (code === "overwrites-grad") return ({ operator }) => operator === "=";
  if (code === "grad-sign") return ({ operator, value }) => operator === "-=" || value.includes("-");
  if (code === "no-chain") return ({ value }) => !/\.grad/.test(value);
  return undefined;
}

function holdsRule(subject: Subject, form: Form): boolean {
  const tried = tryAt(subject, form, friendlyPoints(form)[0] as readonly number[]);
  return "out" in tried && subject.read(tried.out, rule).kind === "function";
}

/** A small example of a wrong gradient: with nothing there before and 1 from above, if that goes wrong as well. */
function sentExample(
  subject: Subject,
  form: Form,
  driver: Driver,
  operand: number,
): Pick<Finding, "example" | "seen" | "wanted"> & { details?: Finding["details"] } {
  const before = driver.keepsBefore ? [0, 5] : [0];
  for (const start of before) {
    for (const upstream of [1, 2]) {
      for (const point of friendlyPoints(form)) {
        const tried = tryAt(subject, form, point);
        if (!("out" in tried)) continue;
        const sent = driver.run(
          tried,
          point.map(() => start),
          upstream,
        );
        if (isThrown(sent)) continue;
        const seen = sent.grads[operand] as number;
        const wanted = start + (wantedSlopes(form, point)[operand] as number) * sent.upstream;
        if (!close(seen, wanted)) return { example: exampleAt(subject, form, point), seen, wanted };
      }
    }
  }
  return {};
}

/** `a * a`: both paths have to arrive. */
function sameNodeFinding({ subject, drivers, isBroken }: Setting, form: Form): Finding | undefined {
  const values = form.numbers.filter((number) => !number).length;
  if (values < 2 || drivers.length === 0 || isBroken) return undefined;
  const x = 3;
  const seen: number[] = [];
  const wanted: number[] = [];
  const slope = wantedSlopes(form, [x, x]).reduce((a, b) => a + b);
  for (const driver of drivers) {
    const [operand] = operandsOf(subject, { ...form, numbers: [false] }, [x]) as Parameters<
      typeof tryWith
    >[2][number][];
    if (operand === undefined) return undefined;
    const tried = tryWith(subject, form, [operand, operand]);
    if ("thrown" in tried)
      return { ...throwingFinding(subject, form, tried.thrown), code: "same-node-twice" };
    if (!("out" in tried)) return undefined;
    const sent = driver.run(tried, [0, 0], 2);
    if (isThrown(sent)) continue;
    seen.push(sent.grads[0] as number);
    wanted.push(slope * sent.upstream);
    if (allClose(seen.slice(-1), wanted.slice(-1))) return undefined;
  }
  if (seen.length === 0) return undefined;
  const line = gradientLine(subject, form, "both");
  return {
    code: "same-node-twice",
    op: form.operation,
    ...(line !== undefined && { line }),
    example: { call: subject.show(form.operation, ["a", "a"]), at: { a: x } },
    seen: seen[0] as number,
    wanted: wanted[0] as number,
  };
}

/** `a * 2`: whatever is wrong with it when `a * b` is right. */
function numberFinding(setting: Setting, form: Form): Finding | undefined {
  const { subject } = setting;
  const mixed = withNumber(form);
  if (!mixed) return undefined;
  // Whole numbers are another kind of number in Python.
  const points = setting.points(form).map(([a, b], i) => [a as number, i === 1 ? 2 : (b as number)]);
  const forward = forwardFinding(subject, mixed, points, false);
  const found = forward ?? gradientFindings(setting, mixed, points, false)[0];
  if (!found) return undefined;
  const line = methodOf(subject, form)?.line;
  const { example, seen, wanted } = found;
  return {
    code: "number-operand",
    op: form.operation,
    ...(line !== undefined && { line }),
    ...(example && { example }),
    ...(seen !== undefined && { seen }),
    ...(wanted !== undefined && { wanted }),
    details: { name: operandName(subject, form, 1), how: found.code },
  };
}
