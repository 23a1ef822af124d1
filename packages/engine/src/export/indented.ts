/** Lines of a block, with two spaces before each. */
export const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join("");
