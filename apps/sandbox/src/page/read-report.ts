import type { Example, Finding, Report } from "@outgrad/exercises";
import { limits } from "../limits.js";
import { isNumber, isPlace, isRecord, isText } from "./read.js";

/** What came of an exercise, copied field by field; undefined for anything else. */
export function readReport(report: unknown): Report | undefined {
  if (!isRecord(report)) return undefined;
  const [findings, notes] = [readList(report.findings, readFinding), readList(report.notes, readFinding)];
  const right = readList(report.right, (topic) => (isText(topic, limits.label) ? topic : undefined));
  if (!findings || !notes || !right) return undefined;
  return { passed: report.passed === true && findings.length === 0, findings, notes, right };
}

/** A list of things, all of which can be read. */
export function readList<T>(list: unknown, read: (thing: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(list) || list.length > limits.findings) return undefined;
  const all = list.map(read);
  return all.includes(undefined) ? undefined : (all as T[]);
}

function readFinding(finding: unknown): Finding | undefined {
  if (!isRecord(finding)) return undefined;
  const { code, op, line, example, seen, wanted, details, causedBy } = finding;
  if (!isCode(code) || !isText(op, limits.label)) return undefined;
  const [readExample, readDetails] = [exampleOf(example), recordOf(details, isWord)];
  return {
    code,
    op,
    ...(isPlace(line) && { line }),
    ...(readExample && { example: readExample }),
    ...(isWord(seen) && { seen }),
    ...(isWord(wanted) && { wanted }),
    ...(readDetails && { details: readDetails }),
    ...(isRecord(causedBy) &&
      isCode(causedBy.code) &&
      isText(causedBy.op, limits.label) && { causedBy: { code: causedBy.code, op: causedBy.op } }),
  };
}

const isCode = (thing: unknown): thing is string =>
  isText(thing, limits.label) && /^[a-z][a-z-]*$/.test(thing);

const isWord = (thing: unknown): thing is string | number => isNumber(thing) || isText(thing);

function exampleOf(example: unknown): Example | undefined {
  if (!isRecord(example) || !isText(example.call)) return undefined;
  const at = recordOf(example.at, isNumber);
  return at && { call: example.call, at };
}

/** A record of a few things of one kind; what is of no such kind is left out. */
function recordOf<T>(
  record: unknown,
  is: (thing: unknown) => thing is T,
): Readonly<Record<string, T>> | undefined {
  if (!isRecord(record)) return undefined;
  const entries = Object.entries(record).slice(0, limits.findings);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, T] => isText(entry[0], limits.label) && is(entry[1])),
  );
}
