import { expression, value } from "@outgrad/engine";
import { type GraphNode, story, trace } from "@outgrad/viz";
import { expect, it } from "vitest";
import { chain, maker, reuseGraph, seedGraph } from "./nodes.js";

/** e = a + 1 is used by d and by L: in recursive order it passes its gradient on before it is finished. */
function reusedInside() {
  const { leaf, apply, constant } = maker();
  const a = leaf(2, "a");
  const e = apply("add", [a, constant(1)], "e");
  const d = apply("mul", [e, e], "d");
  return apply("add", [e, d], "L");
}

it("story(L) tells the values of L = (a * b + c) * f in tape order, then L's own gradient, then L, d, e", () => {
  const told = story(seedGraph());
  expect(told).toMatchObject({ forward: 7, backward: 4, last: 11, order: "topological", passes: 1 });
  expect(told.tape.map(({ label }) => label)).toEqual(["a", "b", "c", "e", "d", "f", "L"]);
  expect(told.steps.map(({ label }) => label)).toEqual(["L", "d", "e"]);
  expect([told.early, told.wrong]).toEqual([[], []]);
});

it("story(L).at(position) says what is known, what has arrived and what is still to come", () => {
  const { at } = story(seedGraph());
  expect(at(0)).toMatchObject({ phase: "forward", done: 0, of: 7, known: new Set(), grads: new Map() });
  expect(at(0).current).toBeUndefined();
  expect(at(4)).toMatchObject({ known: new Set([1, 2, 3, 4]), current: { label: "e" } });
  expect(at(7)).toMatchObject({ phase: "forward", done: 7, grads: new Map() });
  expect(at(8)).toMatchObject({
    phase: "backward",
    done: 1,
    of: 4,
    current: { label: "L" },
    grads: new Map([[7, 1]]),
    unfinished: new Set([1, 2, 3, 4, 5, 6]),
  });
  expect(at(8).step).toBeUndefined();
  expect(at(9).grads).toEqual(
    new Map([
      [7, 1],
      [5, -2],
      [6, 4],
    ]),
  );
  expect(at(9)).toMatchObject({ current: { label: "L" }, step: { label: "L", upstream: 1 } });
  expect(at(11).unfinished).toEqual(new Set());
  expect([...at(11).grads].sort(([a], [b]) => a - b).map(([, grad]) => grad)).toEqual([
    6, -4, -2, -2, -2, 4, 1,
  ]);
});

it("story(L).at(position) stays within the story: below 0 is 0, Infinity is the end, 3.7 is 3", () => {
  const { at } = story(seedGraph());
  const asked = [-5, Number.POSITIVE_INFINITY, 3.7, Number.NaN];
  expect(asked.map((position) => at(position).position)).toEqual([0, 11, 3, 0]);
});

it("story(L).sentence(position) says what has just happened at every position", () => {
  const { sentence, last } = story(seedGraph());
  const said = Array.from({ length: last + 1 }, (_, position) => sentence(position));
  expect(said).toEqual([
    "Nothing is computed yet. The first values are the leaves.",
    "a is a leaf with the value 2.",
    "b is a leaf with the value -3.",
    "c is a leaf with the value 10.",
    "e = a * b = -6.",
    "d = e + c = 4.",
    "f is a leaf with the value -2.",
    "L = d * f = -8. All values are known: backward starts at L.",
    "L changes as fast as itself: its own gradient is 1. That starts backward.",
    "L = d * f passes its gradient 1 to its inputs, each times the local slope: d gets 1 * (-2) = -2; f gets 1 * 4 = 4.",
    "d = e + c passes its gradient -2 to its inputs, each times the local slope: e gets (-2) * 1 = -2; c gets (-2) * 1 = -2.",
    "e = a * b passes its gradient -2 to its inputs, each times the local slope: a gets (-2) * (-3) = 6; b gets (-2) * 2 = -4.",
  ]);
});

it("story(y).name(id) and made(id) name every value and what it was computed as; plain numbers are not in the tape", () => {
  const told = story(reuseGraph());
  expect(told.tape.map(({ id }) => `${told.name(id)}: ${told.made(id)}`)).toEqual([
    "x: leaf",
    "v2: x * x",
    "v3: v2 + x",
    "y: v3 - 1",
  ]);
});

it("story(L, { passes: 2 }) starts from what the first pass left in the leaves, and only there", () => {
  const told = story(seedGraph(), { passes: 2 });
  const labels = (grads: ReadonlyMap<number, number>) =>
    Object.fromEntries([...grads].map(([id, grad]) => [told.name(id), grad]));
  expect(labels(told.at(told.forward).grads)).toEqual({ a: 6, b: -4, c: -2, f: 4 });
  expect(labels(told.at(told.last).grads)).toEqual({ a: 12, b: -8, c: -4, f: 8, e: -2, d: -2, L: 1 });
  expect(told.sentence(told.last)).toContain("a has 6 already and gets (-2) * (-3) = 6 more, 12 in all");
  expect(told.steps[2]?.contributions[0]?.formula.numbers.text).toBe("6 + (-2) * (-3) = 12");
});

it.each([1, 2, 3, 7])(
  "story(root, { passes: %i }) ends with the engine's gradients, bit for bit",
  (passes) => {
    const f = expression("p = a * b + tanh(a); q = p / b + p; r = exp(q / 9) - a * 0.1");
    const { result } = f.run({ a: 0.3, b: -1.7 });
    for (let pass = 0; pass < passes; pass++) result.backward();
    const graph = trace(result);
    const { at, last } = story(graph, { passes });
    const { grads } = at(last);
    for (const { id, grad, isConstant } of graph.nodes) if (!isConstant) expect(grads.get(id)).toBe(grad);
  },
);

it("story(leaf, { passes: 3 }) adds up 1 for each pass, as the engine does", () => {
  const x = value(5, "x");
  for (let pass = 0; pass < 3; pass++) x.backward();
  const { at, last } = story(x, { passes: 3 });
  expect([at(last).grads.get(x.id), x.grad]).toEqual([3, 3]);
});

it("story(L, { passes: 0 }) has no gradients and says so", () => {
  const told = story(seedGraph(), { passes: 0 });
  expect(told.last).toBe(8);
  expect(told.at(8).grads.size).toBe(0);
  expect(told.sentence(8)).toBe("backward() has not run: there are no gradients.");
});

it.each([-1, 1.5, Number.NaN])("story(L, { passes: %f }) is refused", (passes) => {
  expect(() => story(seedGraph(), { passes })).toThrow(
    `story: passes is ${passes}; backward() runs a whole number of times, from 0.`,
  );
});

it("story(5) of a plain number, and of a value made of plain numbers, tells that no gradient flows", () => {
  const { constant } = maker();
  const told = story(constant(5));
  expect(told.tape).toHaveLength(1);
  expect(told.sentence(1)).toBe(
    "The result is the plain number 5. All values are known: backward starts at the result.",
  );
  expect(told.sentence(2)).toBe("The result is a plain number: no gradient flows from it.");
});

/** micrograd's backward without its topological sort: send, then the same for every input. */
function naiveGradients(root: GraphNode): Map<number, number> {
  const slopes = new Map(trace(root).nodes.map(({ id, inputs }) => [id, inputs]));
  const grads = new Map([[root.id, 1]]);
  const backward = (node: GraphNode): void => {
    for (const { id, slope } of slopes.get(node.id) ?? []) {
      grads.set(id, (grads.get(id) ?? 0) + (grads.get(node.id) as number) * slope);
    }
    for (const child of new Set(node.inputs)) if (!child.isConstant) backward(child);
  };
  backward(root);
  return grads;
}

it("story(L, { order: 'recursive' }) sends e's gradient before it is finished, and again, and a ends with 8 for 7", () => {
  const root = reusedInside();
  const told = story(root, { order: "recursive" });
  // L to e and d; e, too early; d to e twice; e again, all of it.
  expect(told.steps.map(({ label, upstream }) => [label, upstream])).toEqual([
    ["L", 1],
    ["e", 1],
    ["d", 1],
    ["e", 7],
  ]);
  expect(told.early).toEqual([{ position: told.forward + 3, id: 3, sent: 1 }]);
  expect(told.wrong).toEqual([{ id: 1, label: "a", grad: 8, right: 7 }]);
  expect(naiveGradients(root).get(1)).toBe(8);
  expect(told.sentence(told.forward + 3)).toBe(
    "e = a + 1 passes its gradient 1 to its input, times the local slope: a gets 1 * 1 = 1. " +
      "That is too early: the gradient of e is not finished, more is still to come for it.",
  );
  expect(told.sentence(told.last)).toBe(
    "e = a + 1 passes its gradient 7 to its input, times the local slope: a has 1 already and gets 7 * 1 = 7 more, " +
      "8 in all. It had passed 1 on before, and that is in 7 too: its inputs count it twice. " +
      "The gradients of the leaves are wrong: a ends with 8 instead of 7, 1 too much.",
  );
});

it.each([
  "y = (x * w + x) * (x - w); z = y * y + y * x",
  "b = a + a; c = b + b; d = c * b",
  "c = a + b; d = a * b; e = c + d; f = c * d; y = e + f",
])("story(%s, { order: 'recursive' }) has the numbers of a method that calls itself", (text) => {
  const f = expression(text);
  const { result } = f.run(Object.fromEntries(f.names.map((name, i) => [name, i + 1.5])));
  const told = story(result, { order: "recursive" });
  const naive = naiveGradients(result);
  const { grads } = told.at(told.last);
  for (const { id } of told.tape) expect(grads.get(id)).toBe(naive.get(id));
  result.backward();
  const right = new Map(trace(result).nodes.map((node) => [node.id, node.grad]));
  expect(told.wrong.length).toBeGreaterThan(0);
  for (const wrong of told.wrong) {
    expect(wrong.grad).toBe(naive.get(wrong.id));
    expect(wrong.right).toBe(right.get(wrong.id));
  }
});

it("story(L, { order: 'recursive' }) of a tree is right and says so", () => {
  const told = story(seedGraph(), { order: "recursive" });
  expect([told.early, told.wrong]).toEqual([[], []]);
  expect(told.sentence(told.last)).toContain(
    "every gradient was finished before it was sent: the numbers are right.",
  );
});

it("story(root, { order: 'recursive' }) refuses a graph with too many paths", () => {
  const { leaf, apply } = maker();
  let node = leaf(1, "x");
  for (let i = 0; i < 30; i++) node = apply("add", [apply("neg", [node]), apply("exp", [node])]);
  expect(() => story(node, { order: "recursive" })).toThrow(
    "story: the naive recursion takes every path through the graph, here more than 5000 steps.",
  );
});

it("story(grouped(graph, 'layer')) is refused: steps are of values", () => {
  const graph = trace(seedGraph(), { group: () => "all" });
  expect(() => story(graph)).toThrow("story: the graph is grouped; give the graph of values");
});

it("story(root) has no limit, and no recursion of its own: 100,000 values in a chain", () => {
  const told = story(trace(chain(100_000)));
  expect(told.last).toBe(200_000);
  expect(told.at(150_000).grads.size).toBe(50_000);
  expect(told.sentence(150_000)).toContain("passes its gradient");
});

it("story(trace(root)) survives JSON: a traced graph is enough", () => {
  const told = story(JSON.parse(JSON.stringify(trace(seedGraph()))));
  expect(told.sentence(told.last)).toContain("b gets (-2) * 2 = -4.");
});
