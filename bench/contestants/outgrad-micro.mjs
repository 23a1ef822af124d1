// outgrad's one-screen engine.
import { Value } from "../../packages/engine/dist/node/micro.js";
import { defineByRun } from "../workloads/program.mjs";

export const make = (workload) => defineByRun(workload, (x) => new Value(x));
