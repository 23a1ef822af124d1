/** The table that the README shows. */
export function readmeTable(record: unknown): string;
/** What stands between the marks of a README, or undefined where they are missing. */
export function quoted(text: string): string | undefined;
