import type { Finding, Report } from "../finding.js";
import type { Refusal } from "../subject/subject.js";

/** The report on a text that could not be run at all. */
export function refused({ code, text, line }: Refusal): Report {
  const finding: Finding = {
    code,
    op: "",
    ...(line !== undefined && { line }),
    ...(text !== "" && { seen: text }),
  };
  return { passed: false, findings: [finding], notes: [], right: [] };
}
