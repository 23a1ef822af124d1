import { type Context2D, draw, layoutOf, trace, type View } from "@outgrad/viz";
import { expect, it } from "vitest";
import { buffersOf } from "../src/draw/graph-layout.js";
import { story } from "../src/story/story.js";
import { boxes } from "./geometry.js";
import { lectureLoss, net } from "./nets.js";
import { chain, reuseGraph, seedGraph } from "./nodes.js";
import { type Element, parseXml, withClass } from "./xml.js";

/** A canvas that writes down what is painted. */
function paper() {
  const texts: { text: string; x: number; y: number; size: number }[] = [];
  const fills: { colour: unknown; x: number; y: number; width: number; height: number }[] = [];
  const calls: string[] = [];
  const state = { font: "", fillStyle: "" as unknown };
  const context = new Proxy(state, {
    get(target, key: string) {
      if (key in target) return target[key as keyof typeof target];
      return (...args: never[]) => {
        calls.push(key);
        const [a, b, c, d] = args as unknown[];
        if (key === "fillText") {
          const size = Number(/([\d.]+)px/.exec(target.font)?.[1]);
          texts.push({ text: a as string, x: b as number, y: c as number, size });
        }
        if (key === "fillRect") {
          const [x, y, width, height] = [a, b, c, d] as number[] as [number, number, number, number];
          fills.push({ colour: target.fillStyle, x, y, width, height });
        }
      };
    },
    set(target, key: string, value) {
      return Reflect.set(target, key, value);
    },
  }) as unknown as Context2D;
  return { context, texts, fills, calls };
}

const view = (rest: Partial<View> = {}): View => ({
  ...{ x: 0, y: 0, scale: 1, width: 4000, height: 2000, theme: "light" },
  ...rest,
});

it("paint at real size writes what svg() writes", () => {
  const drawing = draw(reuseGraph());
  const { context, texts } = paper();
  drawing.paint(context, view());
  const svg = parseXml(drawing.svg());
  const written = (element: Element): string[] => [
    ...(element.name === "text" ? [element.text] : []),
    ...element.children.flatMap(written),
  ];
  expect(
    texts
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .sort(),
  ).toEqual(written(svg).sort());
});

it("paint writes no text under 12 pixels at any scale, and none from far away", () => {
  const drawing = draw(
    lectureLoss(net([3, 4, 4, 1]), (x) => [...x]),
    { group: "neuron" },
  );
  for (const scale of [3, 1, 0.99, 0.5, 0.3, 0.2, 0.1, 0.02]) {
    const { context, texts } = paper();
    drawing.paint(context, view({ scale }));
    for (const { size } of texts) expect(size).toBeGreaterThanOrEqual(12);
    expect(texts.length > 0).toBe(scale >= 0.3);
  }
});

it("paint leaves out what is not in view", () => {
  const drawing = draw(chain(2000));
  const { context, texts, calls } = paper();
  const { x, y } = drawing.boundsOf(1000) as { x: number; y: number };
  drawing.paint(context, view({ x: x - 10, y: y - 10, width: 500, height: 200 }));
  expect(texts.filter(({ text }) => /^v\d+$/.test(text)).map(({ text }) => text)).toEqual(["v1000", "v1001"]);
  expect(calls.filter((call) => call === "bezierCurveTo").length).toBeLessThan(60);
});

it("paint from far away marks signs: a stroke for minus, a cross for plus", () => {
  const drawing = draw(seedGraph());
  const { context, texts, fills, calls } = paper();
  drawing.paint(context, view({ scale: 0.2 }));
  expect(texts).toEqual([]);
  // The ground, and seven cards.
  expect(fills).toHaveLength(8);
  // Kinds of op have colours of their own: leaves, products and sums.
  expect(new Set(fills.slice(1).map(({ colour }) => colour)).size).toBe(3);
  const last = calls.slice(calls.lastIndexOf("fillRect"));
  expect(last.filter((call) => call === "moveTo")).toHaveLength(1);
});

it("paint in a view moves and scales all alike", () => {
  const drawing = draw(seedGraph());
  const [one, two] = [paper(), paper()];
  drawing.paint(one.context, view());
  drawing.paint(two.context, view({ x: -50, y: 20, scale: 2 }));
  for (const [i, { x, y, size }] of one.texts.entries()) {
    expect(two.texts[i]?.x).toBeCloseTo(2 * (x + 50), 6);
    expect(two.texts[i]?.y).toBeCloseTo(2 * (y - 20), 6);
    expect(two.texts[i]?.size).toBeCloseTo(2 * size, 6);
  }
});

it("cardAt and boundsOf find cards where svg() draws them", () => {
  const drawing = draw(seedGraph());
  for (const { id, left, top, right, bottom } of boxes(drawing.svg())) {
    const bounds = drawing.boundsOf(Number(id));
    const [width, height] = [right - left, bottom - top].map((size) => expect.closeTo(size, 9));
    expect(bounds).toEqual({ x: left + 16, y: top + 16, width, height });
    expect(drawing.cardAt(left + 17, top + 17)).toBe(Number(id));
    expect(drawing.cardAt(right + 18, top + 17)).not.toBe(Number(id));
  }
  expect(drawing.boundsOf(99)).toBeUndefined();
  expect(drawing.cardAt(-1, -1)).toBeUndefined();
});

it("boundsOf finds the card of the neuron that a value is in", () => {
  const loss = lectureLoss(net([3, 4, 4, 1]), (x) => [...x]);
  const drawing = draw(loss, { group: "neuron" });
  const graph = trace(loss, { group: "neuron" });
  const neuron = graph.nodes.find(({ label }) => label === "l1.n0 (2)");
  const member = neuron?.group?.members.at(-3) as number;
  expect(drawing.boundsOf(member)).toEqual(drawing.boundsOf(neuron?.id as number));
});

it("draw(graph, { layout }) takes what layoutOf(graph) made, after a message, and with other numbers in it", () => {
  const graph = trace(seedGraph());
  const layout = layoutOf(graph);
  expect(buffersOf(layout)).toHaveLength(5);
  const received = structuredClone(layout, { transfer: buffersOf(layout) });
  expect(draw(graph, { layout: received }).svg()).toBe(draw(graph).svg());
  const other = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, data: -1e-9 })) };
  expect(draw(other, { layout: received }).svg()).toBe(draw(other).svg());
});

it("draw(graph, { layout }) refuses the layout of another graph, direction or size of cards", () => {
  const graph = trace(seedGraph());
  const fits = (layout: ReturnType<typeof layoutOf>) => () => draw(graph, { layout }).svg();
  expect(fits(layoutOf(trace(reuseGraph())))).toThrow("draw: the layout is of 4 cards and 5 edges, LR; this");
  expect(fits(layoutOf(graph, { direction: "TB" }))).toThrow("Make it with layoutOf(graph, options)");
  expect(fits(layoutOf(graph, { show: ["data"] }))).toThrow("draw: the layout is of 7 cards and 6 edges");
});

it("layoutOf(graph, options, progress) tells a growing share, at last 1", () => {
  const shares: number[] = [];
  layoutOf(trace(chain(50)), {}, (share) => shares.push(share));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(5);
  expect(shares.at(-1)).toBe(1);
});

it("draw(graph, { at }) shows what is known, in both painters, and on the cards of groups", () => {
  const root = seedGraph();
  const told = story(root);
  const svg = (position: number) => parseXml(draw(root, { at: told.at(position) }).svg());
  const ids = (picture: Element, name: string) =>
    withClass(picture, name).map(({ attributes }) => attributes["data-id"]);
  expect(ids(svg(3), "og-future")).toEqual(["4", "5", "6", "7"]);
  expect(ids(svg(3), "og-current")).toEqual(["3"]);
  const backward = svg(told.forward + 2);
  expect(ids(backward, "og-current")).toEqual(["7"]);
  expect(ids(backward, "og-receives")).toEqual(["5", "6"]);
  expect(withClass(backward, "og-used").map(({ attributes }) => attributes["data-from"])).toEqual(["5", "6"]);
  const { context, texts } = paper();
  draw(root, { at: told.at(3) }).paint(context, view());
  expect(texts.filter(({ text }) => text === "not yet")).toHaveLength(4 + 7);

  const out = net([2, 2, 1]).forward([1, 2])[0] as NonNullable<
    ReturnType<ReturnType<typeof net>["forward"]>[0]
  >;
  const tale = story(trace(out));
  const grouped = parseXml(draw(out, { group: "neuron", at: tale.at(tale.last) }).svg());
  expect(ids(grouped, "og-future")).toEqual([]);
  expect(withClass(grouped, "og-current")).toHaveLength(1);
});

it("paint of one line has the value in fewer digits, and none of what is not computed yet", () => {
  const root = reuseGraph();
  Object.assign(root.inputs[0] as object, { data: -1.23456 });
  const told = story(root);
  const painted = (position: number) => {
    const { context, texts } = paper();
    draw(root, { at: told.at(position) }).paint(context, view({ scale: 0.4 }));
    return texts.map(({ text }) => text);
  };
  expect(painted(told.last)).toContain("−1.2");
  // Only the constant of the difference.
  expect(painted(0).filter((text) => /\d/.test(text))).toEqual(["y − 1"]);
});
