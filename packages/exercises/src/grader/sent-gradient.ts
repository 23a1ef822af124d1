import type { Finding } from "../finding.js";
import type { Subject } from "../subject/subject.js";
import { close } from "./close.js";
import type { Driver } from "./driver.js";
import { type Form, wantedSlopes } from "./form.js";
import { exampleAt } from "./forward.js";
import { type Blame, blamesOf } from "./gradient.js";
import { gradientLine, methodOf, operandName, strayLine } from "./lines.js";
import { isThrown, rule } from "./local-driver.js";
import { lostAt, lostFinding } from "./lost.js";
import { friendlyPoints } from "./points.js";
import { isRightInside } from "./public-driver.js";
import type { Depth, Setting } from "./setting.js";
import { throwingFinding } from "./throwing.js";
import { isRightAt, type Transfer, transfersAt } from "./transfer.js";
import { isRef, numberIn, tryAt } from "./trial.js";

/** What is wrong with the gradients that an operation sends: nothing if one of the ways to run it shows them right. */
export function gradientFindings(
  setting: Setting,
  form: Form,
  points: readonly (readonly number[])[],
  depth: Depth,
): readonly Finding[] {
  const { subject, drivers } = setting;
  let first: readonly Finding[] | undefined;
  const lost = lostFinding(setting, form);
  for (const driver of drivers) {
    if (points.every((point) => isRightAt(subject, driver, form, point))) {
      if (driver.name === "rule") return lost ? [lost] : [];
      // On a small graph much goes well that is wrong on a larger one.
      const [point] = points as readonly [readonly number[]];
      if (setting.isBroken || isRightInside(subject, driver, form, point, setting.usable)) return [];
      first ??= [lost ?? lostAt(subject, form, undefined)];
      continue;
    }
    if (depth === "whether") {
      first ??= [{ code: "grad-wrong", op: form.operation }];
      continue;
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
    const blames = stopped ? [] : blamesOf(form, points, transfers, depth === "formula");
    if (!stopped && blames.length === 0) continue;
    first ??= stopped ? [stopped] : blames.map((blame) => blameFinding(setting, form, driver, blame));
  }
  return lost ? [lost] : (first ?? []);
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
  const kept = code === "no-backward" && driver.name === "rule" && isKeptInInput(subject, form);
  const hasRule = methodOf(subject, form)?.inner.some(({ name }) => name === rule);
  const how = kept ? { kept: 1 } : code === "no-backward" && hasRule ? { idle: 1 } : {};
  if ("idle" in how) line = gradientLine(subject, form, operand) ?? line;
  const { target } = details;
  if (target === "data" || typeof target === "number") line = strayLine(subject, form, at, target) ?? line;
  const name = operand === "both" ? {} : { name: operandName(subject, form, operand) };
  return {
    code,
    op: form.operation,
    ...(line !== undefined && { line }),
    ...sentExample(subject, form, driver, at),
    details: { ...details, ...name, ...how, operand },
  };
}

/** Whether the rule of the result has been given to an operand. */
function isKeptInInput(subject: Subject, form: Form): boolean {
  const tried = tryAt(subject, form, friendlyPoints(form)[0] as readonly number[]);
  if (!("out" in tried)) return false;
  subject.write(tried.out, "grad", 2);
  return tried.operands.some((operand) => {
    if (!isRef(operand) || subject.read(operand, rule).kind !== "function") return false;
    subject.call(operand, rule);
    return tried.operands.some((each) => isRef(each) && numberIn(subject, each, "grad") !== 0);
  });
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
