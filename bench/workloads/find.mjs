// All workloads by name, of scalars and of tensors.
import { workload as ofScalars } from "./data.mjs";
import { tensorWorkload, tensorWorkloadNames } from "./tensors.mjs";

export const workload = (name) =>
  tensorWorkloadNames.includes(name) ? tensorWorkload(name) : ofScalars(name);
