import type { Network } from "./network.ts";

/** The length of each layer's gradient: the root of the sum of its squares. */
export function gradientNorms({ modules }: Network): number[] {
  return modules.map((layer) =>
    Math.sqrt(layer.parameters().reduce((sum, { grad }) => sum + grad * grad, 0)),
  );
}

/** The length of the gradient of all weights. */
export function gradientLength({ parameters }: Network): number {
  return Math.sqrt(parameters.reduce((sum, { grad }) => sum + grad * grad, 0));
}
