/** The whole record as a page of Markdown. */
export function markdown(record: unknown): string;
/** One part of the record, such as "race", as a section of Markdown. */
export function section(name: string, measured: unknown): string;
