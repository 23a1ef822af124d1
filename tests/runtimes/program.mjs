// What a user's program may do with the packages, in one: it is run from the installed tarballs in every runtime that
// the READMEs name, and must give the same bits in each.
import { moons } from "@outgrad/datasets";
import { digits } from "@outgrad/datasets/digits";
import { compile, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { check } from "@outgrad/exercises/check";
import { loadPython } from "@outgrad/exercises/python";
import { exercises, solutionOf } from "@outgrad/exercises/track";
import { typescript } from "@outgrad/exercises/typescript";
import { checkGradient } from "@outgrad/gradcheck";
import { crossEntropy, maxMargin } from "@outgrad/losses";
import { Adam, Linear, MLP, Sequential, SGD, Tanh } from "@outgrad/nn";
import { opOf } from "@outgrad/ops";
import { draw } from "@outgrad/viz";

const { points, labels } = moons({ n: 40, noise: 0.1, seed: 1 });
const sides = labels.map((label) => 2 * label - 1);

/** Trains a net of Values for 20 steps, as it is or compiled for a target. */
function trainValues(target) {
  const net = new MLP(2, [8, 1], { activation: "tanh", seed: 2 });
  const optimizer = new SGD(net.parameters(), { lr: 0.5, momentum: 0.9 });
  const loss = () =>
    maxMargin(
      points.map((point) => net.forward(point)),
      sides,
    );
  const compiled = target && compile(loss, { target });
  for (let step = 0; step < 20; step++) {
    optimizer.zeroGrad();
    if (compiled) compiled.step();
    else loss().backward();
    optimizer.step();
  }
  return { net, loss, weights: net.parameters().map(({ data }) => data) };
}

/** Trains a net of Tensors on handwritten digits for 10 batches. */
function trainTensors() {
  const { images, labels } = digits();
  const net = new Sequential(new Linear(64, 16, { seed: 3 }), new Tanh(), new Linear(16, 10, { seed: 4 }));
  const optimizer = new Adam(net.parameters(), { lr: 0.01 });
  const stream = random(5);
  for (let step = 0; step < 10; step++) {
    const batch = Array.from({ length: 32 }, () => stream.integer(labels.length));
    const x = tensor(batch.map((i) => Array.from(images.slice(64 * i, 64 * i + 64), (ink) => ink / 16)));
    const loss = crossEntropy(
      net.forward(x),
      batch.map((i) => labels[i]),
    );
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
  }
  return net.parameters().flatMap((weights) => weights.toArray().flat());
}

/** A gradient of the op table, judged; and a net's loss, drawn. */
function look({ loss }) {
  const { value, partials } = opOf("tanh");
  const { verdict } = checkGradient(
    ([x]) => value(x),
    ([x]) => [partials[0](x, value(x))],
    [0.5],
  );
  const root = loss();
  root.backward();
  return { verdict, svg: draw(root, { group: "neuron" }).svg() };
}

/** What the grader finds in solutions as they are, and spoilt. */
async function grade(python) {
  const exercise = exercises[3];
  const machines = { typescript, python: await loadPython(python) };
  return Object.entries(machines).flatMap(([language, machine]) => {
    const solution = solutionOf(exercise, language);
    return [solution, solution.replace("+=", "=")].map((text) => {
      const { passed, findings } = check(exercise, text, machine, { seed: 1 });
      return [language, passed, findings.map(({ code, op, line }) => [code, op, line])];
    });
  });
}

/**
 * What everything together gives: a digest of each part, or the part itself. A page says where it has MicroPython;
 * elsewhere that is found.
 */
export async function program(python) {
  const plain = trainValues();
  const { verdict, svg } = look(plain);
  return {
    values: await digest(Float64Array.from(plain.weights)),
    replay: await digest(Float64Array.from(trainValues("replay").weights)),
    wasm: await digest(Float64Array.from(trainValues("wasm").weights)),
    tensors: await digest(Float64Array.from(trainTensors())),
    svg: await digest(new TextEncoder().encode(svg)),
    verdict,
    grades: JSON.stringify(await grade(python)),
  };
}

async function digest(bytes) {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
