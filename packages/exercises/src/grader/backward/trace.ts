import { close } from "../close.js";
import type { Call } from "./build.js";
import { type Plan, type Slopes, send } from "./plan.js";
import type { Walked } from "./run.js";

/** What is wrong with a walk over nodes of ours, by the order in which their rules ran and what they had then. */
export interface Misstep {
  readonly code: string;
  readonly seen?: number;
  readonly wanted?: number;
  readonly details?: Readonly<Record<string, string | number>>;
}

export function misstepOf({ built, seen }: Walked): Misstep | undefined {
  const { plan, slopes, calls = [] } = built;
  const root = plan.length - 1;
  const inner = plan.flatMap((inputs, i) => (inputs.length > 0 ? [i] : []));
  const first = (node: number) => calls.findIndex((call) => call.node === node);
  const count = (node: number) => calls.filter((call) => call.node === node).length;
  if (calls.length === 0) return { code: "chain", details: { reached: 0 } };

  const twice = inner.find((node) => count(node) > 1);
  if (twice !== undefined) return { code: "visits-twice", seen: count(twice), wanted: 1 };
  const start = calls[first(root)]?.grad;
  const backwards = inner.every((node) => plan[node]?.every((input) => first(input) < first(node)));
  if (backwards && inner.length > 1 && inner.every((node) => count(node) > 0)) return { code: "order" };
  // Begun with 1 everywhere, or set to 1 as they come.
  const ahead = plan.map(() => 1);
  const isAhead = calls.map(({ node, grad }) => {
    const had = ahead[node] as number;
    send(plan, slopes, ahead, node);
    return close(grad, had) || close(grad, 1);
  });
  if (start === 1 && calls.length > 1 && isAhead.every(Boolean))
    return { code: "seeds-all", seen: 1, wanted: 0 };
  const unreached = inner.find((node) => count(node) === 0);
  if (unreached !== undefined && calls.length > 0) {
    return { code: "chain", details: { reached: calls.length, nodes: inner.length } };
  }
  const early = inner.find((node) =>
    plan[node]?.some((input) => first(input) >= 0 && first(input) < first(node)),
  );
  if (early !== undefined) return { code: "topo" };
  if (start !== undefined && !close(start, 1)) {
    if (start !== 0 && !Number.isNaN(start)) return { code: "seed", seen: start, wanted: 1 };
    return { code: close(seen[root] as number, 1) ? "seed-late" : "no-seed", seen: start, wanted: 1 };
  }
  return lossOf(plan, slopes, calls, seen);
}

/** Where the order is right, and what it begins with: a gradient that something has taken from, or changed, on the way. */
function lossOf(plan: Plan, slopes: Slopes, calls: readonly Call[], seen: readonly number[]): Misstep {
  const shares: number[][] = plan.map((_, i) => (i === plan.length - 1 ? [1] : []));
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const differs = (node: number, grad: number): Misstep | undefined => {
    const all = shares[node] as number[];
    if (close(grad, sum(all))) return undefined;
    // What has come last is there, and what had come before is gone.
    const isCleared = all.some((_, i) => close(grad, sum(all.slice(i + 1))));
    return { code: isCleared ? "clears-grad" : "grad-wrong", seen: grad, wanted: sum(all) };
  };
  for (const { node, grad } of calls) {
    const wrong = differs(node, grad);
    if (wrong) return wrong;
    plan[node]?.forEach((input, j) => {
      shares[input]?.push((slopes[node]?.[j] as number) * grad);
    });
  }
  const leaves = plan.flatMap((inputs, i) => (inputs.length === 0 ? [i] : []));
  const wrong = leaves.map((i) => differs(i, seen[i] as number)).find((each) => each !== undefined);
  // They had it when their rules ran.
  const between = plan.findIndex((_, i) => !close(seen[i] as number, sum(shares[i] as number[])));
  if (wrong || between < 0) return wrong ?? { code: "grad-wrong" };
  return { code: "clears-grad", seen: seen[between] as number, wanted: sum(shares[between] as number[]) };
}
