import type { Choice } from "@outgrad/engine";
import { count } from "../format.ts";
import type { Path } from "./config.ts";

/** The paths, as a choice and as a name. */
export const pathTexts: readonly (readonly [Path, string])[] = [
  ["auto", "Auto: whatever suits"],
  ["wasm", "WebAssembly"],
  ["vector", "Vector: rows of lanes"],
  ["replay", "Replay: node after node"],
  ["eager", "Eager: a new graph each time"],
];

export const pathNames: Record<Path, string> = {
  auto: "Auto",
  wasm: "WebAssembly",
  vector: "Vector",
  replay: "Replay",
  eager: "Eager",
};

/**
 * In words: what computes a recorded function, why, and how much there is to compute. A reason that `before` has told
 * is not told again.
 */
export function computedBy({ target, why, nodes, steps }: Choice, before?: Choice): string {
  const isTold = before?.target === target && before.why === why;
  const reason = isTold ? " too" : why === "asked for" ? ", as asked for" : `, because ${why}`;
  const name = `${pathNames[target]}${reason}`;
  if (why.includes(`${nodes} nodes fold into`)) return `${name}.`;
  const work = target === "replay" ? "one after another" : `in ${count(steps)} steps`;
  return `${name}: ${count(nodes)} nodes ${work}.`;
}

/** A speed to two digits: more of them change from run to run. */
export const rough = (perSecond: number): string => count(Number(perSecond.toPrecision(2)));
