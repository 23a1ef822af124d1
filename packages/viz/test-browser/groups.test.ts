/// <reference lib="dom" />
import { trace } from "@outgrad/viz";
import { beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { net } from "../test/nets.js";
import { seedGraph } from "../test/nodes.js";
import { deep, settled, show } from "./page.js";

beforeEach(() => page.viewport(1200, 900));

const made = net([2, 3, 1]);

function graphAt(x: number) {
  const [out] = made.forward([x, 0.5]);
  if (!out) throw new Error("no output");
  out.backward();
  return trace(out);
}

const titles = (graph: Element) =>
  deep(graph.shadowRoot as ShadowRoot, ".og-card .og-label").map(({ textContent }) => textContent);
const choice = (graph: Element) => graph.shadowRoot?.querySelector("fieldset") as HTMLFieldSetElement;

it("a net can be seen as values, neurons or layers; a plain expression has no choice", async () => {
  const graph = await show("og-graph", { graph: graphAt(1) });
  expect(choice(graph).hidden).toBe(false);
  expect(titles(graph).length).toBeGreaterThan(20);
  await userEvent.click(deep(graph.shadowRoot, "input[value=neuron]")[0] as Element);
  await settled();
  expect(titles(graph)).toEqual(expect.arrayContaining(["l0.n0", "l0.n1", "l0.n2", "l1.n0"]));
  expect(deep(graph.shadowRoot, ".og-bar").length).toBeGreaterThan(0);
  await userEvent.click(deep(graph.shadowRoot, "input[value=layer]")[0] as Element);
  await settled();
  expect(titles(graph).length).toBeLessThan(6);
  graph.graph = trace(seedGraph());
  graph.group = "auto";
  await settled();
  expect(choice(graph).hidden).toBe(true);
});

it("neurons follow the story: the one whose value passes its gradient on is the current one", async () => {
  const graph = await show("og-graph", { graph: graphAt(1), group: "neuron", position: 1 });
  const { story } = graph;
  const last = story?.last as number;
  const seen = new Set<string>();
  for (let position = (story?.forward as number) + 1; position <= last; position++) {
    graph.position = position;
    await settled();
    const current = deep(graph.shadowRoot, ".og-current .og-label").map(({ textContent }) => textContent);
    expect(current).toHaveLength(1);
    seen.add(current[0] as string);
  }
  expect([...seen]).toEqual(["l1.n0", "l0.n2", "l0.n1", "l0.n0"]);
});

it("new numbers of a net are written into the cards that are there, and the focus stays", async () => {
  const graph = await show("og-graph", { graph: graphAt(1), group: "neuron" });
  const cards = () => deep<SVGElement>(graph.shadowRoot, ".og-card");
  const before = cards();
  const card = before.find((each) => each.textContent?.includes("l0.n0")) as SVGElement;
  const data = () => card.querySelector(".og-data")?.textContent;
  const [first, bar] = [data(), card.querySelector(".og-bar")?.getAttribute("width")];
  card.focus();
  graph.graph = graphAt(-1);
  await settled();
  expect(cards().every((each, i) => each === before[i])).toBe(true);
  expect(graph.shadowRoot.activeElement).toBe(card);
  expect(data()).not.toBe(first);
  expect(card.querySelector(".og-bar")?.getAttribute("width")).not.toBe(bar);
});

it("what cannot be told is said in the element, and forgotten when it can", async () => {
  const graph = await show("og-graph", { graph: graphAt(1), order: "recursive" });
  const problem = () => graph.shadowRoot.querySelector<HTMLElement>("[role=alert]");
  expect(problem()?.hidden).toBe(true);
  graph.passes = 0.5;
  await settled();
  expect(problem()?.textContent).toBe(
    "story: passes is 0.5; backward() runs a whole number of times, from 0.",
  );
  graph.passes = 1;
  await settled();
  expect(problem()?.hidden).toBe(true);
});
