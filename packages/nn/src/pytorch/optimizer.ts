import { isTensor, type Tensor } from "@outgrad/engine";
import type { Memory } from "../optim/memory.js";
import type { Optimizer } from "../optim/optimizer.js";
import type { StoredTensor } from "../safetensors/dtype.js";
import { isStored } from "../safetensors/stored-bytes.js";
import { snakeCase } from "../snake-case.js";
import { fieldsOf, singles } from "./optimizer-fields.js";
import type { PytorchData } from "./plain.js";

/** The state dict of an optimiser of PyTorch, as `readPytorch` gives it and `writePytorch` takes it. */
export type PytorchOptimizerState = {
  /** What is remembered of each parameter, by its number. */
  readonly state: PytorchData;
  /** The options, with the numbers of the parameters that they are for. */
  readonly param_groups: PytorchData;
};

/**
 * Gives an optimiser over Tensors what PyTorch's of the same kind knew, `optimizer.state_dict()`: options and memory. Training
 * goes on with the same next steps. The parameters must be those of the same model in the same order, in one group.
 *
 * For all optimisers but LBFGS. Options that this library's do not have are left out: they say how PyTorch computes.
 *
 * @example
 * const optimizer = new Adam(new Linear(2, 1).parameters());
 * const file = writePytorch(optimizerState(optimizer)); // torch.save(optimizer.state_dict(), path)
 * loadOptimizer(optimizer, readPytorch(file));
 *
 * @throws TypeError or RangeError for a state of another kind or of other parameters; then nothing has changed.
 */
export function loadOptimizer(optimizer: Optimizer, state: PytorchOptimizerState): void {
  const where = "loadOptimizer";
  const { name, options } = optimizer.state();
  const fields = fieldsFor(where, name);
  const groups = entriesOf(state?.param_groups);
  if (groups?.length !== 1) {
    throw new TypeError(
      `${where}: expected an optimiser's state dict with one group of parameters, got ${groups?.length ?? "none"}.`,
    );
  }
  const group = new Map(groups[0]?.[1] === undefined ? [] : entriesOf(groups[0][1]));
  if (name !== "AdamW" && group.get("decoupled_weight_decay") === true) {
    throw new RangeError(`${where}: the state has decoupled weight decay, which ${name} has not; use AdamW.`);
  }
  const ids = entriesOf(group.get("params"))?.map(([, id]) => String(id));
  const parameters = tensorsOf(where, optimizer);
  if (ids?.length !== parameters.length) {
    throw new RangeError(
      `${where}: the state is of ${ids?.length ?? 0} parameters, this optimiser has ${parameters.length}.`,
    );
  }
  const given = Object.keys(options).flatMap((option) => {
    const value = group.get(snakeCase(option));
    return value === undefined || value === null
      ? []
      : [[option, isStored(value) ? Number(value.data[0]) : value]];
  });
  const remembered = new Map(entriesOf(state.state));
  const memory = parameters.map((parameter, i) =>
    memoryFrom(new Map(entriesOf(remembered.get(ids[i] as string))), fields, parameter),
  );
  optimizer.load({ name, options: Object.fromEntries(given), memory });
}

/**
 * What an optimiser over Tensors knows as the state dict of PyTorch's of the same kind, whose `load_state_dict` takes it from
 * a file of `writePytorch`. What a GPU keeps must have been read, by `await readNumbers(optimizer)`.
 *
 * @throws TypeError for LBFGS, and for parameters that are Values.
 */
export function optimizerState(optimizer: Optimizer): PytorchOptimizerState {
  const where = "optimizerState";
  const { name, options, memory } = optimizer.state();
  const fields = fieldsFor(where, name);
  const parameters = tensorsOf(where, optimizer);
  const state = new Map<number, PytorchData>();
  for (const [i, { steps, arrays }] of memory.entries()) {
    const own = Object.entries(fields).flatMap(([field, array]) => {
      const numbers = arrays[array] as Float64Array | Float32Array | undefined;
      return numbers === undefined ? [] : [[field, stored(field, numbers, parameters[i] as Tensor)] as const];
    });
    if (own.length === 0 || steps[0] === 0) continue;
    const step = { dtype: "F32", shape: [], data: Float32Array.of(steps[0] as number) } as const;
    state.set(i, Object.fromEntries(name === "SGD" ? own : [["step", step], ...own]));
  }
  const named = Object.entries(options).map(([option, value]) => [snakeCase(option), value as PytorchData]);
  return { state, param_groups: [{ ...Object.fromEntries(named), params: parameters.map((_, i) => i) }] };
}

function fieldsFor(where: string, name: string): Readonly<Record<string, string>> {
  const fields = Object.hasOwn(fieldsOf, name) ? fieldsOf[name] : undefined;
  if (fields) return fields;
  throw new TypeError(
    `${where}: ${name} does not remember what PyTorch's does; there are ${Object.keys(fieldsOf).join(", ")}.`,
  );
}

function tensorsOf(where: string, optimizer: Optimizer): Tensor[] {
  return optimizer.parameters.map((parameter) => {
    if (isTensor(parameter)) return parameter;
    throw new TypeError(`${where}: PyTorch's optimisers train Tensors, and this one has Values.`);
  });
}

function memoryFrom(
  own: ReadonlyMap<string, PytorchData>,
  fields: Readonly<Record<string, string>>,
  parameter: Tensor,
): Memory {
  const arrays = Object.entries(fields).flatMap(([field, array]) => {
    const found = own.get(field);
    if (found === undefined || found === null) return [];
    if (!singles.has(field)) return [[array, isStored(found) ? found.data : found] as const];
    return [[array, new Float64Array(parameter.size).fill(numberOf(found))] as const];
  });
  // SGD counts no steps: that there is a velocity is all that matters.
  const step = numberOf(own.get("step") ?? 1);
  return { steps: [arrays.length === 0 ? 0 : step], arrays: Object.fromEntries(arrays) as Memory["arrays"] };
}

function stored(field: string, numbers: Float64Array | Float32Array, parameter: Tensor): StoredTensor {
  if (singles.has(field)) return { dtype: "F64", shape: [], data: Float64Array.of(numbers[0] as number) };
  const shape = [...parameter.shape];
  return numbers instanceof Float64Array
    ? { dtype: "F64", shape, data: numbers }
    : { dtype: "F32", shape, data: numbers };
}

const numberOf = (found: PytorchData): number =>
  isStored(found) ? Number(found.data[0]) : (found as number);

/** The entries of a dict or list, with their keys as texts; undefined for what is neither. */
function entriesOf(found: PytorchData | undefined): [string, PytorchData][] | undefined {
  if (typeof found !== "object" || found === null || isStored(found) || ArrayBuffer.isView(found))
    return undefined;
  const entries = found instanceof Map ? [...found] : Object.entries(found as object);
  return entries.map(([key, item]) => [String(key), item]);
}
