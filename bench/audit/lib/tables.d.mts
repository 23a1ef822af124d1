/** The record of the audit as tables in Markdown: how often each peer gave what, then every case. */
export function auditTables(record: unknown): string;
/** How often a peer gave what. */
export function counts(
  record: unknown,
  name: string,
): Record<"right" | "choice" | "wrong" | "threw" | "hung" | "lacks", number>;
/** The whole record as a page. */
export function auditPage(record: unknown): string;
