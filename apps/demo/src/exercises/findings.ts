import type { Finding, Report } from "@outgrad/exercises";

/** A cause with what follows from it. */
export interface Cause {
  readonly finding: Finding;
  readonly consequences: readonly Finding[];
}

/** What is wrong, by cause. What is only still to be written is not among it. */
export function causesOf(report: Report): readonly Cause[] {
  const causes = report.findings.filter((finding) => rootOf(finding, report) === finding && !isToDo(finding));
  return causes.map((finding) => ({
    finding,
    consequences: report.findings.filter((other) => other !== finding && rootOf(other, report) === finding),
  }));
}

/** What is still as the starter has it. */
export const toDoOf = ({ findings }: Report): readonly Finding[] => findings.filter(isToDo);

const isToDo = ({ code }: Finding): boolean => code === "to-do";

/** What a finding follows from in the end; itself, if from nothing that was found. */
function rootOf(finding: Finding, { findings }: Report): Finding {
  const seen = new Set<Finding>();
  let root = finding;
  while (root.causedBy && !seen.has(root)) {
    seen.add(root);
    const { code, op } = root.causedBy;
    const next = findings.find((other) => other.code === code && other.op === op);
    if (!next) break;
    root = next;
  }
  return root;
}
