import type { Random } from "@outgrad/engine/random";
import type { Finding } from "../finding.js";
import type { Operation, Ref, Subject, Thing } from "../subject/subject.js";
import { close } from "./close.js";
import { constructorNameFinding } from "./existence.js";
import { type Found, reach } from "./fold.js";
import { classOf, methodNamed } from "./lines.js";
import { rule } from "./local-driver.js";
import type { Settled } from "./setting.js";
import { thrownFinding } from "./throwing.js";

const op = "constructor";
/** What is wrong with a Value that is just made; undefined if nothing is. */
export function constructorFinding(subject: Subject, random: Random): Finding | undefined {
  const line = constructorLine(subject);
  const at = line !== undefined ? { line } : {};
  const made: (readonly [ref: Ref, data: number])[] = [];
  for (const x of [3, -random.uniform(1, 2), 0]) {
    const outcome = subject.make(x);
    const misnamed = constructorNameFinding(subject);
    if ("thrown" in outcome) {
      const thrown = thrownFinding(op, outcome.thrown);
      return misnamed ?? { ...at, ...thrown, code: outcome.thrown.name === "data" ? "no-data" : thrown.code };
    }
    const { thing } = outcome;
    if (thing.kind !== "value")
      return misnamed ?? { code: "no-data", op, ...at, seen: "no Value", wanted: x };
    const wrong = dataFinding(subject, thing.ref, x);
    if (wrong) return misnamed ?? { ...at, ...wrong };
    made.push([thing.ref, x]);
  }
  // Data that all Values share is that of the last.
  const shared = made.map(([ref, x]) => dataFinding(subject, ref, x)).find((each) => each !== undefined);
  if (shared) return { ...at, ...shared };
  const [leaf] = made[0] as (typeof made)[number];
  return gradFinding(subject, leaf, at) ?? leafRuleFinding(subject, leaf, at);
}

const shownMaking = (subject: Subject, x: number) => ({
  call: subject.language === "python" ? `Value(${x})` : `new Value(${x})`,
  at: {},
});

const inWords = (thing: Thing): number | string =>
  thing.kind === "number"
    ? thing.number
    : thing.kind === "other"
      ? thing.called
      : thing.kind === "nothing"
        ? "nothing"
        : `a ${thing.kind}`;

function dataFinding(subject: Subject, ref: Ref, x: number): Finding | undefined {
  const held = subject.read(ref, "data");
  if (held.kind === "number" && close(held.number, x)) return undefined;
  return {
    code: "no-data",
    op,
    ...fieldLine(subject, "data"),
    example: shownMaking(subject, x),
    seen: inWords(held),
    wanted: x,
  };
}

function gradFinding(subject: Subject, ref: Ref, at: { line?: number }): Finding | undefined {
  const grad = subject.read(ref, "grad");
  if (grad.kind === "number" && grad.number === 0) return undefined;
  const code = grad.kind === "number" && !Number.isNaN(grad.number) ? "grad-not-zero" : "no-grad";
  return {
    code,
    op,
    ...at,
    ...fieldLine(subject, "grad"),
    example: shownMaking(subject, 3),
    seen: inWords(grad),
    wanted: 0,
  };
}

/** A Value that nothing has made has nothing to pass on: its rule, if it has one, does nothing. */
function leafRuleFinding(subject: Subject, ref: Ref, at: { line?: number }): Finding | undefined {
  if (subject.read(ref, rule).kind !== "function") return undefined;
  const outcome = subject.call(ref, rule);
  return "thrown" in outcome && outcome.thrown.kind !== "type"
    ? { ...at, ...thrownFinding(op, outcome.thrown), details: { kind: outcome.thrown.kind, when: "leaf" } }
    : undefined;
}

function constructorLine(subject: Subject): number | undefined {
  const name = subject.language === "python" ? "__init__" : "constructor";
  const main = classOf(subject);
  return (
    main?.methods.find((method) => method.name === name)?.line ??
    methodNamed(subject, name)?.line ??
    main?.line
  );
}

/** Where a field gets its first value. */
function fieldLine(subject: Subject, field: string): { line: number } | undefined {
  const main = classOf(subject);
  const name = subject.language === "python" ? "__init__" : "constructor";
  const assigned = main?.methods
    .find((method) => method.name === name)
    ?.assignments.find(({ target }) => target.endsWith(`.${field}`));
  const line = assigned?.line ?? main?.fields.find(({ target }) => target === field)?.line;
  return line === undefined ? undefined : { line };
}

/**
 * What is wrong with all results alike, and so with what makes them: none of them holds the Values that it is made of,
 * or not where backward() looks, or always one too few.
 *
 * found: what is wrong with the operations one by one.
 */
export function childrenFinding(
  subject: Subject,
  { linked, hasRules, backward }: Settled,
  found: Found,
  right: readonly Operation[],
): Finding | undefined {
  if (!hasRules || backward.isRightOnTheirs) return undefined;
  const line = fieldLine(subject, "_prev")?.line ?? constructorLine(subject);
  const finding: Finding = { code: "no-children", op, ...(line !== undefined && { line }) };
  const lost = [...found.values()].flat().filter(({ code }) => code === "lost-child");
  const direct = (operation: Operation) => [...reach(subject, operation)].length === 0;
  const binary = (["add", "mul", "sub", "div"] as const).filter(
    (each) => direct(each) && (found.has(each) || right.includes(each)),
  );
  const alike = binary.length > 1 && binary.every((each) => lost.some(({ op }) => op === each));
  if (!linked || alike) return finding;
  const isClean = found.size === 0 && right.some((each) => each === "add" || each === "mul");
  return isClean && backward.isRightByHand ? finding : undefined;
}

/** A Value without a rule stops a backward() that runs the rules of all. */
export function ruleFinding(subject: Subject, { hasRules, backward }: Settled): Finding | undefined {
  const stops = backward.finding?.details?.name === rule;
  const leaf = subject.make(1);
  const isBare =
    "thing" in leaf && leaf.thing.kind === "value" && subject.read(leaf.thing.ref, rule).kind !== "function";
  if (!hasRules || !stops || !isBare) return undefined;
  const line = constructorLine(subject);
  return { code: "no-backward", op, ...(line !== undefined && { line }) };
}
