import type { Finding } from "../finding.js";
import type { Subject } from "../subject/subject.js";
import { close } from "./close.js";
import { classOf, methodNamed } from "./lines.js";
import type { Settled } from "./setting.js";
import { thrownFinding } from "./throwing.js";

const op = "constructor";
const data = [2.5, -3, 0];

/** What is wrong with a Value that is just made; undefined if nothing is. */
export function constructorFinding(subject: Subject): Finding | undefined {
  const line = constructorLine(subject);
  const at = line !== undefined ? { line } : {};
  for (const x of data) {
    const made = subject.make(x);
    if ("thrown" in made) return { ...at, ...thrownFinding(op, made.thrown) };
    if (made.thing.kind !== "value") return { code: "no-data", op, ...at, seen: "no Value", wanted: x };
    const { ref } = made.thing;
    const [held, grad] = [subject.read(ref, "data"), subject.read(ref, "grad")];
    const example = { call: subject.language === "python" ? `Value(${x})` : `new Value(${x})`, at: {} };
    if (held.kind !== "number" || !close(held.number, x)) {
      const seen = held.kind === "number" ? held.number : held.kind === "other" ? held.called : held.kind;
      const aim = fieldLine(subject, "data");
      return { code: "no-data", op, ...at, ...aim, example, seen, wanted: x };
    }
    const aim = fieldLine(subject, "grad");
    if (grad.kind === "nothing")
      return { code: "no-grad", op, ...at, ...aim, example, seen: "nothing", wanted: 0 };
    if (grad.kind !== "number" || Number.isNaN(grad.number)) {
      const seen =
        grad.kind === "other" ? grad.called : grad.kind === "number" ? Number.NaN : `a ${grad.kind}`;
      return { code: "no-grad", op, ...at, ...aim, example, seen, wanted: 0 };
    }
    if (grad.number !== 0)
      return { code: "grad-not-zero", op, ...at, ...aim, example, seen: grad.number, wanted: 0 };
  }
  return undefined;
}

export function constructorLine(subject: Subject): number | undefined {
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

/** The constructor that drops the inputs, where no result at all holds them and backward() cannot do without. */
export function childrenFinding(
  subject: Subject,
  { linked, hasRules, backward }: Settled,
): Finding | undefined {
  if (linked || !hasRules || backward.isRightOnTheirs) return undefined;
  const line = constructorLine(subject);
  return { code: "no-children", op, ...(line !== undefined && { line }) };
}
