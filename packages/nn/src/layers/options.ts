import { type DType, getDefaultDtype } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import { shown } from "../shown.js";
import { sharedStream } from "./shared-stream.js";

/** Where a layer's random numbers come from. */
export interface RandomOptions {
  /** A stream to go on with; if neither this nor a seed is given, the one that `manualSeed` sets. */
  readonly random?: Random;
  /** Of a stream of its own: a safe integer or any string. */
  readonly seed?: number | string;
}

/** What every layer with weights can be told. */
export interface LayerOptions extends RandomOptions {
  /** Of the weights; as `tensor` has it by default: "float64", or what the backend in use computes. "float32" takes half the memory and less time. */
  readonly dtype?: DType;
}

/** Their names, and those of the options of a layer that only draws random numbers. */
export const randomOptions = ["seed", "random"] as const;
export const layerOptions = ["dtype", ...randomOptions] as const;

/** The stream that the options name. */
export function streamOf(where: string, { random: stream, seed }: RandomOptions): Random {
  if (stream !== undefined && seed !== undefined) {
    throw new TypeError(`${where}: give seed or random, not both.`);
  }
  if (stream === undefined) return seed === undefined ? sharedStream : random(seed);
  if (typeof stream?.uniform === "function" && typeof stream.normal === "function") return stream;
  throw new TypeError(`${where}: expected a Random, such as random(seed); got ${shown(stream)}.`);
}

/** The dtype that the options name. */
export function dtypeFrom(where: string, { dtype = getDefaultDtype() }: LayerOptions): DType {
  if (dtype === "float64" || dtype === "float32") return dtype;
  throw new TypeError(`${where}: dtype is "float64" or "float32"; got ${shown(dtype)}.`);
}
