import { exp, sin, tanh } from "@outgrad/ops/intrinsics";
import { confusionMatrix, decisionBoundary, draw, heatMaps, lossCurve, steps, trace } from "@outgrad/viz";
import { type Made, maker, reuseGraph, seedGraph } from "./nodes.js";
import { plots } from "./plots.js";

/** The softmax and negative log likelihood exercise: four logits, the last one is the label. */
function softmaxGraph() {
  const { leaf, apply } = maker();
  const logits = [0, 3, -2, 1].map((x, i) => leaf(x, `logit${i}`));
  const counts = logits.map((logit) => apply("exp", [logit]));
  const total = counts.reduce((sum, count) => apply("add", [sum, count]));
  const last = counts.at(-1) ?? total;
  return apply("neg", [apply("log", [apply("div", [last, total], "p3")])], "loss", 1);
}

/** Samples through a net of 3-3-1 with tanh, as the labels of parameters say, and a sum of the outputs. */
function netGraph() {
  const { leaf, apply } = maker();
  const all: Made[] = [];
  const keep = (node: Made) => {
    all.push(node);
    return node;
  };
  const parameter = (label: string) => keep(leaf(sin(7 * all.length), label));
  const layers = [3, 1].map((n, k) =>
    Array.from({ length: n }, (_, j) => ({
      w: Array.from({ length: 3 }, (_, i) => parameter(`l${k}.n${j}.w${i}`)),
      b: parameter(`l${k}.n${j}.b`),
    })),
  );
  const outputs = [1, 2].map((s) => {
    let signals = [0, 1, 2].map((i) => keep(leaf(sin(5 * s + i), `x${s}.${i}`)));
    for (const layer of layers) {
      signals = layer.map(({ w, b }) => {
        const products = w.map((weight, i) => keep(apply("mul", [weight, signals[i] as Made])));
        const total = products.reduce((sum, product) => keep(apply("add", [sum, product])));
        return keep(apply("tanh", [keep(apply("add", [total, b]))]));
      });
    }
    return signals[0] as Made;
  });
  const root = keep(apply("add", outputs, "total", 1));
  const made = new Map(all.map((node) => [node.id, node]));
  for (const { id, inputs } of trace(root).nodes.toReversed()) {
    const { grad } = made.get(id) as Made;
    for (const edge of inputs) (made.get(edge.id) as Made).grad += grad * edge.slope;
  }
  return root;
}

const values = Array.from({ length: 2000 }, (_, i) => exp(-i / 300) * (1 + 0.1 * sin(i * i)));

const boundary = () =>
  decisionBoundary({
    predict: (x, y) => tanh(2 * (y - sin(2 * x))),
    xRange: [-2, 2],
    yRange: [-2, 2],
    points: [
      [-1, 1],
      [1, -1],
      [0.5, 0.25],
    ],
    labels: [1, 0, 1],
  });

const places = Array.from({ length: 64 }, (_, i) => i);
const wave = (pace: number) => places.map((i) => sin(pace * (i % 8)) * sin(0.4 * Math.floor(i / 8)));

const weights = () =>
  heatMaps({
    title: "Weights",
    maps: Array.from({ length: 12 }, (_, i) => ({ values: wave(0.3 + 0.1 * i), bar: i % 5 })),
    rows: 8,
    columns: 8,
    width: 340,
  });

const change = () =>
  heatMaps({
    title: "A picture and its change",
    maps: [{ values: wave(0.4).map((x) => 16 * x * x), marks: wave(0.9) }],
    rows: 8,
    columns: 8,
    scale: "ink",
    cell: 30,
  });

const confusion = () =>
  confusionMatrix({
    labels: places.map((i) => i % 5),
    predicted: places.map((i) => (i % 7 === 6 ? (i + 1) % 5 : i % 5)),
    classes: ["cat", "dog", "owl", "a very long-winded animal", "elk"],
  });

/** What must come out the same to the last byte wherever it is made. */
export const pictures: Readonly<Record<string, () => string>> = {
  "seed.svg": () => draw(seedGraph(), { theme: "light" }).svg(),
  "seed-step-3.svg": () => draw(seedGraph(), { step: 3, direction: "TB" }).svg(),
  "reuse.svg": () => draw(reuseGraph(), { theme: "dark" }).svg(),
  "neurons.svg": () => draw(netGraph(), { group: "neuron", theme: "light" }).svg(),
  "neurons-dark.svg": () => draw(netGraph(), { group: "neuron", theme: "dark", direction: "TB" }).svg(),
  "layers.svg": () => draw(netGraph(), { group: "layer", theme: "light" }).svg(),
  "groups.txt": () =>
    (["neuron", "layer"] as const)
      .map((group) => draw(netGraph(), { group }))
      .flatMap((drawing) => [drawing.text(), drawing.table(), drawing.dot(), drawing.json()])
      .join("\n"),
  "softmax.svg": () => draw(softmaxGraph()).svg(),
  "loss.svg": () => lossCurve({ series: [{ name: "loss", values }] }).svg(),
  "loss-log.svg": () => lossCurve({ series: [{ name: "loss", values }], scale: "log", width: 360 }).svg(),
  "boundary.svg": () => boundary().svg(),
  "weights.svg": () => weights().svg(),
  "change.svg": () => change().svg(),
  "confusion.svg": () => confusion().svg(),
  ...Object.fromEntries(Object.entries(plots).map(([name, plot]) => [name, () => plot().svg()])),
  "words.txt": () =>
    [
      ...steps(softmaxGraph()).map(({ sentence }) => sentence),
      draw(softmaxGraph()).text(),
      draw(softmaxGraph()).table(),
      draw(softmaxGraph()).dot(),
      draw(softmaxGraph()).json(),
      boundary().text(),
      boundary().table(),
      boundary().json(),
      ...[weights(), change(), confusion(), ...Object.values(plots).map((plot) => plot())].flatMap(
        (drawing) => [drawing.text(), drawing.table(), drawing.json()],
      ),
    ].join("\n"),
};

/** The SHA-256 of all pictures, in hexadecimal. */
export async function digest(): Promise<string> {
  const bytes = new TextEncoder().encode(
    Object.values(pictures)
      .map((picture) => picture())
      .join("\n"),
  );
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
