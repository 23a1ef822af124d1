/// <reference lib="dom" />
import { beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { chain } from "../test/nodes.js";
import { deep, focused, settled, show } from "./page.js";

beforeEach(() => page.viewport(1200, 800));

it("5,000 values are laid out in a worker, with a line that says so, and painted on a canvas", async () => {
  const graph = await show("og-graph", { graph: chain(5000), position: 4000 });
  const line = graph.shadowRoot.querySelector(".og-progress") as HTMLElement;
  expect(line.hidden).toBe(false);
  expect(line.textContent).toMatch(/^Laying out 5000 values: \d+ %Cancel$/);
  await expect.poll(() => graph.shadowRoot.querySelector("canvas"), { timeout: 20_000 }).not.toBeNull();
  expect(line.hidden).toBe(true);
  const canvas = graph.shadowRoot.querySelector("canvas") as HTMLCanvasElement;
  await expect.poll(() => canvas.width).toBeGreaterThan(500);
  const pixels = () => new Set(canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data);
  await expect.poll(() => pixels().size).toBeGreaterThan(10);
  const said: unknown[] = [];
  graph.addEventListener("og-point", (event) => said.push((event as CustomEvent).detail.id));
  canvas.focus();
  expect(focused()).toBe(canvas);
  await userEvent.keyboard("{Home}{ArrowRight}");
  const told = () => deep(graph.shadowRoot, "[role=status].og-hidden")[0]?.textContent;
  expect(told()).toBe("v2, -x, value −1, no gradient yet");
  await userEvent.keyboard("{ArrowLeft}");
  expect(told()).toBe("x, leaf, value 1, no gradient yet");
  expect(said.filter((id) => id !== null)).toEqual([4000, 1, 2, 1]);
  const opened: unknown[] = [];
  graph.addEventListener("og-open", (event) => opened.push((event as CustomEvent).detail.id));
  await userEvent.keyboard("{Enter}");
  expect(opened).toEqual([1]);
});

it("Cancel gives up the layout and says what else there is", async () => {
  const graph = await show("og-graph", { graph: chain(20_000) });
  const cancel = graph.shadowRoot.querySelector(".og-progress button") as HTMLButtonElement;
  cancel.click();
  await settled();
  expect(graph.shadowRoot.querySelector(".og-progress")?.textContent).toContain("The graph is not drawn.");
  expect(graph.shadowRoot.querySelector("canvas")).toBeNull();
});

it("600 cards are elements, though a worker lays them out", async () => {
  const graph = await show("og-graph", { graph: chain(600) });
  await expect.poll(() => deep(graph.shadowRoot, ".og-card").length, { timeout: 20_000 }).toBe(600);
  const [last] = deep(graph.shadowRoot, ".og-card[tabindex='0']");
  expect(last?.getAttribute("aria-label")).toBe("v600, -v599, value −1, gradient 1");
});
