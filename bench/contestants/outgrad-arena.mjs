// outgrad's Value in an arena that every step reuses.
import { arena, Value } from "../../packages/engine/dist/node/index.js";
import { defineByRun } from "../workloads/program.mjs";

export const make = (workload) => defineByRun(workload, (x) => new Value(x), arena);
