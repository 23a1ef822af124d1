// The two nets and their recipes, chosen on other splits of the digits. Each takes pictures of shape [n, 1, 8, 8] and
// gives ten logits for each.
import { Conv2d, Dropout, Flatten, Linear, MaxPool2d, ReLU, Sequential } from "@outgrad/nn";

const dtype = "float32";

export const nets = {
  mlp: {
    make: (random) =>
      new Sequential(
        new Flatten(),
        new Linear(64, 128, { random, dtype }),
        new ReLU(),
        new Dropout(0.3, { random }),
        new Linear(128, 64, { random, dtype }),
        new ReLU(),
        new Linear(64, 10, { random, dtype }),
      ),
    lr: 4e-3,
    epochs: 40,
  },

  conv: {
    make: (random) =>
      new Sequential(
        new Conv2d(1, 16, 3, { padding: 1, random, dtype }),
        new ReLU(),
        new MaxPool2d(2),
        new Conv2d(16, 32, 3, { padding: 1, random, dtype }),
        new ReLU(),
        new MaxPool2d(2),
        new Flatten(),
        new Dropout(0.2, { random }),
        new Linear(128, 10, { random, dtype }),
      ),
    lr: 5e-3,
    epochs: 20,
  },
};
