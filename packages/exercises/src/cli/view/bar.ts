import type { Paint } from "../paint.js";

const cells = 24;

/** How far someone is: `████████░░░░░░░░ 8 of 16`. */
export function bar(done: number, all: number, paint: Paint): string {
  const full = all === 0 ? 0 : Math.floor((cells * done) / all);
  return `${paint.right("█".repeat(full))}${paint.faint("░".repeat(cells - full))} ${done} of ${all}`;
}
