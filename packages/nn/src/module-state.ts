import { isTensor } from "@outgrad/engine";
import { numbersOf } from "./elsewhere.js";
import type { Parameter } from "./optim/parameters.js";
import { formatOf, type StoredTensor } from "./safetensors/dtype.js";
import { shown } from "./shown.js";

/** What is found in a Module, with a name of it. */
export type Named<Item> = readonly [name: string, item: Item];

/** The numbers of a Module's parameters and buffers by name. */
export type StateDict = Readonly<Record<string, StoredTensor>>;

/** What `loadStateDict` with strict: false has left alone. */
export interface LoadResult {
  /** Names of parameters and buffers that were not given. */
  readonly missing: readonly string[];
  /** Names that were given and that no parameter or buffer has. */
  readonly unexpected: readonly string[];
}

/** A copy of the numbers of all leaves, each under its first name. Without a prototype: any name is only a name. */
export function stateOf(where: string, named: Iterable<Named<Parameter>>): StateDict {
  const state: Record<string, StoredTensor> = Object.create(null);
  for (const [item, [name]] of namesOf(named)) state[name as string] = stored(where, name as string, item);
  return state;
}

/** Sets all leaves to given numbers; changes nothing if there is something to complain about. */
export function loadState(
  where: string,
  named: Iterable<Named<Parameter>>,
  state: StateDict,
  strict: boolean,
): LoadResult {
  if (typeof state !== "object" || state === null || state instanceof Map) {
    throw new TypeError(
      `${where}.loadStateDict: expected an object with tensors by name, got ${shown(state)}.`,
    );
  }
  const leaves = namesOf(named);
  const [missing, wrong]: [string[], string[]] = [[], []];
  const known = new Set<string>();
  const found: [Parameter, Numbers][] = [];
  for (const [item, names] of leaves) {
    for (const name of names) known.add(name);
    const [name, ...others] = names.filter((name) => Object.hasOwn(state, name));
    if (name === undefined) {
      missing.push(names[0] as string);
      continue;
    }
    const numbers = numbersIn(`${where}.loadStateDict: ${JSON.stringify(name)}`, state[name]);
    const shape = isTensor(item) ? item.shape : [];
    const given = (state[name] as StoredTensor).shape;
    if (shown(given) === shown([...shape])) found.push([item, numbers]);
    else
      wrong.push(`${JSON.stringify(name)} has the shape ${shown([...shape])}, but ${shown(given)} was given`);
    for (const other of others) {
      if (sameNumbers(numbers, state[other])) continue;
      wrong.push(`${JSON.stringify(name)} and ${JSON.stringify(other)} are one parameter, but they differ`);
    }
  }
  const unexpected = Object.keys(state).filter((name) => !known.has(name));
  if (strict && missing.length > 0) wrong.push(`missing are ${list(missing)}`);
  if (strict && unexpected.length > 0) wrong.push(`unexpected are ${list(unexpected)}`);
  if (wrong.length > 0) {
    throw new RangeError(`${where}.loadStateDict: ${wrong.join("; ")}. Nothing was changed.`);
  }
  for (const [item, numbers] of found) {
    if (isTensor(item)) item.data = numbers;
    else item.data = numbers[0] as number;
  }
  return { missing, unexpected };
}

type Numbers = ArrayLike<number>;

/** The leaves with all their names. Throws if two leaves have the same name. */
export function namesOf(named: Iterable<Named<Parameter>>): Map<Parameter, string[]> {
  const leaves = new Map<Parameter, string[]>();
  const owners = new Map<string, Parameter>();
  for (const [name, item] of named) {
    if (owners.has(name)) {
      throw new Error(`Module: two parameters have the name ${JSON.stringify(name)}; rename a field.`);
    }
    owners.set(name, item);
    const names = leaves.get(item);
    if (names) names.push(name);
    else leaves.set(item, [name]);
  }
  return leaves;
}

function stored(where: string, name: string, item: Parameter): StoredTensor {
  if (!isTensor(item)) return { dtype: "F64", shape: [], data: Float64Array.of(item.data) };
  const data = numbersOf(`${where}.stateDict`, JSON.stringify(name), item);
  const shape = [...item.shape];
  return data instanceof Float64Array ? { dtype: "F64", shape, data } : { dtype: "F32", shape, data };
}

/** The numbers of a stored tensor. Throws for what is none. */
function numbersIn(what: string, found: unknown): Numbers {
  const { dtype, shape, data } = (found ?? {}) as StoredTensor;
  const size = Array.isArray(shape) ? shape.reduce((product, size) => product * size, 1) : Number.NaN;
  if (!formatOf(dtype) || data?.length !== size) {
    throw new TypeError(
      `${what} is no stored tensor: expected a dtype such as "F64", a shape and as many numbers, got ${shown(found)}.`,
    );
  }
  return data instanceof BigInt64Array || data instanceof BigUint64Array ? Array.from(data, Number) : data;
}

function sameNumbers(numbers: Numbers, other: StoredTensor | undefined): boolean {
  const others = other?.data;
  if (others?.length !== numbers.length) return false;
  return Array.from(others, Number).every((x, i) => Object.is(x, numbers[i]));
}

/** Names in quotes, the first eight of them. */
function list(names: readonly string[]): string {
  const first = names.slice(0, 8).map((name) => JSON.stringify(name));
  return names.length > first.length
    ? `${first.join(", ")} and ${names.length - first.length} more`
    : first.join(", ");
}
