/** Aligned text: the first row is the head; columns named in `right` end where their widest cell ends. */
export function columns(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, [...cell].length);
  }
  const line = (row: readonly string[]) =>
    row.map((cell, i) => {
      const space = " ".repeat((widths[i] ?? 0) - [...cell].length);
      return right.has(i) ? space + cell : cell + space;
    });
  return rows.map((row) => line(row).join("  ").trimEnd()).join("\n");
}
