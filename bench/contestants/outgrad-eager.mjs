// outgrad's Value, define by run.
import { Value } from "../../packages/engine/dist/node/index.js";
import { defineByRun } from "../workloads/program.mjs";

export const make = (workload) => defineByRun(workload, (x) => new Value(x));
