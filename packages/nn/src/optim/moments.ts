import { checkFlag, checkRange } from "./range.js";

/** Options of `NAdam` and `RAdam`; `Adam` and `AdamW` have one more. */
export interface MomentOptions {
  /** The learning rate, >= 0; 0.001 by default, 0.002 for NAdam. */
  lr?: number;
  /** How much the means of the gradient and of its square keep, each in [0, 1); [0.9, 0.999] by default. */
  betas?: readonly [number, number];
  /** Added to the root, so that nothing is divided by 0; 1e-8 by default. */
  eps?: number;
  /** Times the parameter, added to its gradient (L2 regularisation, but see AdamW), >= 0; 0 by default. */
  weightDecay?: number;
  /** Climbs instead of descending; false by default. */
  maximize?: boolean;
}

export const momentDefaults = {
  lr: 0.001,
  betas: [0.9, 0.999],
  eps: 1e-8,
  weightDecay: 0,
  maximize: false,
} as const;

/** Throws unless they make sense; `name` is the optimiser's. */
export function checkMoments(name: string, options: Required<MomentOptions>): void {
  checkRange(`${name}: lr`, options.lr, 0);
  checkRange(`${name}: betas[0]`, options.betas?.[0], 0, 1);
  checkRange(`${name}: betas[1]`, options.betas?.[1], 0, 1);
  checkRange(`${name}: eps`, options.eps, 0);
  checkRange(`${name}: weightDecay`, options.weightDecay, 0);
  checkFlag(`${name}: maximize`, options.maximize);
}
