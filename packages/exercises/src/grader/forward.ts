import { type Op, opOf, ops, toText } from "@outgrad/ops";
import type { Example, Finding } from "../finding.js";
import type { Subject } from "../subject/subject.js";
import { allClose, close } from "./close.js";
import { expectedNames } from "./existence.js";
import { type Form, formOf, operations, wantedValue } from "./form.js";
import { type Column, findFormula } from "./formulas.js";
import { bareName, lastLineOf, makingLine, methodOf, returnLine, returnsInRule } from "./lines.js";
import { friendlyPoints } from "./points.js";
import type { Depth } from "./setting.js";
import { throwingFinding } from "./throwing.js";
import { isRef, numberIn, tryAt } from "./trial.js";

/** What is wrong with what an operation gives, before any gradient; undefined if nothing is. */
export function forwardFinding(
  subject: Subject,
  form: Form,
  points: readonly (readonly number[])[],
  depth: Depth,
): Finding | undefined {
  const seen: number[] = [];
  for (const point of points) {
    const found = resultFinding(subject, form, point);
    if (typeof found !== "number") return depth === "whether" ? found : friendlier(subject, form, found);
    seen.push(found);
  }
  const wanted = points.map((point) => wantedValue(form, point));
  return allClose(seen, wanted) ? undefined : valueFinding(subject, form, points, seen, depth);
}

/** The same finding where it is to be had with numbers that read well. */
function friendlier(subject: Subject, form: Form, found: Finding): Finding {
  const [plain] = friendlyPoints(form);
  if (found.code === "infinite-recursion" && plain)
    return { ...found, example: exampleAt(subject, form, plain) };
  for (const point of friendlyPoints(form).slice(0, 2)) {
    const other = resultFinding(subject, form, point);
    if (typeof other !== "number" && other.code === found.code) return other;
  }
  return found;
}

/** The number that an operation gives at one point, or why it gives none. */
function resultFinding(subject: Subject, form: Form, point: readonly number[]): Finding | number {
  const { operation: op } = form;
  const tried = tryAt(subject, form, point);
  const method = methodOf(subject, form);
  const at = method ? { line: method.line } : {};
  const example = exampleAt(subject, form, point);
  if ("thrown" in tried) return { ...throwingFinding(subject, form, tried.thrown), example };
  if ("thing" in tried) {
    const { thing } = tried;
    if (thing.kind === "nothing")
      return {
        code: "missing-return",
        op,
        ...(returnsInRule(subject, method) && { details: { inside: "_backward" } }),
        ...(method && { line: lastLineOf(method, expectedNames(subject)) }),
        example,
      };
    const seen =
      thing.kind === "number" ? thing.number : thing.kind === "function" ? "a function" : thing.called;
    const returning = returnLine(subject, form);
    return { code: "returns-raw", op, ...(returning !== undefined && { line: returning }), example, seen };
  }
  const { operands, out } = tried;
  if (operands.includes(out)) return { code: "returns-self", op, ...at, example };
  for (const [i, operand] of operands.entries()) {
    if (!isRef(operand)) continue;
    const now = numberIn(subject, operand, "data");
    if (!close(now, point[i] as number))
      return { code: "mutates-input", op, ...at, example, seen: now, wanted: point[i] as number };
  }
  const data = subject.read(out, "data");
  if (data.kind === "number") return data.number;
  // Python's powers of negative numbers.
  if (data.kind === "other" && data.called.includes("complex")) return Number.NaN;
  const seen = data.kind === "value" ? "a Value" : data.kind === "other" ? data.called : data.kind;
  const making = makingLine(subject, form);
  return {
    code: "self-vs-data",
    op,
    ...(making !== undefined && { line: making }),
    example,
    seen,
    ...bareIn(subject, form),
  };
}

/** Which name stands there without its data, if that can be read. */
function bareIn(subject: Subject, form: Form): Pick<Finding, "details"> {
  const name = bareName(subject, form);
  return name === undefined ? {} : { details: { bare: name } };
}

/** What is wrong with numbers that came out, by the formula that gives them. */
function valueFinding(
  subject: Subject,
  form: Form,
  points: readonly (readonly number[])[],
  seen: readonly number[],
  depth: Depth,
): Finding {
  const { operation: op } = form;
  const line = makingLine(subject, form);
  const base = { op, ...(line !== undefined && { line }), ...exampleWhere(subject, form, points, seen) };
  if (seen.every(Number.isNaN)) return { code: "self-vs-data", ...base, ...bareIn(subject, form) };
  if (depth === "whether") return { code: "forward-wrong", ...base };
  const there = points.filter((_, i) => !Number.isNaN(seen[i]));
  const found = seen.filter((x) => !Number.isNaN(x));
  const ours = (f: (...args: number[]) => number) =>
    there.every((point, i) => close(f(...point), found[i] as number));
  if (form.numbers.length === 2 && ours((a, b) => form.op.value(b, a))) {
    return { code: op === "rsub" ? "rsub-sign" : "swapped", ...base };
  }
  const swapped = (candidate: Op) => ours((...args) => candidate.value(...args.toReversed()));
  const other = others(form.op).find(
    (candidate) => ours((...args) => candidate.value(...args)) || swapped(candidate),
  );
  if (other) {
    const isTopic = topics.has(other.name);
    return {
      code: isTopic ? "wrong-op" : "forward-wrong",
      ...base,
      details: { yours: formulaText(other, swapped(other)) },
    };
  }
  const isPower = form.op.name === "pow";
  const names: Column[] = form.op.args.map((name, j) => ({
    text: isPower && name === "b" ? "k" : name,
    values: there.map((point) => point[j] as number),
  }));
  const yours = depth === "formula" ? findFormula(found, names) : undefined;
  const nearly = points.every((point, i) => close(wantedValue(form, point), seen[i] as number, 1e-2));
  return {
    code: "forward-wrong",
    ...base,
    ...((yours || nearly) && { details: { ...(yours && { yours }), ...(nearly && { nearly: 1 }) } }),
  };
}

/** The formula of an operation, of a and b; the name where the formula is long. */
function formulaText({ name, formula, args }: Op, isSwapped: boolean): string {
  const text = toText(formula, (letter) =>
    isSwapped && args.length === 2 ? (letter === "a" ? "b" : "a") : letter,
  );
  return text.includes(" if ") ? `${name}(a)` : text;
}

/** What a class has methods for. */
const topics = new Set(operations.map((operation) => formOf(operation).op.name));

/** The other operations of the table that take as many numbers. */
const others = (op: Op): Op[] =>
  Object.keys(ops)
    .map(opOf)
    .filter(
      ({ name, args, params }) =>
        name !== op.name && args.length === op.args.length && Object.keys(params).length === 0,
    );

/** The program of an operation at these numbers, as its author would write it. */
export function exampleAt(subject: Subject, form: Form, point: readonly number[]): Example {
  const letters = form.numbers.map((number, i) => (number ? String(point[i]) : (["a", "b"][i] as string)));
  const at = form.numbers.flatMap((number, i) =>
    number ? [] : [[letters[i] as string, point[i] as number] as const],
  );
  return { call: subject.show(form.operation, letters), at: Object.fromEntries(at) };
}

/** The first example with numbers that read well where the operation is wrong too; else the first one tried. */
function exampleWhere(
  subject: Subject,
  form: Form,
  points: readonly (readonly number[])[],
  seen: readonly number[],
): Pick<Finding, "example" | "seen" | "wanted"> {
  for (const point of friendlyPoints(form)) {
    const tried = tryAt(subject, form, point);
    if (!("out" in tried)) continue;
    const [found, wanted] = [numberIn(subject, tried.out, "data"), wantedValue(form, point)];
    if (!close(found, wanted)) return { example: exampleAt(subject, form, point), seen: found, wanted };
  }
  const i = points.findIndex((point, n) => !close(wantedValue(form, point), seen[n] as number));
  const point = points[i] as readonly number[];
  return {
    example: exampleAt(subject, form, point),
    seen: seen[i] as number,
    wanted: wantedValue(form, point),
  };
}
