// micrograd-ts as it is in its repository: MICROGRAD_TS names its engine.ts as JavaScript.
import { pathToFileURL } from "node:url";
import { defineByRun } from "../workloads/program.mjs";

const { Value } = await import(pathToFileURL(process.env.MICROGRAD_TS).href);

export const make = (workload) => defineByRun(workload, (x) => new Value(x));
