// outgrad's compile(): the program is traced once, then replayed, run by the vector interpreter, or run as WebAssembly.
// The option is the target: "replay", "vector" or "wasm".
import { compile, Value } from "../../packages/engine/dist/index.js";
import { program } from "../workloads/program.mjs";

export function make(workload, target) {
  const { parameters, loss } = program(workload, (x) => new Value(x));
  const compiled = compile(loss, { target });
  return {
    reset() {
      parameters.forEach((p, i) => {
        p.data = workload.parameters[i];
      });
    },
    step() {
      for (const p of parameters) p.grad = 0;
      const value = compiled.step();
      for (const p of parameters) p.data -= workload.rate * p.grad;
      return value;
    },
  };
}
