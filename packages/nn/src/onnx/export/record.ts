import { isElsewhere, isTensor, noGrad, type Tensor, useBackend } from "@outgrad/engine";
import { dense, type Strided } from "@outgrad/engine/backend";
import { numbersOf } from "../../elsewhere.js";
import type { Module } from "../../module.js";
import { modulesIn } from "../../module.js";
import { shown } from "../../shown.js";
import { OnnxError } from "../error.js";
import type { OnnxInputs } from "./inputs.js";
import type { Recording } from "./program.js";
import { Recorder } from "./recorder.js";

/** A Module that can be written: its forward makes Tensors of Tensors. */
export interface Exportable extends Module {
  forward(...inputs: Tensor[]): unknown;
}

/** What forward does to inputs of these shapes, in evaluation mode; nothing is computed, and nothing changes. */
export function record(
  model: Exportable,
  inputs: OnnxInputs,
  leaves: ReadonlyMap<string, Tensor>,
): Recording {
  const recorder = new Recorder();
  for (const [name, leaf] of leaves) recorder.know(leaf, name);
  const before = useBackend(recorder);
  const modules = modulesIn(model);
  const modes = modules.map(({ training }) => training);
  try {
    model.eval();
    const tensors = inputs.map(({ name, shape, dtype }) => recorder.input(name, shape, dtype));
    const outputs = tensorsIn(
      noGrad(() => model.forward(...tensors)),
      "",
    );
    return {
      inputs,
      ops: recorder.ops,
      outputs: outputs.map(([name, found]) => [name, recorder.operandOf(found.numbers)]),
    };
  } finally {
    useBackend(before);
    modules.forEach((module, i) => {
      module.training = modes[i] as boolean;
    });
  }
}

/**
 * Does something while all numbers are here: the backend that keeps them would be asked for ops else. They must have been
 * read.
 */
export function withNumbersHere<Result>(leaves: ReadonlyMap<string, Tensor>, body: () => Result): Result {
  const away = [...leaves].filter(([, leaf]) => isElsewhere(leaf));
  const here = away.map(([name, leaf]) => dense(numbersOf("exportOnnx", name, leaf), leaf.dtype, leaf.shape));
  const before = away.map(([, leaf]) => leaf.strided);
  const put = (all: readonly Strided[]): void =>
    away.forEach(([, leaf], i) => {
      leaf.strided = all[i] as Strided;
    });
  put(here);
  try {
    return body();
  } finally {
    put(before);
  }
}

/** The Tensors that a model returned, with a name for each: of a list its place, of an object the key. */
function tensorsIn(found: unknown, name: string): [string, Tensor][] {
  if (isTensor(found)) return [[name || "output", found]];
  if (found === undefined) return [];
  const isRecord =
    typeof found === "object" && found !== null && Object.getPrototypeOf(found) === Object.prototype;
  if (Array.isArray(found) || isRecord) {
    const stem = name === "" && Array.isArray(found) ? "output" : name;
    const parts = Object.entries(found as object);
    if (parts.length > 0) {
      return parts.flatMap(([key, part]) => tensorsIn(part, stem === "" ? key : `${stem}_${key}`));
    }
  }
  throw new OnnxError(
    `exportOnnx: forward returns ${shown(found)}; expected a Tensor, or lists and plain objects of Tensors.`,
  );
}
