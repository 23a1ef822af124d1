import wasm from "@micropython/micropython-webassembly-pyscript/micropython.wasm";
import { loadPython } from "@outgrad/exercises/python";
import { clip, limits } from "../limits.js";
import type { CheckJob } from "../protocol.js";
import { graderOf, rehearse } from "./grade.js";
import { serve, type Teller } from "./serve.js";

serve<CheckJob>(async () => {
  let teller: Teller | undefined;
  let left: number = limits.logs;
  const python = await loadPython({
    wasm,
    print(line) {
      if (teller && left-- > 0) teller.log({ level: "log", text: clip(line) });
    },
  });
  const work = graderOf(python);
  return {
    work(job, tell) {
      teller = tell;
      return work(job, tell);
    },
    rehearse: () => rehearse(python),
  };
});
