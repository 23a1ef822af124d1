import { readFileSync } from "node:fs";
import type { Program } from "../../src/subject/program.ts";
import { loadPython } from "../../src/subject/python.ts";
import type { Operation, Outcome, Ref, Refusal, Subject } from "../../src/subject/subject.ts";

/** What the programs of these tests have printed since the last look. */
const lines: string[] = [];
export const printed = (): string[] => lines.splice(0);

export const python = await loadPython({ print: (line) => lines.push(line) });

export const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");

export function subjectOf(...text: string[]): Subject {
  const subject = python.subject(text.join("\n"));
  if ("code" in subject) throw new Error(`refused: ${JSON.stringify(subject)}`);
  return subject;
}

export function refusalOf(...text: string[]): Refusal {
  const subject = python.subject(text.join("\n"));
  if ("code" in subject) return subject;
  throw new Error("the text was taken");
}

export function programOf(...text: string[]): Program {
  const program = python.program(text.join("\n"));
  if ("code" in program) throw new Error(`refused: ${JSON.stringify(program)}`);
  return program;
}

/** The Value that came out. */
export function resultOf(outcome: Outcome): Ref {
  if ("thing" in outcome && outcome.thing.kind === "value") return outcome.thing.ref;
  throw new Error(`no Value: ${JSON.stringify(outcome)}`);
}

export function numberOf(subject: Subject, value: Ref, field: string): number {
  const thing = subject.read(value, field);
  if (thing.kind === "number") return thing.number;
  throw new Error(`no number: ${JSON.stringify(thing)}`);
}

/** An operation on new Values of these numbers. */
export const applied = (subject: Subject, operation: Operation, ...data: number[]): Outcome =>
  subject.apply(
    operation,
    data.map((each) => resultOf(subject.make(each))),
  );
