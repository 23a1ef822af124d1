import { isTensor, type Tensor } from "@outgrad/engine";
import { nameOf, type Parameter } from "./parameters.js";

/** Replaces every gradient by what `rule` makes of it, where it is. */
export function changeThere(tensors: readonly Tensor[], rule: (g: Tensor) => Tensor): void {
  for (const t of tensors) t.grad = rule((t.grad as Tensor).detach()).detach();
}

/** The parameters with a gradient. Throws if a Value is among them: its gradient is here, and would need theirs. */
export function withGradients(where: string, parameters: readonly Parameter[]): Tensor[] {
  return parameters.flatMap((parameter, i) => {
    if (isTensor(parameter)) return parameter.grad === null ? [] : [parameter];
    if (!parameter.hasGrad) return [];
    throw new TypeError(
      `${where}: parameter ${nameOf(parameter, i)} is a Value, and the gradients of others are on another backend, where ` +
        "they are not read; bound them apart.",
    );
  });
}

/** The p-norm of all gradients together, from ops alone: nothing is read, and it does not overflow on the way. */
export function normThere(tensors: readonly Tensor[], p: number): Tensor<[]> {
  const sizes = tensors.map(({ grad }) => (grad as Tensor).detach().abs());
  const largest = sizes.map((size) => size.amax() as Tensor<[]>).reduce((a, b) => a.max(b));
  if (p === Infinity) return largest;
  const unit = largest.where(largest.gt(0), 1) as Tensor<[]>;
  const power = (x: Tensor): Tensor => (p === 2 ? x.square() : x.pow(p));
  const sum = sizes.map((size) => power(size.div(unit)).sum() as Tensor<[]>).reduce((a, b) => a.add(b));
  const root: Tensor<[]> = p === 2 ? sum.sqrt() : sum.pow(1 / p);
  return root.mul(unit);
}

/** What gradients of that norm are multiplied by, so that it is at most maxNorm. */
export const factorThere = (norm: Tensor<[]>, maxNorm: number): Tensor =>
  norm.newFull([], maxNorm).div(norm.add(1e-6)).min(1);
