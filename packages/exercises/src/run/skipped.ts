import type { Finding } from "../finding.js";
import type { Refusal } from "../subject/subject.js";

/** What to say of the statements of a text that were passed over. */
export const skippedNotes = (skipped: readonly Refusal[] = []): Finding[] =>
  skipped.map(({ text, line }) => ({
    code: "skipped",
    op: "",
    ...(line !== undefined && { line }),
    seen: text,
  }));
