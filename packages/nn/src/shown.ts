/** Something that was passed, as an error message shows it: "relu" in quotes, a list in brackets. */
export function shown(found: unknown): string {
  if (Array.isArray(found)) return `[${found.map(shown).join(", ")}]`;
  return typeof found === "string" ? JSON.stringify(found) : String(found);
}
