/** What the README shows of the comparison. */
export function readmeComparison(): string;
/** What stands between the marks of a README, or undefined where they are missing. */
export function quotedComparison(text: string): string | undefined;
