import type { Finding, Topic } from "../finding.js";
import type { Subject } from "../subject/subject.js";
import type { Builder } from "./backward/build.js";
import { chain } from "./backward/plan.js";
import { walk } from "./backward/run.js";
import { close } from "./close.js";
import { formOf } from "./form.js";
import { methodNamed, methodOf, withInner } from "./lines.js";
import { isRef, numberIn, tryAt } from "./trial.js";

/** What could be said of a class that is right: where it ends, and what it forgets. */
export function notesOn(subject: Subject, right: readonly Topic[], builder: Builder | undefined): Finding[] {
  const notes = [
    right.includes("add") && setOfInputs(subject),
    right.includes("log") && noDomainCheck(subject),
    builder && notReset(subject, builder),
    builder && deepGraph(subject),
  ];
  return notes.filter((note) => typeof note === "object");
}

/** A set keeps one of two equal inputs, and no order. */
function setOfInputs(subject: Subject): Finding | undefined {
  const tried = tryAt(subject, formOf("add"), [2, 3]);
  if (!("out" in tried) || subject.holder(tried.out) !== "set") return undefined;
  const fields = subject.structure.classes.flatMap(({ methods }) =>
    methods.flatMap(({ assignments }) => assignments),
  );
  const line = fields.find(({ value }) => /\bset\(|\bSet\b/.test(value))?.line;
  return { code: "set-of-inputs", op: "constructor", ...(line !== undefined && { line }) };
}

/** The logarithm of a negative number comes out as NaN, without a word. */
function noDomainCheck(subject: Subject): Finding | undefined {
  const tried = tryAt(subject, formOf("log"), [-1]);
  if (!("out" in tried) || !isRef(tried.out)) return undefined;
  const seen = numberIn(subject, tried.out, "data");
  const { line } = methodOf(subject, formOf("log")) ?? {};
  return Number.isNaN(seen)
    ? {
        code: "no-domain-check",
        op: "log",
        ...(line !== undefined && { line }),
        seen,
        example: { call: subject.show("log", ["a"]), at: { a: -1 } },
      }
    : undefined;
}

/** A second backward() has to give the same again, or add as much again; not what is left of the first on the way. */
function notReset(subject: Subject, builder: Builder): Finding | undefined {
  const twice = walk(subject, builder, chain, 2);
  if (!twice || twice.thrown) return undefined;
  const [seen, wanted] = [twice.seen[0] as number, twice.wanted[0] as number];
  const { line } = methodNamed(subject, "backward") ?? {};
  if (close(seen, wanted) || close(seen, 2 * wanted)) return undefined;
  return {
    code: "interior-not-reset",
    op: "backward",
    ...(line !== undefined && { line }),
    seen,
    wanted: 2 * wanted,
  };
}

/** A walk that calls itself ends where the language's stack does. */
function deepGraph(subject: Subject): Finding | undefined {
  const recursion = withInner(methodNamed(subject, "backward")).find((shape) =>
    withInner(shape).some(({ calls }) => calls.some(({ name }) => name === shape.name && name !== "")),
  );
  return recursion && { code: "deep-graph", op: "backward", line: recursion.line };
}
