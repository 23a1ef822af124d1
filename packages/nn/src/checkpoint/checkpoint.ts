import { isTensor } from "@outgrad/engine";
import { Random, type RandomState } from "@outgrad/engine/random";
import { Module, streamsIn } from "../module.js";
import { EMA } from "../optim/ema.js";
import { snapshotOf } from "../optim/evaluate-rule.js";
import { Optimizer } from "../optim/optimizer.js";
import { SafetensorsError } from "../safetensors/error.js";
import { readSafetensors } from "../safetensors/read.js";
import { writeSafetensors } from "../safetensors/write.js";
import { shown } from "../shown.js";
import { flatten, unflatten } from "./tree.js";

/** What has a state to be saved: a Module, an optimiser, a schedule, an average of weights, random numbers. */
export type Stateful =
  | { stateDict(): object; loadStateDict(state: never): unknown }
  | { state(): object; load(state: never): void }
  | Random;

const key = "outgrad";
const version = "checkpoint 1";

/**
 * Everything that a training needs to go on, in one file: the states of `parts` by name, and plain data, such as the
 * state that `fit` hands to its checkpoints.
 *
 * Of a Module the streams in its fields are saved too: what dropout draws from, also where layers share one. The file is
 * a safetensors file: weights are tensors named by part and parameter, as `model.0.weight`, the rest is text in its
 * metadata. Every bit is kept, of NaNs too. What a GPU keeps must have been read, by `await readNumbers(net, optimizer)`.
 *
 * @example
 * const p = tensor([1, 2], { requiresGrad: true });
 * const optimizer = new SGD([p], { lr: 0.1, momentum: 0.9 });
 * const file = saveCheckpoint({ optimizer, weights: p, epoch: 3 });
 * loadCheckpoint(file, { optimizer }).epoch // => 3
 *
 * @throws TypeError for a part that is neither.
 */
export function saveCheckpoint(parts: Readonly<Record<string, unknown>>): Uint8Array {
  const where = "saveCheckpoint";
  if (typeof parts !== "object" || parts === null) {
    throw new TypeError(`${where}: expected the parts by name, got ${shown(parts)}.`);
  }
  const states = Object.entries(parts).map(([name, part]) => [name, isStateful(part) ? stateOf(part) : part]);
  const { text, tensors } = flatten(where, Object.fromEntries(states));
  const streams = Object.entries(parts).map(([name, part]) => [
    name,
    streamsOf(part).map(({ state }) => state),
  ]);
  const { text: draws } = flatten(where, Object.fromEntries(streams));
  return writeSafetensors(tensors, { [key]: version, data: text, streams: draws });
}

/**
 * Reads a checkpoint, and gives each of `parts` its state back. Returns all of it as plain data by name.
 *
 * @throws SafetensorsError for bytes that are no checkpoint, TypeError or RangeError for parts that it does not hold or
 * fit; then no part has changed.
 */
export function loadCheckpoint(
  bytes: Uint8Array,
  parts: Readonly<Record<string, Stateful>> = {},
): Record<string, unknown> {
  const where = "loadCheckpoint";
  const { tensors, metadata } = readSafetensors(bytes);
  if (metadata[key] !== version || metadata.data === undefined) {
    throw new SafetensorsError(
      `${where}: this safetensors file is no checkpoint of outgrad's; read its tensors with readSafetensors.`,
    );
  }
  const states = recordOf(where, unflatten(where, metadata.data, tensors));
  const streams = recordOf(where, unflatten(where, metadata.streams ?? "{}", tensors));
  const names = Object.keys(parts);
  for (const name of names) {
    if (!isStateful(parts[name])) {
      throw new TypeError(`${where}: ${name} has no state to be loaded; got ${shown(parts[name])}.`);
    }
    if (!Object.hasOwn(states, name)) {
      const held = Object.keys(states).join(", ");
      throw new RangeError(`${where}: the checkpoint has no part ${shown(name)}; it has ${held}.`);
    }
  }
  const given = names.flatMap((name): (readonly [Stateful, unknown])[] => {
    const part = parts[name] as Stateful;
    const own = streamsOf(part);
    const found = Object.hasOwn(streams, name) ? streams[name] : own.map(({ state }) => state);
    if (!Array.isArray(found) || found.length !== own.length) {
      throw new RangeError(
        `${where}: ${name} has ${own.length} streams of random numbers, but in the checkpoint ${shown(found)}.`,
      );
    }
    return [[part, states[name]], ...own.map((stream, i) => [stream, found[i]] as const)];
  });
  const undo = given.map(([part]) => undoOf(part));
  let done = 0;
  try {
    for (const [part, state] of given) {
      give(part, state);
      done++;
    }
  } catch (error) {
    for (const restore of undo.slice(0, done)) restore();
    throw error;
  }
  return states;
}

/** The streams in a part that is a Module. Each has a state of its own. */
const streamsOf = (part: unknown): readonly Random[] => (part instanceof Module ? streamsIn(part) : []);

function recordOf(where: string, found: unknown): Record<string, unknown> {
  if (typeof found === "object" && found !== null) return found as Record<string, unknown>;
  throw new SafetensorsError(`${where}: its data are damaged.`);
}

function isStateful(part: unknown): part is Stateful {
  if (part instanceof Random) return true;
  const { state, load, stateDict, loadStateDict } = (part ?? {}) as Record<string, unknown>;
  return (
    (typeof state === "function" && typeof load === "function") ||
    (typeof stateDict === "function" && typeof loadStateDict === "function")
  );
}

function stateOf(part: Stateful): unknown {
  if (part instanceof Random) return part.state;
  return "stateDict" in part ? part.stateDict() : part.state();
}

function give(part: Stateful, state: unknown): void {
  if (part instanceof Random) part.state = state as RandomState;
  else if ("stateDict" in part) part.loadStateDict(state as never);
  else part.load(state as never);
}

/** Gives a part back what it has now. Reads nothing that is elsewhere: a GPU may have been lost. */
function undoOf(part: Stateful): () => void {
  if (part instanceof Optimizer || part instanceof EMA) return part.undo();
  if (part instanceof Module) {
    const leaves = [...part.namedParameters(), ...part.namedBuffers()].map(([, leaf]) => leaf);
    const before = leaves.map((leaf) => (isTensor(leaf) ? snapshotOf(leaf) : leaf.data));
    return () => {
      for (const [i, leaf] of leaves.entries()) (leaf as { data: unknown }).data = before[i];
    };
  }
  const state = kept(stateOf(part));
  return () => give(part, state);
}

/** A copy that loading does not change, in the form that a file gives it. */
function kept(state: unknown): unknown {
  const { text, tensors } = flatten("loadCheckpoint", state);
  for (const [name, tensor] of Object.entries(tensors)) {
    tensors[name] = { ...tensor, data: tensor.data.slice() } as typeof tensor;
  }
  return unflatten("loadCheckpoint", text, tensors);
}
