import { close } from "../close.js";
import { send } from "./plan.js";
import type { Walked } from "./run.js";

/** What is wrong with a walk over nodes of ours, by the order in which their rules ran and what they had then. */
export interface Misstep {
  readonly code: string;
  readonly seen?: number;
  readonly wanted?: number;
  readonly details?: Readonly<Record<string, string | number>>;
}

export function misstepOf({ built, seen, wanted }: Walked): Misstep | undefined {
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
  // The order is right, and so is what it begins with: something has taken gradients away on the way.
  const grads: number[] = plan.map((_, i) => (i === root ? 1 : 0));
  for (const { node, grad } of calls) {
    const had = grads[node] as number;
    if (!close(grad, had))
      return { code: grad === 0 ? "clears-grad" : "grad-wrong", seen: grad, wanted: had };
    plan[node]?.forEach((input, j) => {
      grads[input] = (grads[input] as number) + (slopes[node]?.[j] as number) * grad;
    });
  }
  const leaf = plan.findIndex(
    (inputs, i) => inputs.length === 0 && !close(seen[i] as number, wanted[i] as number),
  );
  return {
    code: seen[leaf] === 0 ? "clears-grad" : "grad-wrong",
    seen: seen[leaf] as number,
    wanted: wanted[leaf] as number,
  };
}
