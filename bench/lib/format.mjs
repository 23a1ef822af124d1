// Numbers and lines of tables, as people write them.
import { median, ratio, resultOf, spread } from "./record.mjs";

/** A positive number with three digits that mean something. */
export function three(x) {
  if (x >= 1000) return Number(x.toPrecision(3)).toLocaleString("en-US");
  return x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2);
}

/** A time in the unit that suits it. */
export function time(microseconds) {
  if (microseconds >= 1e6) return `${three(microseconds / 1e6)} s`;
  return microseconds >= 1000 ? `${three(microseconds / 1000)} ms` : `${three(microseconds)} µs`;
}

export const megabytes = (x) => `${(x / 2 ** 20).toFixed(2)} MB`;

/** When, of what, and beside how much other work. */
export const occasion = ({ date, commit, dirty, load, rounds }) =>
  `${date.slice(0, 10)}, commit ${commit}${dirty ? " with changes" : ""}, load ${load}${rounds ? `, ${rounds} interleaved rounds` : ""}`;

export const row = (cells) => `| ${cells.join(" | ")} |`;

export const heading = (cells) => [row(cells), row(cells.map((_, i) => (i === 0 ? "---" : "---:")))];

/** A contestant's name, version and note. */
export function titleOf({ name, peer, note }, { versions }) {
  const title = `${name}${versions[peer] ? ` (${versions[peer]})` : ""}`;
  return note ? `${title}: ${note}` : title;
}

/** A multiple, and in brackets between what the middle half of the rounds lies. */
const withSpread = (multiple, [low, high]) =>
  low === high ? three(multiple) : `${three(multiple)} (${three(low)}–${three(high)})`;

/** Cells of multiples of the base's time; why one is empty is told below the table, once. */
export class Multiples {
  reasons = new Map();

  constructor(record, show = withSpread) {
    this.record = record;
    this.show = show;
  }

  cell(workload, contestant) {
    const of = [this.record, workload.name, contestant, workload.base];
    const multiple = ratio(...of);
    if (multiple !== undefined) return this.show(multiple, spread(...of));
    const failed = workload.results.find((r) => r.name === contestant)?.failed ?? "not run";
    if (!this.reasons.has(failed)) this.reasons.set(failed, this.reasons.size + 1);
    return `– [${this.reasons.get(failed)}]`;
  }

  notes() {
    return [...this.reasons].map(([reason, number]) => `[${number}] ${reason}  `);
  }
}

/** The median time of a workload's base, in microseconds. */
export const baseTime = (record, { name, base }) => median(resultOf(record, name, base).microseconds);
