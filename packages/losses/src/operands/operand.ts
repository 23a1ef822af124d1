import {
  asConstant,
  isElsewhere as isKeptElsewhere,
  isTensor,
  type Scalar,
  type Tensor,
  value,
} from "@outgrad/engine";

/** What Values and Tensors can both do: with it a formula is written once, for numbers one by one or many at once. */
export interface Operand<N> {
  add(b: N | number): N;
  sub(b: N | number): N;
  mul(b: N | number): N;
  div(b: N | number): N;
  min(b: N | number): N;
  pow(b: N | number): N;
  xlogy(b: N | number): N;
  eq(b: N | number): N;
  gt(b: N | number): N;
  clamp(min?: number, max?: number): N;
  neg(): N;
  abs(): N;
  square(): N;
  sqrt(): N;
  exp(): N;
  log(): N;
  log1p(): N;
  relu(): N;
  softplus(): N;
  detach(): N;
}

const probe = /* @__PURE__ */ value(0);

/** Whether compile records: then numbers cannot be read, and would be others at the next call. */
export const isRecorded = (): boolean => typeof asConstant(probe) !== "number";

/** Whether it is a Tensor whose numbers another backend keeps, such as a GPU's: they cannot be looked at. */
export const isElsewhere = (found: unknown): found is Tensor => isTensor(found) && isKeptElsewhere(found);

/** Numbers as a constant of that Tensor's dtype. */
export function constantLike(like: Tensor, numbers: ArrayLike<number>, shape: readonly number[]): Tensor {
  const constant = like.newFull(shape, 0);
  constant.data = numbers;
  return constant;
}

/** a where the condition is 1, b where it is 0. Only the chosen one gets the gradient. */
export function choose<N extends Operand<N>>(condition: N, a: N, b: N): N {
  if (isTensor(condition)) return (a as unknown as Tensor).where(condition, b as unknown as Tensor) as never;
  const holds = asConstant(condition as unknown as Scalar);
  if (typeof holds === "number") return holds === 0 ? b : a;
  // While compile records, the choice is made anew at each call.
  return a.mul(holds as unknown as N).add(b.mul((holds as unknown as N).neg().add(1)));
}

/** The number at which a value stands still and a gradient passes: `now` as it is, with x's slope. */
export const withSlopeOf = <N extends Operand<N>>(now: N, x: N): N => now.detach().add(x.sub(x.detach()));

/** The p-norm of numbers of which this is the sum of |x|**p: its root, with slope 0 at 0. */
export function rootOrZero<N extends Operand<N>>(sum: N, p: number): N {
  const nothing = sum.eq(0);
  const positive = sum.add(nothing);
  return (p === 2 ? positive.sqrt() : positive.pow(1 / p)).sub(nothing);
}
