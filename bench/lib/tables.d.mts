/** The whole record as a page of Markdown. */
export function markdown(record: unknown): string;
