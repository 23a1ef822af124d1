/// <reference lib="dom" />
import { expression } from "@outgrad/engine";
import { story, trace } from "@outgrad/viz";
import type { OgGraph } from "@outgrad/viz/elements";
import { beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { maker, seedGraph } from "../test/nodes.js";
import { deep, focused, settled, show } from "./page.js";

beforeEach(() => page.viewport(1200, 800));

const cards = (graph: Element) => deep<SVGElement>(graph.shadowRoot as ShadowRoot, ".og-card");
const labels = (graph: Element) => cards(graph).map((card) => card.getAttribute("aria-label"));
/** Everything that is in its picture, whatever the order of attributes. */
const lookOf = (graph: Element) =>
  deep<SVGElement>(graph.shadowRoot as ShadowRoot, ".og-paper *").map(
    ({ localName, attributes, textContent }) => [
      localName,
      ...[...attributes]
        .map(({ name, value }) => `${name}=${name === "class" ? value.split(" ").sort().join(" ") : value}`)
        .sort(),
      textContent,
    ],
  );
const focusedLabel = () => focused()?.getAttribute("aria-label") ?? "";

it("<og-graph> shows every value, its gradient and the local slopes when all is done", async () => {
  const graph = await show("og-graph", { graph: seedGraph() });
  expect(labels(graph)).toEqual([
    "a, leaf, value 2, gradient 6",
    "b, leaf, value −3, gradient −4",
    "c, leaf, value 10, gradient −2",
    "e, a * b, value −6, gradient −2",
    "d, e + c, value 4, gradient −2",
    "f, leaf, value −2, gradient 4",
    "L, d * f, value −8, gradient 1",
  ]);
  const svg = graph.shadowRoot.querySelector("svg.og-graph");
  expect(svg?.getAttribute("role")).toBe("graphics-document");
  expect(svg?.getAttribute("aria-label")).toBe("Graph of 7 values: L = d * f = -8");
  expect(deep(graph.shadowRoot, ".og-pill:not(.og-off)")).toHaveLength(6);
  expect(deep(graph.shadowRoot, ".og-current, .og-receives, .og-used")).toEqual([]);
});

it("<og-graph position=4> knows a, b, c and e; at 9, L passes its gradient on to d and f", async () => {
  const graph = await show("og-graph", { graph: seedGraph(), position: 4 });
  expect(labels(graph).map((label) => label?.includes("not computed yet"))).toEqual([
    ...[false, false, false, false],
    ...[true, true, true],
  ]);
  expect(deep(graph.shadowRoot, ".og-current").map(({ dataset }) => dataset.id)).toEqual(["4"]);
  graph.position = 9;
  await settled();
  expect(deep(graph.shadowRoot, ".og-current").map(({ dataset }) => dataset.id)).toEqual(["7"]);
  expect(deep(graph.shadowRoot, ".og-receives").map(({ dataset }) => dataset.id)).toEqual(["5", "6"]);
  expect(deep(graph.shadowRoot, ".og-used")).toHaveLength(2);
  const pills = deep(graph.shadowRoot, ".og-pill:not(.og-off)").map(({ textContent }) => textContent);
  expect(pills).toEqual(["×−2", "×4"]);
  const [d] = deep(graph.shadowRoot, "[data-id='5'] .og-grad");
  expect(d?.textContent).toBe("−2");
});

it("<og-graph> writes new numbers into the same cards, and draws another graph anew", async () => {
  const graph = await show("og-graph", { graph: seedGraph() });
  const before = cards(graph);
  const { leaf, apply } = maker();
  const [a, b, c] = [leaf(5, "a"), leaf(-3, "b"), leaf(10, "c")];
  const d = apply("add", [apply("mul", [a, b], "e"), c], "d");
  graph.graph = trace(apply("mul", [d, leaf(-2, "f")], "L"));
  await settled();
  expect(cards(graph)).toEqual(before);
  expect(cards(graph).every((card, i) => card === before[i])).toBe(true);
  expect(labels(graph)[0]).toBe("a, leaf, value 5, gradient 6");
  expect(labels(graph)[1]).toBe("b, leaf, value −3, gradient −10");
  expect(deep(graph.shadowRoot, ".og-pill text").map(({ textContent }) => textContent)).toContain("×5");
  graph.graph = trace(apply("neg", [leaf(1, "z")], "w"));
  await settled();
  expect(labels(graph)).toEqual(["z, leaf, value 1, gradient −1", "w, -z, value −1, gradient 1"]);
});

it("a position writes into the same cards", async () => {
  const graph = await show("og-graph", { graph: seedGraph(), position: 0 });
  const before = cards(graph);
  for (let position = 0; position <= 11; position++) {
    graph.position = position;
    await settled();
    expect(cards(graph).every((card, i) => card === before[i])).toBe(true);
    const { grads } = story(seedGraph()).at(position);
    const shown = cards(graph).filter((card) =>
      /^[−\d]/.test(card.querySelector(".og-grad")?.textContent ?? ""),
    );
    expect(shown.map(({ dataset }) => Number(dataset.id))).toEqual([...grads.keys()].sort((x, y) => x - y));
  }
});

it("one card takes Tab, and arrow keys follow the edges: left to inputs, right to results, up and down beside", async () => {
  const graph = await show("og-graph", { graph: seedGraph() });
  const pointed: unknown[] = [];
  graph.addEventListener("og-point", (event) => pointed.push((event as CustomEvent).detail.id));
  expect(deep(graph.shadowRoot, ".og-card[tabindex='0']")).toHaveLength(1);
  await userEvent.tab();
  expect(focusedLabel()).toMatch(/^L,/);
  const walk: [string, string][] = [
    ["{ArrowLeft}", "d"],
    ["{ArrowLeft}", "e"],
    ["{ArrowDown}", "c"],
    ["{ArrowUp}", "e"],
    ["{ArrowLeft}", "a"],
    ["{ArrowDown}", "b"],
    ["{ArrowRight}", "e"],
    ["{Home}", "a"],
    ["{End}", "L"],
    ["{ArrowRight}", "L"],
  ];
  for (const [key, name] of walk) {
    await userEvent.keyboard(key);
    expect(`${key} ${focusedLabel()}`).toMatch(new RegExp(`${name}, `));
  }
  expect(pointed.filter((id) => id !== null)).toEqual([7, 5, 4, 3, 4, 1, 2, 4, 1, 7]);
  expect(deep(graph.shadowRoot, ".og-card[tabindex='0']")).toHaveLength(1);
});

it("in a narrow page the graph runs from top to bottom, and up leads to the inputs", async () => {
  await page.viewport(360, 700);
  const graph = await show("og-graph", { graph: seedGraph() });
  const at = (id: number) =>
    deep(graph.shadowRoot, `[data-id='${id}']`)[0]?.getBoundingClientRect() as DOMRect;
  expect(at(7).top).toBeGreaterThan(at(4).bottom);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await userEvent.tab();
  while (!focusedLabel().startsWith("L")) await userEvent.tab();
  await userEvent.keyboard("{ArrowUp}");
  expect(focusedLabel()).toMatch(/^d,/);
  await userEvent.keyboard("{ArrowRight}");
  expect(focusedLabel()).toMatch(/^f,/);
});

it("Enter and a double click open a card: og-open says which", async () => {
  const graph = await show("og-graph", { graph: seedGraph() });
  const opened: unknown[] = [];
  graph.addEventListener("og-open", (event) => opened.push((event as CustomEvent).detail.id));
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await userEvent.dblClick(cards(graph)[3] as Element);
  expect(opened).toEqual([7, 4]);
});

it("the pointer points, and .pointed marks a card from outside", async () => {
  const graph = await show("og-graph", { graph: seedGraph() });
  const pointed: unknown[] = [];
  graph.addEventListener("og-point", (event) => pointed.push((event as CustomEvent).detail.id));
  await userEvent.hover(cards(graph)[3] as Element);
  expect(pointed).toEqual([4]);
  graph.pointed = 2;
  await settled();
  expect(deep(graph.shadowRoot, ".pointed").map(({ dataset }) => dataset.id)).toEqual(["2"]);
});

it("what is not finite is striped, from the value where it was born", async () => {
  const { leaf, apply } = maker();
  const logs = apply("log", [leaf(-1, "x")], "l");
  const graph = await show("og-graph", { graph: apply("add", [logs, leaf(1, "b")], "y") });
  expect(labels(graph)).toEqual([
    "x, leaf, value −1, gradient −1",
    "l, log(x), value NaN, born here, gradient 1",
    "b, leaf, value 1, gradient 1",
    "y, l + b, value NaN, gradient 1",
  ]);
  expect(deep(graph.shadowRoot, ".og-stripes")).toHaveLength(2);
  expect(deep(graph.shadowRoot, ".og-cause").map(({ dataset }) => dataset.id)).toEqual(["2"]);
});

it("a graph inside the element as JSON is shown; without any, what the page wrote is", async () => {
  document.body.innerHTML = `
    <og-graph id="empty"><p>No script, no graph.</p></og-graph>
    <og-graph id="json"><script type="application/json">${JSON.stringify(trace(seedGraph()))}</script></og-graph>`;
  await settled();
  expect(labels(document.querySelector("#json") as Element)).toHaveLength(7);
  const attribute = document.createElement("og-graph");
  attribute.setAttribute("json", JSON.stringify(trace(seedGraph())));
  document.body.append(attribute);
  await settled();
  expect(labels(attribute)).toHaveLength(7);
  const words = document.querySelector("#empty p") as HTMLElement;
  expect(words.getBoundingClientRect().height).toBeGreaterThan(0);
});

it("properties that were set before the element was defined count", async () => {
  const early = document.createElement("div");
  early.innerHTML = "<og-graph></og-graph>";
  const graph = early.firstElementChild as OgGraph;
  Object.defineProperty(graph, "graph", {
    value: seedGraph(),
    configurable: true,
    writable: true,
    enumerable: true,
  });
  document.body.replaceChildren(early);
  await settled();
  expect(labels(graph)).toHaveLength(7);
});

it("a story that was set before the element was defined is shown, at the position that was", async () => {
  const graph = document.createElement("og-graph");
  for (const [name, value] of Object.entries({ story: story(seedGraph()), position: 9 })) {
    Object.defineProperty(graph, name, { value, configurable: true, writable: true, enumerable: true });
  }
  document.body.replaceChildren(graph);
  await settled();
  expect(deep(graph.shadowRoot as ShadowRoot, ".og-current").map(({ dataset }) => dataset.id)).toEqual(["7"]);
});

it("a group that there is not stays said until there is one", async () => {
  const graph = await show("og-graph", { graph: seedGraph(), group: "neurons" });
  const problem = () =>
    graph.shadowRoot.querySelector<HTMLElement>("[role=alert]:not([hidden])")?.textContent;
  expect(problem()).toContain("neurons");
  graph.position = 3;
  await settled();
  expect(problem()).toContain("neurons");
  graph.group = "value";
  await settled();
  expect(problem()).toBeUndefined();
  expect(labels(graph)).toHaveLength(7);
});

it("cards of hostile names add no element and no attribute", async () => {
  const { leaf, apply } = maker();
  const name = `<img src=x onerror="document.title='hacked'">" onload="x`;
  const graph = await show("og-graph", {
    graph: apply("neg", [leaf(1, name)], `</title><script>1</script>`),
  });
  expect(deep(graph.shadowRoot, "img, script, [onerror], [onload]")).toEqual([]);
  expect(labels(graph)[0]).toContain("<img src=x");
});

it("a graph that grows, shrinks and changes looks as one drawn afresh; cards that look as before stay", async () => {
  const graphs = [
    ["a*b + a*b", { a: 2, b: -3 }],
    ["a*b + a*b + a", { a: 2, b: -3 }],
    ["a*b + a*b + a*c", { a: 2, b: -3, c: 1 }],
    ["c = tanh(a); c*c + a*b + a*b + 2*a", { a: 2, b: -3 }],
    ["log(a) * b", { a: -2, b: -3 }],
    ["a*b + a*b + a*c", { a: 2, b: -3, c: 1 }],
  ] as const;
  const traced = graphs.map(([text, leaves]) => {
    const { result } = expression(text).run(leaves);
    result.backward();
    return trace(result);
  });
  for (const direction of ["LR", "TB"]) {
    for (const position of [null, 3, 7]) {
      const changing = document.createElement("og-graph");
      const kept: number[] = [];
      for (const graph of traced) {
        const before = new Set(cards(changing));
        document.body.replaceChildren(changing);
        Object.assign(changing, { graph, position, direction });
        await settled();
        kept.push(cards(changing).filter((card) => before.has(card)).length);
        const looks = lookOf(changing);
        expect(looks).toEqual(lookOf(await show("og-graph", { graph, position, direction })));
      }
      expect(kept.slice(0, 2)).toEqual([0, 4]);
    }
  }
});
