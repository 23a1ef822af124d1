// outgrad's Value in an arena that every step reuses.
import { arena, Value } from "../../packages/engine/dist/index.js";
import { program } from "../workloads/program.mjs";

export function make(workload) {
  const { parameters, loss } = program(workload, (x) => new Value(x));
  return {
    reset() {
      parameters.forEach((p, i) => {
        p.data = workload.parameters[i];
      });
    },
    step() {
      return arena(() => {
        const root = loss();
        for (const p of parameters) p.grad = 0;
        root.backward();
        for (const p of parameters) p.data -= workload.rate * p.grad;
        return root.data;
      });
    },
  };
}
