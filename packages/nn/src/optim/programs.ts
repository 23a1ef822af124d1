// How every optimiser changes numbers, one by one: lines of the formula language of @outgrad/ops. `p` is the parameter
// and `grad` its gradient. What a program reads before its own line for it is remembered from step to step; a name without
// a line is a number of the step. `pnpm generate` prints the loops of src/generated/rules.ts from these lines, and other
// backends print their kernels.

/** The gradient, with L2 regularisation; the other way to climb. */
const gradient = "g = sign * grad + weightDecay * p";

/** The mean of the gradient and of its square, which fade exponentially. */
const moments = `
  mean = beta1 * mean + (1 - beta1) * g
  square = beta2 * square + (1 - beta2) * g * g`;

export const sgd = `
  ${gradient}
  p = p - lr * g`;

// At its first step keep is 0 and take is 1; with Nesterov's momentum ahead is 1 and along is the momentum, else 0 and 1.
export const momentum = `
  ${gradient}
  velocity = keep * velocity + take * g
  p = p - lr * (ahead * g + along * velocity)`;

const decayed = `
  x = p * decay
  g = sign * grad + weightDecay * x
  ${moments}`;

export const adam = `
  ${decayed}
  p = x - stepSize * (mean / (sqrt(square) / root + eps))`;

export const amsgrad = `
  ${decayed}
  maxSquare = maxSquare >= square ? maxSquare : square
  p = x - stepSize * (mean / (sqrt(maxSquare) / root + eps))`;

export const nadam = `
  ${gradient}
  ${moments}
  product = product * mu
  d = sqrt(square / correction) + eps
  ahead = lr * nextMu / (1 - product * nextMu)
  p = p - lr * (1 - mu) / (1 - product) * (g / d) - ahead * (mean / d)`;

export const radam = `
  ${gradient}
  ${moments}
  p = p - mean / correction * lr`;

export const rectified = `
  ${gradient}
  ${moments}
  p = p - mean / correction * lr * (root / (sqrt(square) + eps)) * rectification`;

const meanSquare = `
  ${gradient}
  square = alpha * square + (1 - alpha) * g * g`;

const variance = `
  ${meanSquare}
  mean = alpha * mean + (1 - alpha) * g
  variance = square < mean * mean ? 0 : square - mean * mean`;

export const rmsprop = `
  ${meanSquare}
  p = p - lr * (g / (sqrt(square) + eps))`;

export const rmspropMomentum = `
  ${meanSquare}
  velocity = g / (sqrt(square) + eps) + momentum * velocity
  p = p - lr * velocity`;

export const rmspropCentered = `
  ${variance}
  p = p - lr * (g / (sqrt(variance) + eps))`;

export const rmspropCenteredMomentum = `
  ${variance}
  velocity = g / (sqrt(variance) + eps) + momentum * velocity
  p = p - lr * velocity`;

export const adagrad = `
  ${gradient}
  sum = sum + g * g
  p = p - stepSize * (g / (sqrt(sum) + eps))`;

export const adadelta = `
  ${gradient}
  square = rho * square + (1 - rho) * g * g
  d = sqrt(change + eps) / sqrt(square + eps) * g
  change = rho * change + (1 - rho) * d * d
  p = p - lr * d`;

export const movingAverage = "average = decay * average + (1 - decay) * p";
