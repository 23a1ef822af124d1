// The programs whose last bit must be the same everywhere: data, initialisation, training and digest, all seeded; and
// every intrinsic at arguments of every size.
import { moons } from "@outgrad/datasets";
import { compile, randn, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { crossEntropy } from "@outgrad/losses";
import { Adam, Linear, MLP, Sequential, Tanh } from "@outgrad/nn";
import * as intrinsics from "@outgrad/ops/intrinsics";

const { points, labels } = moons({ n: 200, noise: 0.1, seed: 1 });
const batch = 8;
/** A graph of Values is made anew for each step, which takes its time; what is compiled goes on. */
const [few, many] = [1_000, 10_000];

/**
 * The SHA-256 of what each way computes: MLP 2-[8,8,2] on moons by Values and by their programs, after 1,000 and 10,000
 * steps of Adam; a net of Tensors in both precisions, op by op and compiled; products of matrices; the intrinsics. `fused`
 * says whether this engine multiplies and adds float32 matrices with one rounding, as some do.
 */
export async function hashes() {
  const targets = ["replay", "vector", "wasm"].map(async (target) => [target, await scalars(target)]);
  const tensors = ["float64", "float32"].flatMap((dtype) => [
    [dtype, tensorNet(dtype, false)],
    [`${dtype} compiled`, tensorNet(dtype, true)],
  ]);
  return {
    fused: fuses(),
    values: (await scalars())[0],
    ...Object.fromEntries(await Promise.all(targets)),
    ...Object.fromEntries(
      await Promise.all(tensors.map(async ([name, numbers]) => [name, await sha256(numbers)])),
    ),
    products: await productsHash("float64"),
    "float32 products": await productsHash("float32"),
    intrinsics: await intrinsicsHash(),
  };
}

/** The hashes of the weights after some steps, and where that does not take long, after many. */
async function scalars(target) {
  const model = new MLP(2, [8, 8, 2], { activation: "tanh", seed: 2 });
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  const stream = random(3);
  const loss = (...sample) =>
    crossEntropy(
      Array.from({ length: batch }, (_, i) => model.forward(sample.slice(2 * i, 2 * i + 2))),
      Array.from({ length: batch }, (_, i) => i % 2),
    );
  const program = target && compile(loss, { target });
  const found = [];
  for (let step = 1; step <= (program ? many : few); step++) {
    // As many of each class, in turn, so that one program has all samples: its inputs are numbers.
    const sample = Array.from({ length: batch }, (_, i) => oneOf(i % 2, stream)).flat();
    optimizer.zeroGrad();
    if (program) program.step(...sample);
    else loss(...sample).backward();
    optimizer.step();
    if (step === few || step === many) {
      found.push(await sha256(Float64Array.from(model.parameters(), ({ data }) => data)));
    }
  }
  return found;
}

function oneOf(label, stream) {
  for (;;) {
    const i = stream.integer(points.length);
    if (labels[i] === label) return [...points[i]];
  }
}

/** The weights of a net of Tensors after 300 steps of Adam. */
function tensorNet(dtype, isCompiled) {
  const net = new Sequential(
    new Linear(2, 16, { dtype, seed: 4 }),
    new Tanh(),
    new Linear(16, 2, { dtype, seed: 5 }),
  );
  const optimizer = new Adam(net.parameters(), { lr: 0.01 });
  const stream = random(6);
  const loss = (x, targets) => crossEntropy(net.forward(x), targets);
  const program = isCompiled ? compile(loss) : undefined;
  for (let step = 0; step < 300; step++) {
    const chosen = Array.from({ length: 32 }, () => stream.integer(points.length));
    const x = tensor(
      chosen.map((i) => [...points[i]]),
      { dtype },
    );
    const targets = tensor(chosen.map((i) => labels[i]));
    optimizer.zeroGrad();
    if (program) program.step(x, targets);
    else loss(x, targets).backward();
    optimizer.step();
  }
  const Numbers = dtype === "float64" ? Float64Array : Float32Array;
  return Numbers.from(net.parameters().flatMap((weights) => [...weights.data]));
}

/** Whether a float32 product and the sum that it goes to are rounded once: then (1 + 2⁻¹²)² - 1 - 2⁻¹¹ is not 0. */
function fuses() {
  const [a, b] = [0, 1].map((side) => {
    const numbers = new Float32Array(64 * 64);
    numbers.set([1, 1 + 2 ** -12].map((x, i) => (side === 1 && i === 0 ? -1 - 2 ** -11 : x)));
    return tensor(numbers, { dtype: "float32" }).reshape([64, 64]);
  });
  return a.matmul(b.transpose()).data[0] !== 0;
}

/** The SHA-256 of products large enough that several threads share them, and of their gradients. */
export async function productsHash(dtype) {
  const draw = random(7);
  const a = randn([301, 257], draw, { dtype, requiresGrad: true });
  const b = randn([257, 260], draw, { dtype, requiresGrad: true });
  const c = a.matmul(b);
  c.tanh().sum().backward();
  return sha256(Float64Array.from([c, a.grad, b.grad].flatMap(({ data }) => [...data])));
}

/** The SHA-256 of each intrinsic's results at so many arguments: small, middling, large and huge. */
async function intrinsicsHash(count = 20_000) {
  const stream = random(8);
  const sizes = [1, 30, 1e4, 1e300];
  const places = Array.from({ length: count }, (_, i) => [
    stream.uniform(-1, 1) * sizes[i % sizes.length],
    stream.uniform(-4, 4),
  ]);
  // Any NaN counts as 0: its bits are nobody's promise.
  return sha256(
    new Float64Array(Object.values(intrinsics).flatMap((f) => places.map(([x, y]) => f(x, y) || 0))),
  );
}

async function sha256(numbers) {
  if (!numbers.every(Number.isFinite) && numbers.length < 1e5) {
    throw new Error("the weights are not finite, so the hash says nothing");
  }
  const digest = await crypto.subtle.digest("SHA-256", numbers);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
