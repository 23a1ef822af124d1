// One training that can be timed: the same weights, the same batches, wherever Tensors are computed.
import { noGrad, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { scope } from "@outgrad/gpu";
import { crossEntropy } from "@outgrad/losses";
import { Adam, Linear, ReLU, Sequential } from "@outgrad/nn";

/** Steps that compile kernels, which are not timed. */
const first = 2;

/**
 * Trains with the backend in use. Each step has its batch brought there and its loss read, unless all is kept: then the
 * rows go there once, and only the last loss is read. Gives the time of a step in milliseconds, the losses that were
 * read, and the share of test digits that the net reads right.
 */
export async function train({ rows, test, steps, width, batch, isKept = false }) {
  const stream = random(1);
  const layer = (nin, nout) => new Linear(nin, nout, { random: stream, dtype: "float32" });
  const net = new Sequential(layer(64, width), new ReLU(), layer(width, width), new ReLU(), layer(width, 10));
  const optimizer = new Adam(net.parameters(), { lr: 2e-3 });
  const [images, labels] = [rows.x.data, rows.y.data];
  const all = { x: tensor(images, { shape: [labels.length, 64] }), y: tensor(labels) };
  const losses = [];
  let from = performance.now();
  for (let i = 0; i < first + steps; i++) {
    if (i === first) from = performance.now();
    const start = (i * batch) % (labels.length - batch + 1);
    const end = start + batch;
    const reading = scope(() => {
      const x = isKept
        ? all.x.slice(0, start, end)
        : tensor(images.slice(64 * start, 64 * end), { shape: [batch, 64] });
      const y = isKept ? all.y.slice(0, start, end) : tensor(labels.slice(start, end));
      const loss = crossEntropy(net.forward(x), y);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      return isKept && i < first + steps - 1 && i !== first - 1 ? undefined : loss.read();
    });
    if (reading) losses.push((await reading)[0]);
  }
  const step = (performance.now() - from) / steps;
  const found = await scope(() =>
    noGrad(() =>
      net
        .forward(test.x.reshape([test.y.size, 64]))
        .argmax(1)
        .read(),
    ),
  );
  const right = test.y.data.filter((label, i) => label === found[i]).length;
  return { step, losses, accuracy: right / test.y.size };
}
