import { random } from "@outgrad/engine/random";
import { type OpName, opOf, ops } from "@outgrad/ops";
import type { Engine, Node } from "./engines.js";

/**
 * A seeded training run that passes through every op of the table, and the SHA-256 of its weights and gradients:
 * one number for "the same bits". Runs on either engine, in Node and in a browser.
 */
export async function trainingDigest(engine: Engine, rounds = 40): Promise<string> {
  const stream = random(7);
  const names = Object.keys(ops) as OpName[];
  const weights = names.map(() => engine.value(stream.uniform(-1, 1)));
  const bits: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let loss = engine.value(0);
    names.forEach((name, i) => {
      const op = opOf(name);
      const [low, high] = op.domain[0] as readonly [number, number];
      // Brings the weight into the op's domain, so that the numbers stay finite and every digit counts.
      const x = (weights[i] as Node)
        .sigmoid()
        .mul(high - low)
        .add(low);
      const other = (weights[(i + 1) % names.length] as Node).sigmoid().add(0.5);
      const y = op.args.length === 2 ? x[name](other) : x[name]();
      loss = loss.add(y.sub(stream.normal()).square());
    });
    for (const weight of weights) weight.zeroGrad();
    loss.backward();
    for (const weight of weights) weight.data -= 0.01 * weight.grad;
    bits.push(loss.data, ...weights.map((weight) => weight.grad));
  }
  bits.push(...weights.map((weight) => weight.data));
  if (!bits.every(Number.isFinite))
    throw new Error("the run left the finite numbers, so it compares too little");
  const digest = await crypto.subtle.digest("SHA-256", new Float64Array(bits));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What every engine, on every machine, must get; changes only when a formula or the order of sums does. */
export const wantedDigest = "baec1b01d91af01ccef8efeb13615eefa1fab4ec8af356aa8223f5ba0db0fd85";
