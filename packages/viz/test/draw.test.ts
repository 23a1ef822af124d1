import { inspect } from "node:util";
import { type OpName, opOf, ops } from "@outgrad/ops";
import { draw, steps, trace } from "@outgrad/viz";
import fc from "fast-check";
import { expect, it } from "vitest";
import { boxes, lines } from "./geometry.js";
import { chain, type Made, maker, reuseGraph, seedGraph } from "./nodes.js";
import { all, type Element, parseXml, withClass } from "./xml.js";

const cardOf = (svg: string, id: number) =>
  withClass(parseXml(svg), "og-card").find((card) => card.attributes["data-id"] === String(id)) as Element;
const texts = (element: Element) =>
  all(element)
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);

/** A random graph over all ops, inputs picked from anywhere before. */
const graphs = fc
  .array(fc.tuple(fc.constantFrom(...(Object.keys(ops) as OpName[])), fc.nat(), fc.nat(), fc.boolean()), {
    minLength: 1,
    maxLength: 60,
  })
  .map((calls) => {
    const { leaf, constant, apply } = maker();
    const nodes: Made[] = [leaf(0.5, "x"), leaf(-1.25, "y"), leaf(2)];
    for (const [op, first, second, isConstant] of calls) {
      const pick = (n: number) => nodes[n % nodes.length] as Made;
      const inputs = [pick(first), isConstant ? constant(3) : pick(second)].slice(0, opOf(op).args.length);
      nodes.push(apply(op, inputs, "", 0, Object.values(opOf(op).params)));
    }
    return nodes.at(-1) as Made;
  });

it("draw(L).svg() has one card for each value: name, op, data and grad", () => {
  const svg = draw(seedGraph()).svg();
  expect(boxes(svg).map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
  expect(texts(cardOf(svg, 4))).toEqual(["e", "×", "data", "−6", "grad", "−2"]);
  expect(texts(cardOf(svg, 1))).toEqual(["a", "data", "2", "grad", "6"]);
});

it("draw(L).svg() carries the local slopes on its edges", () => {
  const pills = withClass(parseXml(draw(seedGraph()).svg()), "og-pill");
  expect(pills.map(({ attributes, text }) => [attributes["data-from"], attributes["data-to"], text])).toEqual(
    [
      ["1", "4", "×−3"],
      ["2", "4", "×2"],
      ["4", "5", "×1"],
      ["3", "5", "×1"],
      ["5", "7", "×−2"],
      ["6", "7", "×4"],
    ],
  );
});

it("T029 draw(x * x) draws two edges from x, and a third to the sum", () => {
  const drawn = lines(draw(reuseGraph()).svg());
  expect(drawn.map(({ from, to, index }) => [from, to, index])).toEqual([
    ["1", "2", 0],
    ["1", "2", 1],
    ["2", "3", 0],
    ["1", "3", 1],
    ["3", "5", 0],
  ]);
  expect(drawn[0]?.points[0]).not.toEqual(drawn[1]?.points[0]);
});

it("draw folds a constant into the badge of what uses it, or shows it on a card of its own", () => {
  expect(texts(cardOf(draw(reuseGraph()).svg(), 5))[1]).toBe("− 1");
  const shown = draw(reuseGraph(), { constants: "show" }).svg();
  expect(texts(cardOf(shown, 4))).toEqual(["1", "data", "1"]);
  expect(texts(cardOf(shown, 5))[1]).toBe("−");
  // No gradient goes to a constant, so its edge has no slope.
  expect(
    withClass(parseXml(shown), "og-pill").map(({ attributes }) => attributes["data-from"]),
  ).not.toContain("4");
  const { leaf, constant, apply } = maker();
  const x = leaf(4, "x");
  expect(texts(cardOf(draw(apply("div", [constant(-1.5), x])).svg(), 3))[1]).toBe("−1.5 ÷");
  expect(texts(cardOf(draw(apply("leakyRelu", [x], "", 0, [0.01])).svg(), 4))[1]).toBe("LeakyReLU 0.01");
});

it("draw(root, { step: 3 }) fills the current card, dashes the receivers, and marks the edges in use", () => {
  const svg = parseXml(draw(seedGraph(), { step: 3 }).svg());
  const ids = (name: string) => withClass(svg, name).map(({ attributes }) => attributes["data-id"]);
  expect(ids("og-current")).toEqual(["4"]);
  expect(ids("og-receives")).toEqual(["1", "2"]);
  expect(withClass(svg, "og-used").map(({ attributes }) => attributes["data-from"])).toEqual(["1", "2"]);
  expect(withClass(svg, "og-pill").map(({ text }) => text)).toEqual(["×−3", "×2"]);
});

it("draw(root, { step: 0 }) knows only the root's own gradient, 1, whatever the values hold", () => {
  const svg = draw(seedGraph(), { step: 0 }).svg();
  expect(texts(cardOf(svg, 7))).toContain("1");
  expect(texts(cardOf(svg, 5)).slice(-2)).toEqual(["grad", "not yet"]);
  expect(cardOf(svg, 5).attributes["aria-label"]).toBe("d = e + c, value 4, gradient not known yet");
  expect(svg).not.toContain("grad 6");
});

it("draw(root, { step }) says so of a gradient that is not complete", () => {
  const svg = draw(reuseGraph(), { step: 2 }).svg();
  expect(texts(cardOf(svg, 1)).slice(-2)).toEqual(["so far", "1"]);
  expect(cardOf(svg, 1).attributes["aria-label"]).toBe("x, value 3, gradient 1 so far");
});

it("the last step shows the gradients that steps(root) ends with", () => {
  const { leaf, apply } = maker();
  const [a, b] = [leaf(-2, "a"), leaf(3, "b")];
  const root = apply("mul", [apply("mul", [a, b]), apply("add", [a, b])], "f");
  const svg = draw(root, { step: steps(root).length }).svg();
  expect([texts(cardOf(svg, 1)).at(-1), texts(cardOf(svg, 2)).at(-1)]).toEqual(["−3", "−8"]);
});

it("draw(root, { step: 4 }) of three steps says which there are", () => {
  const drawing = draw(seedGraph(), { step: 4 });
  expect(() => drawing.svg()).toThrow(
    "draw: step 4 does not exist; backward of this graph has 3 steps, so step is 0 (only the root's own gradient, 1) to 3.",
  );
});

it("draw stands still while values change, steps go on, and slopes come and go", () => {
  const place = (svg: string) => boxes(svg);
  const [seed, other] = [seedGraph(), seedGraph()];
  const before = place(draw(seed).svg());
  Object.assign(other.inputs[0]?.inputs[0] as Made, { data: -1234.5678, grad: 1e-9 });
  expect(place(draw(other).svg())).toEqual(before);
  expect(place(draw(seed, { step: 2 }).svg())).toEqual(before);
});

it.each(["LR", "TB"] as const)(
  "draw(graph, { direction: %j }): no cards overlap, edges end at their cards and cross none",
  (direction) => {
    fc.assert(
      fc.property(graphs, (root) => {
        const svg = draw(root, { direction }).svg();
        const cards = boxes(svg);
        for (const [i, a] of cards.entries()) {
          for (const b of cards.slice(i + 1)) {
            const apart = a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
            expect(apart).toBe(true);
          }
        }
        const card = (id: string) => cards.find((box) => box.id === id) as (typeof cards)[number];
        for (const { from, to, points } of lines(svg)) {
          const [start, end] = [points[0], points.at(-1)] as [[number, number], [number, number]];
          if (direction === "LR") {
            expect([start[0], end[0]]).toEqual([card(from).right, card(to).left]);
            expect(start[1]).toBeGreaterThan(card(from).top);
            expect(start[1]).toBeLessThan(card(from).bottom);
            expect(end[1]).toBeGreaterThan(card(to).top);
            expect(end[1]).toBeLessThan(card(to).bottom);
          } else {
            expect([start[1], end[1]]).toEqual([card(from).bottom, card(to).top]);
            expect(end[0]).toBeGreaterThan(card(to).left);
            expect(end[0]).toBeLessThan(card(to).right);
          }
          for (const [x, y] of points) {
            const crossed = cards.find((c) => x > c.left && x < c.right && y > c.top && y < c.bottom);
            expect(crossed).toBeUndefined();
          }
        }
      }),
      { numRuns: 60 },
    );
  },
);

it("draw(root).svg() speaks: a sentence for the graph, one for each card, edges hidden", () => {
  const svg = parseXml(draw(seedGraph()).svg());
  expect(svg.attributes).toMatchObject({
    role: "graphics-document",
    "aria-label": "Graph of 7 values: L = d * f = -8",
  });
  const cards = withClass(svg, "og-card");
  expect(cards.every(({ attributes }) => attributes.role === "graphics-symbol")).toBe(true);
  expect(cards[3]?.attributes["aria-label"]).toBe("e = a * b, value -6, gradient -2");
  const hidden = all(svg).filter(({ attributes }) => attributes["aria-hidden"] === "true");
  expect(hidden.flatMap((group) => withClass(group, "og-edge"))).toHaveLength(6);
});

it("draw(root).text() is the graph in sentences", () => {
  expect(draw(reuseGraph()).text()).toBe(
    [
      "Graph of 4 values: y = v3 - 1 = 11.",
      "x, value 3, gradient 7.",
      "v2 = x * x, value 9, gradient 1; local slope 3 for x, 3 for x.",
      "v3 = v2 + x, value 12, gradient 1; local slope 1 for v2, 1 for x.",
      "y = v3 - 1, value 11, gradient 1; local slope 1 for v3.",
    ].join("\n"),
  );
});

it("draw(root).table() is the tape, and what console.log shows", () => {
  const drawing = draw(reuseGraph());
  expect(drawing.table()).toBe(
    [
      "#  name  op        data  grad",
      "1  x     leaf         3     7",
      "2  v2    * (1, 1)     9     1",
      "3  v3    + (2, 1)    12     1",
      "4  1     constant     1",
      "5  y     - (3, 4)    11     1",
    ].join("\n"),
  );
  expect(inspect(drawing)).toBe(drawing.table());
});

it("draw(root).dot() has micrograd's records and op nodes, with both edges of x * x", () => {
  const { leaf, apply } = maker();
  const root = apply("mul", Array(2).fill(leaf(3, "x", 6)), "y", 1);
  expect(draw(root).dot()).toBe(`digraph {
  graph [rankdir=LR]
  v1 [label="{ x | data 3.0000 | grad 6.0000 }" shape=record]
  v2 [label="{ y | data 9.0000 | grad 1.0000 }" shape=record]
  op2 [label="*"]
  op2 -> v2
  v1 -> op2
  v1 -> op2
}
`);
  expect(draw(root, { direction: "TB" }).dot()).toContain("rankdir=TB");
});

it("draw(root).json() keeps numbers that JSON lacks", () => {
  const { leaf, apply } = maker();
  const json = JSON.parse(draw(apply("log", [leaf(-0, "x")], "y", Number.NaN)).json());
  expect(json.nodes[0].data).toBe("-0");
  expect(json.nodes[1]).toMatchObject({
    data: "-Infinity",
    grad: "NaN",
    inputs: [{ id: 1, slope: "-Infinity" }],
  });
});

it("draw shows a Jupyter notebook the picture", () => {
  const drawing = draw(seedGraph());
  const display = (drawing as unknown as Record<symbol, () => Record<string, string>>)[
    Symbol.for("Jupyter.display")
  ];
  expect(display?.call(drawing)["image/svg+xml"]).toBe(drawing.svg());
});

it("draw accepts a value, several values, and a traced graph", () => {
  const root = seedGraph();
  expect(draw(trace(root)).svg()).toBe(draw(root).svg());
  const { leaf, apply } = maker();
  const x = leaf(2, "x");
  const two = parseXml(draw([apply("neg", [x], "y"), apply("exp", [x], "z")]).svg());
  expect(withClass(two, "og-root").map(({ attributes }) => attributes["data-id"])).toEqual(["2", "3"]);
  expect(two.attributes["aria-label"]).toBe("Graph of 3 values: y = -x = -2; z = exp(x) = 7.3891");
});

it("draw(root, { show }) leaves out what is not asked for", () => {
  const svg = parseXml(draw(seedGraph(), { show: ["data"] }).svg());
  expect(withClass(svg, "og-grad")).toEqual([]);
  expect(withClass(svg, "og-pill")).toEqual([]);
  expect(withClass(svg, "og-data")).toHaveLength(7);
});

it("draw(root, { theme }) has its own colours, which a page may replace", () => {
  const root = seedGraph();
  expect(draw(root).svg()).toContain("@media(prefers-color-scheme:dark)");
  const dark = draw(root, { theme: "dark" }).svg();
  expect(dark).not.toContain("@media");
  expect(dark).toContain("--og-data-:var(--og-data,#7fc0ff)");
  expect(dark).toContain("fill:#7fc0ff;fill:var(--og-data-)");
});

it("draw refuses a chain of 1,000,000 values with a sentence, and draws 5,000", () => {
  expect(boxes(draw(chain(5000)).svg())).toHaveLength(5000);
  expect(() => draw(chain(1_000_000))).toThrow("The graph has more than 100000 values, too many to look at.");
});

it("draw calls values without a label by their row, never as another is called", () => {
  const { leaf, apply } = maker();
  const root = apply("neg", [apply("neg", [leaf(1, "v2")])]);
  expect(draw(root).text()).toContain("#2 = -v2");
});
