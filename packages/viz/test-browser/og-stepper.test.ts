/// <reference lib="dom" />
import { beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { maker, reuseGraph, seedGraph } from "../test/nodes.js";
import { deep, focused, settled, show } from "./page.js";

beforeEach(() => page.viewport(1200, 900));

const sentence = () => deep(document, ".og-sentence")[0]?.textContent;
const place = () => deep(document, ".og-place")[0]?.textContent;
const button = (name: string) =>
  deep<HTMLButtonElement>(document, "button").find(
    (each) => (each.getAttribute("aria-label") ?? each.textContent) === name,
  ) as HTMLButtonElement;
const press = async (name: string) => {
  await userEvent.click(button(name));
  await settled();
};

async function stepper(properties: object = {}) {
  const element = await show("og-stepper", { graph: seedGraph(), position: 0, ...properties });
  const steps: number[] = [];
  element.addEventListener("og-step", (event) => steps.push((event as CustomEvent).detail.position));
  return { element, steps };
}

it("<og-stepper> steps on, back, to the first and the last, and tells each position", async () => {
  const { element, steps } = await stepper();
  expect(place()).toBe("forward 0 / 7");
  for (const name of ["On", "On", "Back", "Last step", "First step"]) await press(name);
  expect(steps).toEqual([1, 2, 1, 11, 0]);
  button("Back").click();
  expect(steps).toHaveLength(5);
  element.position = 9;
  await settled();
  expect(place()).toBe("backward 2 / 4");
  expect(sentence()).toBe(
    "L = d * f passes its gradient 1 to its inputs, each times the local slope: d gets 1 * (−2) = −2; f gets 1 * 4 = 4.",
  );
});

it("every button is at least 44 pixels high and wide", async () => {
  await stepper({ predict: true });
  for (const each of deep<HTMLButtonElement>(document, "button:not([hidden])")) {
    const { width, height } = each.getBoundingClientRect();
    if (width === 0) continue;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
});

it("the scrubber says where it is, and its graph and tape follow", async () => {
  const { steps } = await stepper();
  const [scrubber] = deep<HTMLInputElement>(document, "input[type=range]");
  expect(scrubber?.getAttribute("aria-valuetext")).toBe("forward 0 / 7");
  scrubber?.focus();
  await userEvent.keyboard("{End}");
  await settled();
  expect(scrubber?.getAttribute("aria-valuetext")).toBe("backward 4 / 4");
  expect(steps).toEqual([11]);
  expect(deep(document, ".og-card.og-current")[0]?.getAttribute("data-id")).toBe("4");
  expect(deep(document, "tr.og-current")[0]?.getAttribute("data-id")).toBe("4");
});

it("the keys [ and ] step from any card", async () => {
  const { steps } = await stepper();
  deep<SVGElement>(document, ".og-card[tabindex='0']")[0]?.focus();
  await userEvent.keyboard("]][[");
  await settled();
  expect(steps).toEqual([1, 2, 1]);
});

it("a step shows the chain rule as formulas: symbols, local slope, numbers, and the rule of thumb", async () => {
  await stepper({ position: 11 });
  const formulas = deep(document, ".og-formula");
  expect(formulas).toHaveLength(2);
  expect(formulas[0]?.querySelectorAll("math")).toHaveLength(3);
  expect(formulas[0]?.querySelectorAll("math")[2]?.textContent).toBe("(−2)·(−3)=6");
  expect(deep(document, ".og-rule .og-note")[0]?.textContent).toBe(
    "× swaps: the local slope for each input is the other input's value.",
  );
});

it("where an input is used twice, += and both terms are shown", async () => {
  await stepper({ graph: reuseGraph(), position: null });
  const formulas = deep(document, ".og-accumulates");
  expect(formulas).toHaveLength(2);
  expect(formulas[1]?.querySelectorAll("math")[0]?.textContent).toContain("+=");
  expect(formulas[1]?.querySelectorAll("math")[2]?.textContent).toBe("4+1·3=7");
});

it("the order can be changed: naive recursion ends with wrong numbers and says so", async () => {
  const { leaf, apply, constant } = maker();
  const e = apply("add", [leaf(2, "a"), constant(1)], "e");
  const root = apply("add", [e, apply("mul", [e, e], "d")], "L");
  const { element } = await stepper({ graph: root, position: null });
  const orders: unknown[] = [];
  element.addEventListener("og-order", (event) => orders.push((event as CustomEvent).detail.order));
  await userEvent.click(deep(document, "input[value=recursive]")[0] as Element);
  await settled();
  expect(orders).toEqual(["recursive"]);
  expect(sentence()).toContain("a ends with 8 instead of 7, 1 too much");
});

it("play goes on by itself, and pauses", async () => {
  const { steps } = await stepper();
  await press("Play");
  await expect.poll(() => steps.length, { timeout: 5000 }).toBeGreaterThan(1);
  await press("Pause");
  expect(button("Play")).toBeDefined();
});

it("pointing at a card marks its row, and pointing at a row its card", async () => {
  await stepper({ position: null });
  await userEvent.hover(deep(document, ".og-card")[3] as Element);
  await settled();
  expect(deep(document, "tr.pointed").map(({ dataset }) => dataset.id)).toEqual(["4"]);
  await userEvent.hover(deep(document, "tr[data-id='3']")[0] as Element);
  await settled();
  expect(deep(document, ".og-card.pointed").map(({ dataset }) => dataset.id)).toEqual(["3"]);
});

it("<og-graph> and <og-tape> inside <og-stepper> follow it, in place of its own", async () => {
  document.body.innerHTML = "<og-stepper><p><og-graph></og-graph></p></og-stepper>";
  const element = document.querySelector("og-stepper");
  const graph = document.querySelector("og-graph");
  if (!element || !graph) throw new Error("not there");
  element.graph = seedGraph();
  element.position = 5;
  await settled();
  expect(graph.position).toBe(5);
  expect(deep(graph.shadowRoot as ShadowRoot, ".og-current").map(({ dataset }) => dataset.id)).toEqual(["5"]);
  const visible = deep(document, "og-graph").filter((each) => each.getBoundingClientRect().height > 0);
  expect(visible).toEqual([graph]);
});

it("predict asks for sign and value before a step backward, says what was missed, and keeps a streak", async () => {
  const { steps } = await stepper({ position: 10, predict: true });
  await press("On");
  expect(steps).toEqual([]);
  expect(deep(document, ".og-question")[0]?.textContent).toBe(
    "e = a * b passes its gradient −2 on. What is the sign of what it adds to the gradient of a?",
  );
  const grads = () =>
    ["1", "2"].map((id) => deep(document, `.og-card[data-id='${id}'] .og-grad`)[0]?.textContent);
  expect(grads()).toEqual(["?", "?"]);
  expect(deep(document, ".og-current").map((each) => each.getAttribute("data-id"))).toEqual(["4", "4"]);
  const verdict = () => deep(document, ".og-verdict")[0]?.textContent;
  const score = () => deep(document, ".og-predict .og-note")[0]?.textContent;
  await press("+ positive");
  expect(verdict()).toBe("✓ Yes: what a gets is positive.");
  await userEvent.keyboard("-3{Enter}");
  expect(verdict()).toBe(
    "✗ That is the local slope; it is still to be multiplied by the upstream gradient. (−2) * (−3) = 6. " +
      "Missed: upstream gradient.",
  );
  expect(score()).toBe("Streak 0, best 1");
  await press("− negative");
  await userEvent.keyboard("-4{Enter}");
  expect(verdict()).toBe("✓ Right: (−2) * 2 = −4.");
  expect(score()).toBe("Streak 2, best 2");
  await userEvent.keyboard("{Enter}");
  await settled();
  expect(steps).toEqual([11]);
  expect(grads()).toEqual(["6", "−4"]);
  expect(focused()).toBe(button("On"));
});

it("who does not want to predict is shown the step", async () => {
  const { steps } = await stepper({ position: 8, predict: true });
  await press("On");
  await press("Show me");
  expect(steps).toEqual([9]);
});

it("in the accessibility tree: a graph with cards, a table, named controls, a polite region", async () => {
  await stepper({ position: 9 });
  const names = deep(document, "button:not([hidden]),input").map(
    (each) => each.getAttribute("aria-label") ?? each.closest("label")?.textContent ?? each.textContent,
  );
  expect(names).toEqual(
    expect.arrayContaining(["First step", "Back", "On", "Last step", "Step", "Topological"]),
  );
  expect(deep(document, "[aria-live=polite]")).toHaveLength(1);
  expect(deep(document, "table[aria-label=Tape] tr")).toHaveLength(10);
  expect(deep(document, "[role=graphics-document] [role=graphics-symbol]").length).toBe(7);
});
