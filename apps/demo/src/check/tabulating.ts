import { computed, signal } from "@preact/signals";
import { announce } from "../ui/live-region.tsx";
import { errorsOf } from "./client.ts";
import type { Order } from "./config.ts";
import type { OpErrors } from "./inside/report.ts";
import { opNames } from "./op-code.ts";

/** The measured errors, op after op, as they come in. */
export const table = signal<readonly OpErrors[]>([]);
export const tabulating = signal(false);
export const tableFailure = signal("");
/** How many ops have been measured. */
export const measured = computed(() => new Set(table.value.map(({ op }) => op)).size);

/** So many ops are measured in one go: few enough for the rest of the screen to get its turn. */
const atOnce = 6;
let stop: AbortController | undefined;

/** Measures every op that has not been, some at a time: what is shown grows. */
export async function tabulate(seed: number): Promise<void> {
  const mine = new AbortController();
  stop = mine;
  tabulating.value = true;
  tableFailure.value = "";
  const done = new Set(table.peek().map(({ op }) => op));
  const waiting = opNames.filter((name) => !done.has(name));
  while (waiting.length > 0) {
    const answer = await errorsOf(waiting.splice(0, atOnce), seed, mine.signal);
    if (stop !== mine) return;
    if (!answer.ok) {
      tableFailure.value = answer.sentence;
      break;
    }
    table.value = [...table.peek(), ...answer.value.flat()];
  }
  tabulating.value = false;
  announce(`${measured.peek()} ops measured.`);
}

/** Stops measuring; what was measured stays. */
export function cancelTable(): void {
  stop?.abort();
  stop = undefined;
  tabulating.value = false;
}

/** The rows whose op contains the text, in an order: of errors, the largest first. */
export function arranged(
  rows: readonly OpErrors[],
  order: Order,
  by: "median" | "worst",
  find: string,
): OpErrors[] {
  const place = by === "median" ? 0 : 1;
  const error = (row: OpErrors): number => {
    if (order === "op") return 0;
    const found = order === "partial" ? row.partial : row.methods[order][place];
    return Number.isNaN(found) ? Number.POSITIVE_INFINITY : found;
  };
  const wanted = find.trim().toLowerCase();
  return rows
    .filter(({ op }) => op.toLowerCase().includes(wanted))
    .sort(
      (a, b) => error(b) - error(a) || a.op.localeCompare(b.op, "en") || a.arg.localeCompare(b.arg, "en"),
    );
}
