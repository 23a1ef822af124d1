import type { Tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { exportOnnx, importOnnx } from "@outgrad/nn/onnx";
import { expect } from "vitest";
import { type Case, cases } from "./cases.ts";
import { train } from "./train.ts";

/** An input or an output as a runtime has it: the numbers, flat, and the sizes. */
export interface Numbers {
  readonly data: Float32Array | BigInt64Array;
  readonly dims: readonly number[];
}

/** A model as a file, with inputs for several batches and what it gives for them here. */
export interface Written {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly batches: readonly {
    readonly feeds: Readonly<Record<string, Numbers>>;
    readonly expected: Tensor;
  }[];
}

/** Trains a model a little and writes it, from an example of two; then applies it to batches of other sizes. */
function write(found: Case, sizes: readonly number[]): Written {
  const { name, model, inputs } = found;
  train(found);
  const bytes = exportOnnx(model, inputs(2, random(1)));
  const wanted = importOnnx(bytes).inputs;
  const batches = sizes.map((n) => {
    const given = inputs(n, random(n));
    const feeds = wanted.map(({ name, dataType }, i): [string, Numbers] => {
      const { data, shape } = given[i] as Tensor;
      const numbers = dataType === 7 ? BigInt64Array.from(data, BigInt) : Float32Array.from(data);
      return [name, { data: numbers, dims: [...shape] }];
    });
    return { feeds: Object.fromEntries(feeds), expected: model.forward(...given) };
  });
  return { name, bytes, batches };
}

/** All cases, written. */
export const written = (sizes: readonly number[]): Written[] => cases.map((found) => write(found, sizes));

/** Fails unless what a runtime gave is within 1e-5 of what was expected, of the number where that is above 1. */
export function expectClose(found: Numbers, expected: Tensor): void {
  expect(found.dims).toEqual([...expected.shape]);
  const { data } = expected;
  const far = Array.from(data, (x, i) => [i, x, Number(found.data[i])] as const).filter(([, x, y]) => {
    if (Object.is(x, y) || (Number.isNaN(x) && Number.isNaN(y))) return false;
    return !(Math.abs(x - y) <= 1e-5 * Math.max(1, Math.abs(x)));
  });
  expect(far).toEqual([]);
}
