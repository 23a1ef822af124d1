import type { Finding, Report } from "../finding.js";
import type { Refusal } from "../subject/subject.js";

/** The report on a text that could not be run at all. */
export function refused({ code, text, line }: Refusal, source: string): Report {
  // A text that does not end is found out behind its end.
  const last = source.trimEnd().split("\n").length;
  const finding: Finding = {
    code,
    op: "",
    ...(line !== undefined && { line: Math.min(line, last) }),
    ...(text !== "" && { seen: text }),
  };
  return { passed: false, findings: [finding], notes: [], right: [] };
}
