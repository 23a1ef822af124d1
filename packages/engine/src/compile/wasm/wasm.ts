import { imports } from "@outgrad/ops/wasm";
import { Home } from "../../leaf.js";
import { webAssembly } from "../../web-assembly.js";
import type { Executable } from "../executable.js";
import type { Plan } from "../plan/plan.js";
import { modulesOf } from "./modules.js";
import type { Updated } from "./update-writer.js";

type Exports = Readonly<Record<string, () => void>>;

/**
 * A plan as WebAssembly with SIMD: the steps of a loop in one function, their numbers in registers.
 *
 * Floor: equals vector.ts bit for bit (test/compile). Trick: two lanes per vector, two vectors per block, and only what
 * backward reads goes to memory. It buys about ten times the speed of vector.ts on a net (bench/). It gives up: the look
 * at anything but outputs and gradients.
 *
 * @throws what WebAssembly throws where a Content-Security-Policy forbids it.
 */
export function assemble(plan: Plan, updated?: Updated, relaxedFma = false): Executable {
  const { Memory, Module, Instance } = webAssembly();
  const { binaries, layout, pages, sites, pieces } = modulesOf(plan, updated, relaxedFma);
  const memory = new Memory({ initial: pages, maximum: pages });
  const parts = binaries.map(
    (bytes) => new Instance(new Module(bytes), { env: { memory, ...imports } }).exports as Exports,
  );
  const v = new Float64Array(memory.buffer, layout.values, plan.start.length);
  const d = new Float64Array(memory.buffer, layout.gradients, plan.start.length);
  const sums = new Float64Array(memory.buffer, layout.sites, 2 * sites);
  v.set(plan.start);
  new Int32Array(memory.buffer, layout.indices, plan.indices.length).set(
    plan.indices.map((slot) => 8 * slot),
  );
  const root = plan.outputs[0] as number;
  const forwards = parts.map((part) => part.forward as () => void);
  const backwards = parts.map((part) => part.backward as () => void).reverse();
  const update = parts.at(-1)?.update;
  const numbers = new Float64Array(memory.buffer, layout.numbers, updated?.rule.names.length ?? 0);
  const leaves = v.subarray(0, plan.leaves);
  return {
    leaves,
    home: new Home(leaves),
    gradients: d.subarray(0, plan.leaves),
    forward: () => {
      for (const forward of forwards) forward();
    },
    backward: () => {
      sums.fill(0);
      for (const [from, to] of pieces) d.fill(-0, from, to);
      d[root] = 1;
      for (const backward of backwards) backward();
    },
    ...(update && {
      update: () => {
        updated?.rule.read(numbers);
        update();
      },
    }),
    output: (index) => v[plan.outputs[index] as number] as number,
  };
}
