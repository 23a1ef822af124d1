import type { Runner } from "../runner/runner.js";

/** Nodes of a graph above which its kernels take about ten seconds to compile, as long as it takes software drivers. */
const mostNodes: Readonly<Record<Runner["kind"], number>> = {
  webgpu: 2000,
  webgl2: 1000,
  headlessgl: 1000,
  cpu: 1000,
};

/** Throws for a graph that is too large to be one kernel. */
export function checkSize(where: string, nodes: number, kind: Runner["kind"]): void {
  const most = mostNodes[kind];
  if (nodes <= most) return;
  throw new RangeError(
    `${where}: the function computes ${nodes} nodes for a sample, and a kernel of more than ${most} may take over ten seconds ` +
      `to compile on ${kind}; use compile with target "wasm", or write it with Tensors.`,
  );
}
