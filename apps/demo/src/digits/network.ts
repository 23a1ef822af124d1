import type { Tensor } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import { Adam, AdamW, Conv2d, Dropout, Flatten, Linear, MaxPool2d, ReLU, Sequential, SGD } from "@outgrad/nn";
import type { Config } from "./config.ts";

const dtype = "float32";

/** A network that takes pictures of shape [n, 1, 8, 8] and gives ten scores for each. */
export function makeNetwork({ net, dropout }: Pick<Config, "net" | "dropout">, random: Random): Sequential {
  return net === "mlp"
    ? new Sequential(
        new Flatten(),
        new Linear(64, 128, { random, dtype }),
        new ReLU(),
        new Dropout(dropout, { random }),
        new Linear(128, 64, { random, dtype }),
        new ReLU(),
        new Linear(64, 10, { random, dtype }),
      )
    : new Sequential(
        new Conv2d(1, 16, 3, { padding: 1, random, dtype }),
        new ReLU(),
        new MaxPool2d(2),
        new Conv2d(16, 32, 3, { padding: 1, random, dtype }),
        new ReLU(),
        new MaxPool2d(2),
        new Flatten(),
        new Dropout(dropout, { random }),
        new Linear(128, 10, { random, dtype }),
      );
}

/** The rule that changes the weights. */
export function makeOptimiser({ optimiser, lr }: Pick<Config, "optimiser" | "lr">, weights: Tensor[]) {
  switch (optimiser) {
    case "adamw":
      return new AdamW(weights, { lr });
    case "adam":
      return new Adam(weights, { lr });
    case "momentum":
      return new SGD(weights, { lr, momentum: 0.9 });
    case "sgd":
      return new SGD(weights, { lr });
  }
}

/** Calls `f` while the network is used, not trained: without dropout. */
export function whileUsed<T>(network: Sequential, f: () => T): T {
  const before = network.training;
  network.eval();
  try {
    return f();
  } finally {
    network.train(before);
  }
}
