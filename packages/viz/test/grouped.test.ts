import { expression, sum, type Value, value } from "@outgrad/engine";
import { draw, type Graph, grouped, groupingFor, trace, type Vertex } from "@outgrad/viz";
import { expect, it } from "vitest";
import { lectureLoss, net, samples } from "./nets.js";
import { chain, seedGraph } from "./nodes.js";
import { all, parseXml } from "./xml.js";

const named = ({ nodes }: Graph, label: string) => nodes.find((node) => node.label === label) as Vertex;
const labels = ({ nodes }: Graph) => nodes.map(({ label }) => label);

/** What the edges of a graph make of a vertex's gradient, by the chain rule. */
function gradientOf({ nodes }: Graph, id: number): number {
  let gradient = 0;
  for (const { grad, inputs } of nodes) {
    for (const edge of inputs) if (edge.id === id) gradient += grad * edge.slope;
  }
  return gradient;
}

function expectOrder({ nodes, roots }: Graph) {
  const seen = new Set<number>();
  for (const { id, inputs } of nodes) {
    for (const edge of inputs) expect(seen.has(edge.id)).toBe(true);
    expect(seen.has(id)).toBe(false);
    seen.add(id);
  }
  for (const root of roots) expect(seen.has(root)).toBe(true);
}

/** One sample through 3-4-4-1, after backward. */
function oneSample(labelled: boolean) {
  const model = net([3, 4, 4, 1], labelled);
  const x = [2, 3, -1].map((number, i) => value(number, `x${i}`));
  const [out] = model.forward(x) as [Value];
  out.backward();
  return { model, out, graph: trace(out) };
}

it("trace(out, { group: 'neuron' }) of 3-4-4-1 has three inputs and nine neurons with the names of their weights", () => {
  const { out, graph } = oneSample(true);
  const neurons = trace(out, { group: "neuron" });
  expect(neurons).toEqual(grouped(graph, "neuron"));
  expect(labels(neurons)).toEqual(
    "x0 x1 x2 l0.n0 l0.n1 l0.n2 l0.n3 l1.n0 l1.n1 l1.n2 l1.n3 l2.n0".split(" "),
  );
  const first = named(neurons, "l1.n2");
  expect(first).toMatchObject({ op: "", opLabel: "Σwx + b → tanh", isLeaf: false, isConstant: false });
  // Four products, four sums, a tanh; four weights and a bias.
  expect(first.group).toMatchObject({ kind: "neuron", computes: "Σwx + b → tanh", range: [-1, 1] });
  expect(first.group?.members).toHaveLength(14);
  expect(named(neurons, "l2.n0").group?.computes).toBe("Σwx + b");
  expect(named(neurons, "l2.n0").group?.range).toBeUndefined();
  expect(neurons.roots).toEqual(graph.roots);
});

it("grouped(graph, 'neuron') carries on its edges the weight times the slope of the activation", () => {
  const { model, graph } = oneSample(true);
  const neurons = grouped(graph, "neuron");
  const neuron = named(neurons, "l1.n2");
  const weights = model.layers[1]?.[2]?.w as readonly Value[];
  expect(neuron.inputs.map(({ slope }) => slope)).toEqual(
    weights.map((w) => (1 - neuron.data * neuron.data) * w.data).map((slope) => expect.closeTo(slope, 14)),
  );
  for (const { id, grad } of neurons.nodes.slice(0, -1)) {
    expect(gradientOf(neurons, id)).toBeCloseTo(grad, 12);
  }
});

it("grouped(graph, 'neuron') finds the same neurons by their structure where nothing is labelled", () => {
  const [plain, known] = [oneSample(false).graph, oneSample(true).graph].map((g) => grouped(g, "neuron"));
  const shape = (graph: Graph | undefined) =>
    graph?.nodes.map(({ opLabel, inputs, group }) => [opLabel, inputs.length, group?.members.length]);
  expect(shape(plain)).toEqual(shape(known));
  expect(plain?.nodes.at(-1)?.label).toBe("neuron (9)");
  const layers = grouped(oneSample(false).graph, "layer");
  expect(labels(layers)).toEqual(["x0 … x2", "layer 1", "layer 2", "layer 3"]);
});

it("grouped(graph, 'neuron') keeps the lecture's neuron with its labels", () => {
  const { result } = expression("n = x1*w1 + x2*w2 + b; o = tanh(n)").run({
    x1: 2,
    x2: 0,
    w1: -3,
    w2: 1,
    b: 7,
  });
  result.backward();
  const graph = grouped(trace(result), "neuron");
  expect(labels(graph)).toEqual(["x1", "x2", "o"]);
  expect(graph.nodes.at(-1)?.opLabel).toBe("Σwx + b → tanh");
});

it("grouped(graph, 'neuron') shows every sample's neuron, the plain numbers it reads, and what follows", () => {
  const loss = lectureLoss(net([3, 4, 4, 1]), (x) => [...x]);
  const graph = grouped(trace(loss), "neuron");
  expectOrder(graph);
  const neurons = graph.nodes.filter(({ group }) => group?.kind === "neuron");
  expect(neurons).toHaveLength(4 * 9);
  expect(
    named(graph, "l0.n1 (3)").inputs.map(({ id }) => graph.nodes.find((n) => n.id === id)?.label),
  ).toEqual(["x0 (3)", "x1 (3)", "x2 (3)"]);
  expect(named(graph, "x2 (3)")).toMatchObject({ data: samples[2]?.[2], isConstant: true, isLeaf: true });
  expect(named(graph, "l2.n0 (4)").group?.outputs).toHaveLength(1);
  expect(named(graph, "loss").op).toBe("add");
  // What has no name is called by its row among all values, as in the story of the graph.
  const error = graph.nodes.find(({ op }) => op === "pow") as Vertex;
  const row = trace(loss).nodes.findIndex(({ id }) => id === error.id) + 1;
  expect(draw(graph).text()).toContain(`\nv${row} = `);
});

it("grouped(graph, 'layer') has one card for each layer of all samples, one for their inputs, one for the loss", () => {
  const graph = grouped(trace(lectureLoss(net([3, 4, 4, 1]), (x) => [...x])), "layer");
  expect(labels(graph)).toEqual(["x0 (1) … x2 (4)", "l0", "l1", "l2", "loss"]);
  const l1 = named(graph, "l1");
  const outputs = l1.group?.outputs ?? [];
  expect(outputs).toHaveLength(16);
  expect(l1.data).toBeCloseTo(outputs.reduce((total, { data }) => total + data, 0) / 16, 14);
  expect(l1.grad * l1.grad).toBeCloseTo(
    outputs.reduce((total, { grad }) => total + grad * grad, 0),
    12,
  );
  expect(l1.group?.range).toEqual([-1, 1]);
  // Sixteen neurons with four inputs each; the edge is as long as all slopes together.
  expect(l1.inputs).toEqual([{ id: named(graph, "l0").id, slope: expect.any(Number), count: 64 }]);
});

it("grouped(graph, 'layer') leaves no value out", () => {
  const loss = lectureLoss(net([3, 4, 4, 1]), (x) => [...x]);
  const all = trace(loss).nodes.map(({ id }) => id);
  const members = new Set(
    trace(loss, { group: "layer" }).nodes.flatMap(({ id, group }) => group?.members ?? [id]),
  );
  expect([...members].sort((a, b) => a - b)).toEqual(all);
});

it("grouped(graph, 'neuron') puts a penalty on parameters on one card, and no edge leads from them", () => {
  const model = net([3, 4, 4, 1]);
  const loss = lectureLoss(model, (x) => [...x]);
  const root = loss.add(sum(model.parameters.map((p) => p.mul(p))).mul(0.001));
  const graph = grouped(trace(root), "neuron");
  const penalty = named(graph, "penalty");
  expect(penalty).toMatchObject({ opLabel: "of 41 parameters", inputs: [] });
  expect(penalty.group?.members).toHaveLength(41 + 41 + 40 + 1 + 1);
  expect(graph.nodes.some(({ label }) => label.endsWith(".w0"))).toBe(false);
});

it("grouped(graph, 'layer') of a recurrent net makes no circle: its layer stands there once for each time", () => {
  const { forward } = net([2, 2, 1]);
  const [w, b] = [value(0.5, "r.n0.w0"), value(0.1, "r.n0.b")];
  let state = value(0, "start");
  for (const x of [1, 2, 3])
    state = w
      .mul(forward([x, state])[0] as Value)
      .add(b)
      .tanh();
  state.backward();
  const graph = grouped(trace(state), "layer");
  expectOrder(graph);
  expect(graph.nodes.filter(({ label }) => label.startsWith("l0"))).toHaveLength(3);
});

it("grouped(graph, fn) puts values with one name together, and takes them apart where that made a circle", () => {
  const graph = trace(seedGraph());
  const two = grouped(graph, ({ label }) => ("abe".includes(label) ? "inner" : undefined));
  expect(labels(two)).toEqual(["c", "inner", "d", "f", "L"]);
  expect(named(two, "inner")).toMatchObject({ id: 4, data: -6, grad: -2, opLabel: "3 values" });
  expect(named(two, "d").inputs).toEqual([
    { id: 4, slope: 1 },
    { id: 3, slope: 1 },
  ]);
  const circle = grouped(graph, ({ label }) => ("eL".includes(label) ? "ends" : undefined));
  expectOrder(circle);
  expect(labels(circle)).toEqual(["a", "b", "c", "e", "d", "f", "L"]);
});

it("grouped(graph, by) returns a graph without neurons, and any by value, as it is", () => {
  const graph = trace(chain(200));
  expect(grouped(graph, "neuron")).toBe(graph);
  expect(grouped(graph, "layer")).toBe(graph);
  expect(grouped(graph, "value")).toBe(graph);
});

it("grouped(grouped(graph, 'neuron'), 'layer') throws: the graph of values is needed", () => {
  const { graph } = oneSample(true);
  expect(() => grouped(grouped(graph, "neuron"), "layer")).toThrow(
    "grouped: the graph is grouped already; give the graph of values that it was made from.",
  );
});

it("groupingFor(graph) is value up to 150 cards, neuron up to 1,000, layer above", () => {
  const batch = (n: number) => {
    const { forward } = net([3, 4, 4, 1]);
    return trace(sum(Array.from({ length: n }, () => forward([1, 2, 3])[0] as Value)));
  };
  expect(groupingFor(oneSample(true).graph)).toBe("value");
  expect(groupingFor(batch(2))).toBe("neuron");
  expect(groupingFor(batch(99))).toBe("neuron");
  expect(groupingFor(batch(110))).toBe("layer");
  expect(groupingFor(trace(chain(5000)))).toBe("value");
});

it("draw(graph, { group }) lets nothing of a hostile label or op through", () => {
  const owner = '</text><script>alert("1")</script>\u202e\u0000|{}.n0';
  const neuron = value(2, `${owner}.w0`)
    .mul(value(3, owner))
    .add(value(1, `${owner}.b`))
    .tanh();
  for (const group of ["neuron", "layer", () => owner] as const) {
    const drawing = draw(neuron, { group });
    const names = all(parseXml(drawing.svg())).map(({ name }) => name);
    expect([...new Set(names)].filter((name) => !/^(svg|style|g|title|rect|text|path)$/.test(name))).toEqual(
      [],
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not come through
    expect(drawing.svg() + drawing.table() + drawing.text() + drawing.dot()).not.toMatch(/[\u202e\u0000]/);
    for (const line of drawing.dot().split("\n")) {
      if (line.includes("shape=record"))
        expect(line).toMatch(/^ {2}v\d \[label="(?:[^"\\]|\\.)*" shape=record\]$/);
    }
  }
});
