import type * as formulas from "@outgrad/ops";

/** The text of src/generated/rules.ts, before it is formatted, from the programs by name. */
export function printRules(programs: Readonly<Record<string, string>>, tools: typeof formulas): string;
