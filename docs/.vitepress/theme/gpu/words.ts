import type { Decision, Measured } from "@outgrad/gpu";
import type { Report } from "./measure.ts";

/** What was found, the shortest answer first. */
export function sentences({ decision, device, products }: Report): string[] {
  const { kind, description, why } = decision;
  const first =
    kind === "cpu"
      ? `createBackend() has chosen the CPU. ${why}`
      : `createBackend() has chosen ${kind} on ${description}. ${why}`;
  const last = products.at(-1);
  if (device === undefined || last === undefined) return [first];
  const { n, cpu, there, kept, error } = last;
  const proven = `${device.kind} on ${device.description} has passed its self-test.`;
  const race =
    `A product of ${n} × ${n} takes it ${times(there / cpu)} the CPU's time, ${percent(1 - kept / there)} of that to bring the ` +
    `numbers there and back; the result is off by ${error.toExponential(0)} of its norm.`;
  return [first, proven, race];
}

const times = (ratio: number): string => `${ratio < 10 ? ratio.toPrecision(2) : ratio.toFixed(0)} times`;

/** A time, in milliseconds. */
export const milliseconds = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;

/** A share of 1; what is measured may come out below 0. */
export const percent = (share: number): string => `${Math.max(0, 100 * share).toFixed(0)} %`;

/** The measurements behind a decision, each in words. */
export const measurements = ({ measured }: Decision) =>
  measured.map(({ op, work, cpu, gpu }) => ({ what: words(op, work), cpu, gpu }));

function words(op: Measured["op"], work: number): string {
  if (op === "elementwise") return `tanh of ${work.toLocaleString("en")} numbers`;
  const n = Math.round(Math.cbrt(work));
  return `${n} × ${n} times ${n} × ${n}`;
}
