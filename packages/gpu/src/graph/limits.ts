import type { Runner } from "../runner/runner.js";

/** Nodes of a graph above which its kernel takes too long to compile. */
const mostNodes: Readonly<Record<Runner["kind"], number>> = {
  webgpu: 4000,
  webgl2: 2000,
  headlessgl: 2000,
  cpu: 2000,
};

/** Throws for a graph that is too large to be one kernel. */
export function checkSize(where: string, nodes: number, kind: Runner["kind"]): void {
  const most = mostNodes[kind];
  if (nodes <= most) return;
  throw new RangeError(
    `${where}: the function computes ${nodes} nodes for a sample, and a kernel of more than ${most} takes many seconds to ` +
      `compile on ${kind}; use compile with target "wasm", or write it with Tensors.`,
  );
}
