import { everyUserOp } from "@outgrad/ops";
import { addTensorTracing } from "../compile/tracing.js";
import { tensorMethods } from "../generated/tensor-methods.js";
import { addTensorProvenance } from "../provenance.js";
import { addTensorTransforms } from "../transforms/of-tensors.js";
import { tensorTracing } from "./compile/tracing.js";
import { methodOf } from "./elementwise.js";
import type { AnyShapeOp } from "./entry.js";
import { setEvaluate } from "./evaluate.js";
import { evaluateTensors } from "./evaluate-tensors.js";
import { setTaken } from "./is-tensor.js";
import { findInTensors } from "./provenance.js";
import { shapeMethods } from "./shape-methods.js";
import { addRule } from "./shape-op.js";
import { shapeOps } from "./shape-ops/index.js";
import { tensorTransforms } from "./transforms.js";

/** Gives Tensors the methods of both tables, and compile and the transforms what they do with Tensors. */
export function install(prototype: object): void {
  const add = (name: string, value: unknown): void => {
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  };
  const own = new Set([
    ...Object.getOwnPropertyNames(prototype),
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(prototype)),
    ...Object.keys(shapeMethods),
    "inputs",
    "options",
  ]);
  const taken = (name: string): boolean => own.has(name);
  for (const [name, method] of Object.entries({ ...tensorMethods, ...shapeMethods })) add(name, method);
  for (const [name, entry] of Object.entries(shapeOps)) addRule(name, entry as unknown as AnyShapeOp);
  setTaken(taken);
  setEvaluate(evaluateTensors);
  // An op that was defined before there were Tensors must not hide a method of theirs.
  everyUserOp((op) => {
    if (!taken(op.name)) add(op.name, methodOf(op));
  });
  addTensorTracing(tensorTracing);
  addTensorTransforms(tensorTransforms);
  addTensorProvenance(findInTensors);
}
