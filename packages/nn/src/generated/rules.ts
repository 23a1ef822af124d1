// Written by `pnpm generate` from src/optim/programs.ts: do not edit.
// Each program as a loop over arrays, in which every line is one of the program's.
import * as programs from "../optim/programs.js";
import type { Rule } from "../optim/rule.js";

export const adadelta: Rule<
  "grad" | "p" | "square" | "change",
  "sign" | "weightDecay" | "rho" | "eps" | "lr"
> = {
  program: programs.adadelta,
  memory: ["square", "change"],
  loop(
    from,
    to,
    { grad: grads, p: ps, square: squares, change: changes },
    { sign, weightDecay, rho, eps, lr },
  ) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let square = squares[i]!;
      let change = changes[i]!;

      const g = sign * grad + weightDecay * p;
      square = rho * square + (1 - rho) * g * g;
      const d = (Math.sqrt(change + eps) / Math.sqrt(square + eps)) * g;
      change = rho * change + (1 - rho) * d * d;
      p = p - lr * d;

      ps[i] = p;
      squares[i] = square;
      changes[i] = change;
    }
  },
};

export const adagrad: Rule<"grad" | "p" | "sum", "sign" | "weightDecay" | "stepSize" | "eps"> = {
  program: programs.adagrad,
  memory: ["sum"],
  loop(from, to, { grad: grads, p: ps, sum: sums }, { sign, weightDecay, stepSize, eps }) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let sum = sums[i]!;

      const g = sign * grad + weightDecay * p;
      sum = sum + g * g;
      p = p - stepSize * (g / (Math.sqrt(sum) + eps));

      ps[i] = p;
      sums[i] = sum;
    }
  },
};

export const adam: Rule<
  "p" | "grad" | "mean" | "square",
  "decay" | "sign" | "weightDecay" | "beta1" | "beta2" | "stepSize" | "root" | "eps"
> = {
  program: programs.adam,
  memory: ["mean", "square"],
  loop(
    from,
    to,
    { p: ps, grad: grads, mean: means, square: squares },
    { decay, sign, weightDecay, beta1, beta2, stepSize, root, eps },
  ) {
    for (let i = from; i < to; i++) {
      let p = ps[i]!;
      const grad = grads[i]!;
      let mean = means[i]!;
      let square = squares[i]!;

      const x = p * decay;
      const g = sign * grad + weightDecay * x;
      mean = beta1 * mean + (1 - beta1) * g;
      square = beta2 * square + (1 - beta2) * g * g;
      p = x - stepSize * (mean / (Math.sqrt(square) / root + eps));

      ps[i] = p;
      means[i] = mean;
      squares[i] = square;
    }
  },
};

export const amsgrad: Rule<
  "p" | "grad" | "mean" | "square" | "maxSquare",
  "decay" | "sign" | "weightDecay" | "beta1" | "beta2" | "stepSize" | "root" | "eps"
> = {
  program: programs.amsgrad,
  memory: ["mean", "square", "maxSquare"],
  loop(
    from,
    to,
    { p: ps, grad: grads, mean: means, square: squares, maxSquare: maxSquares },
    { decay, sign, weightDecay, beta1, beta2, stepSize, root, eps },
  ) {
    for (let i = from; i < to; i++) {
      let p = ps[i]!;
      const grad = grads[i]!;
      let mean = means[i]!;
      let square = squares[i]!;
      let maxSquare = maxSquares[i]!;

      const x = p * decay;
      const g = sign * grad + weightDecay * x;
      mean = beta1 * mean + (1 - beta1) * g;
      square = beta2 * square + (1 - beta2) * g * g;
      maxSquare = maxSquare >= square ? maxSquare : square;
      p = x - stepSize * (mean / (Math.sqrt(maxSquare) / root + eps));

      ps[i] = p;
      means[i] = mean;
      squares[i] = square;
      maxSquares[i] = maxSquare;
    }
  },
};

export const momentum: Rule<
  "grad" | "p" | "velocity",
  "sign" | "weightDecay" | "keep" | "take" | "lr" | "ahead" | "along"
> = {
  program: programs.momentum,
  memory: ["velocity"],
  loop(
    from,
    to,
    { grad: grads, p: ps, velocity: velocitys },
    { sign, weightDecay, keep, take, lr, ahead, along },
  ) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let velocity = velocitys[i]!;

      const g = sign * grad + weightDecay * p;
      velocity = keep * velocity + take * g;
      p = p - lr * (ahead * g + along * velocity);

      ps[i] = p;
      velocitys[i] = velocity;
    }
  },
};

export const movingAverage: Rule<"average" | "p", "decay"> = {
  program: programs.movingAverage,
  memory: ["average"],
  loop(from, to, { average: averages, p: ps }, { decay }) {
    for (let i = from; i < to; i++) {
      let average = averages[i]!;
      const p = ps[i]!;

      average = decay * average + (1 - decay) * p;

      averages[i] = average;
    }
  },
};

export const nadam: Rule<
  "grad" | "p" | "mean" | "square" | "product",
  "sign" | "weightDecay" | "beta1" | "beta2" | "mu" | "correction" | "eps" | "lr" | "nextMu"
> = {
  program: programs.nadam,
  memory: ["mean", "square", "product"],
  loop(
    from,
    to,
    { grad: grads, p: ps, mean: means, square: squares, product: products },
    { sign, weightDecay, beta1, beta2, mu, correction, eps, lr, nextMu },
  ) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let mean = means[i]!;
      let square = squares[i]!;
      let product = products[i]!;

      const g = sign * grad + weightDecay * p;
      mean = beta1 * mean + (1 - beta1) * g;
      square = beta2 * square + (1 - beta2) * g * g;
      product = product * mu;
      const d = Math.sqrt(square / correction) + eps;
      const ahead = (lr * nextMu) / (1 - product * nextMu);
      p = p - ((lr * (1 - mu)) / (1 - product)) * (g / d) - ahead * (mean / d);

      ps[i] = p;
      means[i] = mean;
      squares[i] = square;
      products[i] = product;
    }
  },
};

export const radam: Rule<
  "grad" | "p" | "mean" | "square",
  "sign" | "weightDecay" | "beta1" | "beta2" | "correction" | "lr"
> = {
  program: programs.radam,
  memory: ["mean", "square"],
  loop(
    from,
    to,
    { grad: grads, p: ps, mean: means, square: squares },
    { sign, weightDecay, beta1, beta2, correction, lr },
  ) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let mean = means[i]!;
      let square = squares[i]!;

      const g = sign * grad + weightDecay * p;
      mean = beta1 * mean + (1 - beta1) * g;
      square = beta2 * square + (1 - beta2) * g * g;
      p = p - (mean / correction) * lr;

      ps[i] = p;
      means[i] = mean;
      squares[i] = square;
    }
  },
};

export const rectified: Rule<
  "grad" | "p" | "mean" | "square",
  "sign" | "weightDecay" | "beta1" | "beta2" | "correction" | "lr" | "root" | "eps" | "rectification"
> = {
  program: programs.rectified,
  memory: ["mean", "square"],
  loop(
    from,
    to,
    { grad: grads, p: ps, mean: means, square: squares },
    { sign, weightDecay, beta1, beta2, correction, lr, root, eps, rectification },
  ) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let mean = means[i]!;
      let square = squares[i]!;

      const g = sign * grad + weightDecay * p;
      mean = beta1 * mean + (1 - beta1) * g;
      square = beta2 * square + (1 - beta2) * g * g;
      p = p - (mean / correction) * lr * (root / (Math.sqrt(square) + eps)) * rectification;

      ps[i] = p;
      means[i] = mean;
      squares[i] = square;
    }
  },
};

export const rmsprop: Rule<"grad" | "p" | "square", "sign" | "weightDecay" | "alpha" | "lr" | "eps"> = {
  program: programs.rmsprop,
  memory: ["square"],
  loop(from, to, { grad: grads, p: ps, square: squares }, { sign, weightDecay, alpha, lr, eps }) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let square = squares[i]!;

      const g = sign * grad + weightDecay * p;
      square = alpha * square + (1 - alpha) * g * g;
      p = p - lr * (g / (Math.sqrt(square) + eps));

      ps[i] = p;
      squares[i] = square;
    }
  },
};

export const rmspropCentered: Rule<
  "grad" | "p" | "square" | "mean",
  "sign" | "weightDecay" | "alpha" | "lr" | "eps"
> = {
  program: programs.rmspropCentered,
  memory: ["square", "mean"],
  loop(
    from,
    to,
    { grad: grads, p: ps, square: squares, mean: means },
    { sign, weightDecay, alpha, lr, eps },
  ) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let square = squares[i]!;
      let mean = means[i]!;

      const g = sign * grad + weightDecay * p;
      square = alpha * square + (1 - alpha) * g * g;
      mean = alpha * mean + (1 - alpha) * g;
      const variance = square < mean * mean ? 0 : square - mean * mean;
      p = p - lr * (g / (Math.sqrt(variance) + eps));

      ps[i] = p;
      squares[i] = square;
      means[i] = mean;
    }
  },
};

export const rmspropCenteredMomentum: Rule<
  "grad" | "p" | "square" | "mean" | "velocity",
  "sign" | "weightDecay" | "alpha" | "eps" | "momentum" | "lr"
> = {
  program: programs.rmspropCenteredMomentum,
  memory: ["square", "mean", "velocity"],
  loop(
    from,
    to,
    { grad: grads, p: ps, square: squares, mean: means, velocity: velocitys },
    { sign, weightDecay, alpha, eps, momentum, lr },
  ) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let square = squares[i]!;
      let mean = means[i]!;
      let velocity = velocitys[i]!;

      const g = sign * grad + weightDecay * p;
      square = alpha * square + (1 - alpha) * g * g;
      mean = alpha * mean + (1 - alpha) * g;
      const variance = square < mean * mean ? 0 : square - mean * mean;
      velocity = g / (Math.sqrt(variance) + eps) + momentum * velocity;
      p = p - lr * velocity;

      ps[i] = p;
      squares[i] = square;
      means[i] = mean;
      velocitys[i] = velocity;
    }
  },
};

export const rmspropMomentum: Rule<
  "grad" | "p" | "square" | "velocity",
  "sign" | "weightDecay" | "alpha" | "eps" | "momentum" | "lr"
> = {
  program: programs.rmspropMomentum,
  memory: ["square", "velocity"],
  loop(
    from,
    to,
    { grad: grads, p: ps, square: squares, velocity: velocitys },
    { sign, weightDecay, alpha, eps, momentum, lr },
  ) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;
      let square = squares[i]!;
      let velocity = velocitys[i]!;

      const g = sign * grad + weightDecay * p;
      square = alpha * square + (1 - alpha) * g * g;
      velocity = g / (Math.sqrt(square) + eps) + momentum * velocity;
      p = p - lr * velocity;

      ps[i] = p;
      squares[i] = square;
      velocitys[i] = velocity;
    }
  },
};

export const sgd: Rule<"grad" | "p", "sign" | "weightDecay" | "lr"> = {
  program: programs.sgd,
  memory: [],
  loop(from, to, { grad: grads, p: ps }, { sign, weightDecay, lr }) {
    for (let i = from; i < to; i++) {
      const grad = grads[i]!;
      let p = ps[i]!;

      const g = sign * grad + weightDecay * p;
      p = p - lr * g;

      ps[i] = p;
    }
  },
};
