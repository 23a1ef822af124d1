import type { tensorTransforms } from "../tensor/transforms.js";

let tensors: typeof tensorTransforms | undefined;

/** Told by the class of tensors: a page without it need not load their transforms. */
export function addTensorTransforms(transforms: typeof tensorTransforms): void {
  tensors = transforms;
}

/** What transforms functions of this argument, if there is a Tensor in it. */
export const forTensors = (x: unknown): typeof tensorTransforms | undefined =>
  tensors?.takes(x) ? tensors : undefined;
