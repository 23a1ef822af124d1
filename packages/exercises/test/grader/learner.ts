import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Finding, Report } from "../../src/finding.ts";
import { type GradeOptions, grade } from "../../src/grader/grade.ts";
import type { Subject } from "../../src/subject/subject.ts";
import { typescriptSubject } from "../../src/subject/typescript.ts";

/** A right class, as the lecture writes it. */
export const right = readFileSync(new URL("../mutants/base/value.ts.txt", import.meta.url), "utf8");

/** The right class with one text in place of another, which must be there. */
export function broken(find: string, replace: string, text = right): string {
  expect(text).toContain(find);
  return text.replace(find, replace);
}

export function subjectOf(text: string): Subject {
  const subject = typescriptSubject(text);
  if ("code" in subject) throw new Error(`${subject.code}: ${subject.text}`);
  return subject;
}

export const reportOn = (text: string, options?: GradeOptions): Report => grade(subjectOf(text), options);

/** The findings that have no cause among the others. */
export const rootsOf = ({ findings }: Report): Finding[] => findings.filter(({ causedBy }) => !causedBy);

/** `op:code` of each root. */
export const causesIn = (text: string, options?: GradeOptions): string[] =>
  rootsOf(reportOn(text, options)).map(({ op, code }) => `${op}:${code}`);

/** The line of the text on which something stands, from 1. */
export const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split("\n").length;
