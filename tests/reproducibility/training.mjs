// The program whose last bit must be the same everywhere: data, initialisation, training and digest, all seeded; and
// every intrinsic at arguments of every size.
import { moons } from "@outgrad/datasets";
import { random } from "@outgrad/engine/random";
import { crossEntropy } from "@outgrad/losses";
import { Adam, MLP } from "@outgrad/nn";
import * as intrinsics from "@outgrad/ops/intrinsics";

/** Trains MLP 2-[8,8,2] on moons for so many steps of 8 points, and gives the SHA-256 of its weights. */
export async function trainingHash(steps) {
  const { points, labels } = moons({ n: 200, noise: 0.1, seed: 1 });
  const model = new MLP(2, [8, 8, 2], { activation: "tanh", seed: 2 });
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  const stream = random(3);
  for (let step = 0; step < steps; step++) {
    const batch = Array.from({ length: 8 }, () => stream.integer(points.length));
    const logits = batch.map((i) => model.forward(points[i]));
    const loss = crossEntropy(
      logits,
      batch.map((i) => labels[i]),
    );
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
  }
  const weights = new Float64Array(model.parameters().map((weight) => weight.data));
  if (!weights.every(Number.isFinite))
    throw new Error("the weights are not finite, so the hash says nothing");
  return sha256(weights);
}

/** The SHA-256 of each intrinsic's results at so many arguments: small, middling, large and huge. */
export async function intrinsicsHash(count = 20_000) {
  const stream = random(4);
  const sizes = [1, 30, 1e4, 1e300];
  const points = Array.from({ length: count }, (_, i) => [
    stream.uniform(-1, 1) * sizes[i % sizes.length],
    stream.uniform(-4, 4),
  ]);
  // Any NaN counts as 0: its bits are nobody's promise.
  return sha256(
    new Float64Array(Object.values(intrinsics).flatMap((f) => points.map(([x, y]) => f(x, y) || 0))),
  );
}

async function sha256(numbers) {
  const digest = await crypto.subtle.digest("SHA-256", numbers);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
