// A small net of Tensors and all that belongs to its training, for runs of many steps.
import { compile, randn, tensor } from "../../packages/engine/dist/node/index.js";
import { random } from "../../packages/engine/dist/node/random.js";
import { crossEntropy } from "../../packages/losses/dist/node/index.js";
import {
  AdamW,
  BatchNorm1d,
  clipGradNorm,
  Dropout,
  EMA,
  ExponentialLR,
  Linear,
  ReLU,
  Sequential,
} from "../../packages/nn/dist/node/index.js";

const [rows, batch, features, classes] = [256, 16, 8, 4];

/**
 * Steps of Adam with clipping, a schedule and averaged weights: of batches in a shuffled order, through dropout and batch
 * norm. "eager" makes a graph for each step, "compiled" records one.
 */
export function training(mode) {
  const draw = random(1);
  const dtype = "float32";
  const x = randn([rows, features], draw, { dtype });
  const labels = tensor(Array.from({ length: rows }, () => draw.integer(classes)));
  const net = new Sequential(
    new Linear(features, 16, { dtype, random: draw }),
    new BatchNorm1d(16, { dtype }),
    new ReLU(),
    new Dropout(0.2, { random: draw }),
    new Linear(16, classes, { dtype, random: draw }),
  );
  const parameters = net.parameters();
  const optimizer = new AdamW(parameters, { lr: 1e-3 });
  const schedule = new ExponentialLR(optimizer, { gamma: 0.99999 });
  const ema = new EMA(parameters);
  const loss = (x, labels) => crossEntropy(net.forward(x), labels);
  const compiled = compile(loss);
  const places = Array.from({ length: rows }, (_, i) => i);

  /** The gradients of a batch; the loss as a Tensor or, compiled, as a number. */
  const backward = (given, targets) => {
    if (mode === "compiled") return compiled.step(given, targets);
    const root = loss(given, targets);
    root.backward();
    return root.detach();
  };
  const step = () => {
    const chosen = Int32Array.from(draw.shuffle(places).slice(0, batch));
    optimizer.zeroGrad();
    const found = backward(x.indexSelect(0, chosen), labels.indexSelect(0, chosen));
    clipGradNorm(parameters, 1);
    optimizer.step();
    schedule.step();
    ema.update();
    return found;
  };
  return { reset() {}, step, detached: step };
}
