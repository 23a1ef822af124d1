import { rough } from "../measure/ratio-words.ts";
import type { KernelName } from "./config.ts";
import type { Report, SizeRow } from "./measure.ts";

const names: Readonly<Record<KernelName, string>> = {
  matmul: "products of matrices",
  tanh: "tanh",
  softmax: "softmax",
};

/** A share in whole percents. */
export const percents = (share: number): string => `${Math.round(100 * share)} %`;

/** The first size from which on the GPU was faster at every size that was measured; undefined where it never was. */
export function crossover(rows: readonly SizeRow[], of: "there" | "kept"): number | undefined {
  const lost = rows.findLastIndex((row) => row[of].median <= 1);
  return rows[lost + 1]?.n;
}

/** What came out, the crossover first. */
export function headline({ decision, device, rows }: Report, kernel: KernelName): string {
  if (device === undefined) {
    const tried = decision?.refused.map(({ kind }) => wayNames[kind]).join(" or ");
    return `There is no GPU that this page can use${tried ? ` by ${tried}` : ""}: everything is computed on the CPU.`;
  }
  const last = rows.at(-1);
  if (last === undefined) return "Nothing was measured.";
  const what = names[kernel];
  const [fed, kept] = [crossover(rows, "there"), crossover(rows, "kept")];
  const most = `${last.n} × ${last.n}`;
  if (fed !== undefined) {
    const from = fed === rows[0]?.n ? "At every size" : `From ${fed} × ${fed} on`;
    return `${from} the GPU is faster at ${what}, transfer included: ${rough(last.there.median)} times as fast as the CPU at ${most}.`;
  }
  const slower = `The CPU is faster at ${what} at every size up to ${most}, transfer included`;
  if (kept === undefined) return `${slower} or not.`;
  return `${slower}; for numbers that are on the GPU already, the GPU is from ${kept} × ${kept} on.`;
}

/** The names of the ways to a GPU. */
export const wayNames = {
  auto: "Auto",
  webgpu: "WebGPU",
  webgl2: "WebGL 2",
  headlessgl: "headless GL",
  cpu: "the CPU",
} as const;

/** What really computes, and what createBackend would do. */
export function decisionWords({ decision, device }: Report): string[] {
  if (decision === undefined) return [];
  const asked = `createBackend() chooses ${wayNames[decision.kind]}. ${decision.why}`;
  if (device === undefined) return [asked];
  const software = /software/i.test(device.description)
    ? ["It is software, on this machine's CPU: a GPU in name only, and slow."]
    : [];
  return [
    `Measured on ${wayNames[device.kind]}: ${device.description}. It has passed its self-test.`,
    ...software,
    asked,
  ];
}
