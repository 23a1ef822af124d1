// How the picture of a graph grows with it: `node bench/layout.mjs` after a build. Real graphs of the engine, each at
// 500, 5,000 and 20,000 values; the shortest of several runs. The last columns are what a value costs, in µs, and how
// many lines of the layout it needs, bends included: both stay about the same where the growth is linear.
import { dot, sum, value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { draw, layoutOf, trace } from "@outgrad/viz";

/** Samples through a net of 2-16-16-1 whose squared errors are added up. */
function net(size) {
  const source = random(1);
  const leaves = (n, name) =>
    Array.from({ length: n }, (_, i) => value(source.uniform(-1, 1), `${name}${i}`));
  const sizes = [2, 16, 16, 1];
  const layers = sizes.slice(1).map((n, k) =>
    Array.from({ length: n }, (_, j) => ({
      w: leaves(sizes[k], `l${k}.n${j}.w`),
      b: value(0, `l${k}.n${j}.b`),
    })),
  );
  // A sample takes about 704 values.
  const errors = Array.from({ length: Math.max(1, Math.round((size - 337) / 655)) }, (_, s) => {
    let signals = leaves(2, `x${s}.`);
    for (const layer of layers) signals = layer.map(({ w, b }) => dot(w, signals).add(b).tanh());
    return signals[0].sub(s % 2 ? 1 : -1).pow(2);
  });
  return sum(errors);
}

/** One value after the other, each used by the next and the one after. */
function chain(size) {
  let [before, last] = [value(0.5, "x"), value(0.25, "y")];
  for (let i = 2; i < size; i++) [before, last] = [last, i % 2 ? last.mul(before) : last.add(before)];
  return last;
}

/** A sum of many leaves. */
const wideSum = (size) => sum(Array.from({ length: size / 2 }, (_, i) => value(i, `x${i}`)));

/** The softmax and negative log likelihood of many logits. */
function softmax(size) {
  const counts = Array.from({ length: Math.round(size / 3) }, (_, i) =>
    value((i % 7) / 7, `logit${i}`).exp(),
  );
  return counts[0].div(sum(counts)).log().neg();
}

/** Every probability of a softmax, so that its total is used as often as there are logits. */
function softmaxes(size) {
  const counts = Array.from({ length: Math.round(size / 5) }, (_, i) =>
    value((i % 7) / 7, `logit${i}`).exp(),
  );
  const total = sum(counts);
  return sum(counts.map((count, i) => count.div(total).mul(i / size)));
}

const shortest = (run, times = 5) => {
  let [best, result] = [Infinity, undefined];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    result = run();
    best = Math.min(best, performance.now() - start);
  }
  return [best, result];
};

const rows = [["graph", "values", "trace", "layout", "svg", "all ms", "µs/value", "points/value"]];
for (const make of [net, chain, wideSum, softmax, softmaxes]) {
  for (const size of [500, 5000, 20_000]) {
    const root = make(size);
    root.backward();
    const [traced, graph] = shortest(() => trace(root));
    const [laid, layout] = shortest(() => layoutOf(graph));
    const [drawn] = shortest(() => draw(graph, { layout }).svg());
    const n = graph.nodes.length;
    const all = traced + laid + drawn;
    rows.push([
      make.name,
      n,
      ...[traced, laid, drawn, all].map((ms) => ms.toFixed(1)),
      ((1000 * all) / n).toFixed(1),
      (layout.points.length / 3 / n).toFixed(2),
    ]);
  }
}
for (const row of rows) console.log(row.map((cell) => String(cell).padStart(12)).join(""));
