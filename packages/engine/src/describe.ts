/** What somebody gave, in words. */
export function describe(found: unknown): string {
  if (typeof found === "string") return JSON.stringify(found.slice(0, 40));
  if (typeof found === "bigint") return `${found}n`;
  if (Array.isArray(found)) return `an array of ${found.length}`;
  if (typeof found === "function") return `the function ${found.name || "(anonymous)"}`;
  if (typeof found === "object" && found !== null)
    return `an object (${found.constructor?.name ?? "no class"})`;
  return String(found);
}
