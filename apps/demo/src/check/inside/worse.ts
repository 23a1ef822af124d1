import type { Found } from "./report.ts";

const rank = { OK: 0, "CAN'T TELL": 1, WRONG: 2 } as const;

/** The worse of two points, if there are two: WRONG, then the larger error; the first where they are as bad. */
export function worse(a: Found | null, b: Found | null): Found | null {
  if (!a || !b) return a ?? b;
  const change = rank[b.verdict] - rank[a.verdict];
  return change > 0 || (change === 0 && b.error > a.error) ? b : a;
}
