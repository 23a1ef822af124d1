/** Every row of the comparison: for each library what the cell says and what shows it. */
export function comparison(): {
  feature: string;
  short: boolean;
  cells: Record<string, { says: string; shown: string }>;
}[];
/** Where what shows a cell is found: an address, a path, or undefined for a command. */
export function targetOf(shown: string, place: "docs" | "readme"): string | undefined;
/** The comparison as a table in Markdown: all of it for the docs, the short rows for the README. */
export function compareTables(place: "docs" | "readme"): string;
