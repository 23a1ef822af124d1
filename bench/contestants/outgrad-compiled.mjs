// outgrad's compile(): the program is recorded once, then replayed, run by the vector interpreter, or run as
// WebAssembly, descent included. The option is the target: "replay", "vector" or "wasm".
import { compile, Value } from "../../packages/engine/dist/node/index.js";
import { program } from "../workloads/program.mjs";

export function make(workload, target) {
  const { parameters, loss } = program(workload, (x) => new Value(x));
  const update = { formula: "p - rate * g", numbers: { rate: workload.rate } };
  const compiled = compile(loss, { target, update });
  return {
    reset() {
      parameters.forEach((p, i) => {
        p.data = workload.parameters[i];
      });
    },
    step: () => compiled.step(),
    detached: () => compiled.step(),
  };
}
