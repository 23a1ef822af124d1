import { type Shape, show } from "@outgrad/engine/backend";

/** The sentence for numbers that a GPU cannot compute with. */
export const dtypeError = (backend: string, shape: Shape, op?: "to"): TypeError =>
  new TypeError(
    op
      ? `Tensor.to: ${backend} computes float32 only; await t.read() and make a tensor of those numbers for float64.`
      : `${backend} computes float32, and a Tensor of shape ${show(shape)} is float64: make it with dtype: "float32", or use ` +
          't.to("float32").',
  );

/** The sentence for looking at numbers that are still on the GPU. */
export const unreadError = (backend: string, shape: Shape): Error =>
  new Error(
    `Tensor.data: the numbers of this Tensor ${show(shape)} are on ${backend}: await t.read() first.`,
  );

/** The sentence for operands of two devices. */
export const elsewhereError = (found: string, wanted: string): Error =>
  new Error(
    `A Tensor that ${found} keeps meets one that another ${wanted} backend keeps; await t.read() and t.to(cpu) move it.`,
  );

/** The sentence for a Tensor whose scope is over. */
export const freedError = (shape: Shape): Error =>
  new Error(
    `The numbers of this Tensor ${show(shape)} were freed at the end of their scope: return the Tensor from the scope, or ` +
      "read it inside.",
  );

/** The sentence for an op that exists as a JavaScript function only. */
export const unknownOpError = (backend: string, name: string): TypeError =>
  new TypeError(
    `${name} is a JavaScript function, which ${backend} cannot run: await t.read() and compute it on the CPU, or write it with ` +
      "other ops.",
  );
