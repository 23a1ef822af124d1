/// <reference lib="dom" />
import { decisionBoundary, lossCurve } from "@outgrad/viz";
import { beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { deep, settled, show } from "./page.js";

beforeEach(() => page.viewport(1000, 800));

const series = [{ name: "train", values: [4, 2, 1] }];

it("<og-curve> draws for the room there is, says its sentence, and has its numbers as text", async () => {
  const curve = await show("og-curve", { drawing: (width: number) => lossCurve({ series, width }) });
  const svg = () => curve.shadowRoot.querySelector("svg.og-plot") as SVGElement;
  expect(svg().getBoundingClientRect().width).toBe(curve.clientWidth);
  expect(deep(curve.shadowRoot, ".og-note")[0]?.textContent).toBe("train fell from 4 to 1, step 0 to 2.");
  await userEvent.click(curve.shadowRoot.querySelector("summary") as Element);
  await settled();
  expect(curve.shadowRoot.querySelector("pre")?.textContent).toBe(lossCurve({ series }).table());
  await page.viewport(360, 800);
  await expect.poll(() => svg().getBoundingClientRect().width).toBe(curve.clientWidth);
  expect(curve.clientWidth).toBeLessThanOrEqual(360);
});

it.each([
  ["the options of lossCurve", JSON.stringify({ series })],
  ["what lossCurve wrote", lossCurve({ series }).json()],
])("<og-curve> reads %s as JSON", async (_, json) => {
  document.body.innerHTML = `<og-curve><script type="application/json">${json}</script></og-curve>`;
  await settled();
  expect(deep(document, ".og-note")[0]?.textContent).toBe("train fell from 4 to 1, step 0 to 2.");
});

it("drawings follow the page's colour scheme, and its own colours", async () => {
  const curve = await show("og-curve", { drawing: lossCurve({ series }) });
  const ground = () => getComputedStyle(curve.shadowRoot.querySelector(".og-ground") as Element).fill;
  expect(ground()).toBe("rgb(255, 255, 255)");
  document.documentElement.style.colorScheme = "dark";
  expect(ground()).toBe("rgb(16, 21, 29)");
  curve.style.setProperty("--og-ground", "rgb(1, 2, 3)");
  expect(ground()).toBe("rgb(1, 2, 3)");
  document.documentElement.style.colorScheme = "";
});

const options = {
  predict: (x: number, y: number) => x - y,
  xRange: [-2, 2],
  yRange: [0, 8],
  points: [
    [-1, 1],
    [1, 0.5],
  ],
  labels: [0, 1],
} as const;

async function boundary() {
  const element = await show("og-boundary", { options });
  const picked: { x: number; y: number }[] = [];
  element.addEventListener("og-pick", (event) => picked.push((event as CustomEvent).detail));
  return { element, picked };
}

it("<og-boundary> says where a click is, in the data's numbers", async () => {
  const { element, picked } = await boundary();
  const frame = element.shadowRoot.querySelector(".og-frame") as SVGElement;
  const svg = element.shadowRoot.querySelector("svg") as SVGElement;
  const [inner, outer] = [frame.getBoundingClientRect(), svg.getBoundingClientRect()];
  const x = inner.left - outer.left + inner.width * 0.75;
  const y = inner.top - outer.top + inner.height * 0.25;
  await userEvent.click(svg, { position: { x, y } });
  expect(picked[0]?.x).toBeCloseTo(1, 1);
  expect(picked[0]?.y).toBeCloseTo(6, 1);
  await userEvent.click(svg, { position: { x: 3, y: 3 } });
  expect(picked).toHaveLength(1);
});

it("<og-boundary> is picked from by keyboard: arrows move a crosshair, Shift faster, Enter picks", async () => {
  const { element, picked } = await boundary();
  await userEvent.tab();
  await userEvent.keyboard("{Enter}{ArrowRight}{ArrowDown}{Enter}{Shift>}{ArrowLeft}{/Shift}{Enter}");
  const near = picked.map(({ x, y }) => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]);
  expect(near).toEqual([
    [0, 4],
    [0.1, 3.8],
    [-0.4, 3.8],
  ]);
  expect(element.shadowRoot.querySelector(".og-cross")?.getAttribute("d")).toMatch(/^M/);
  expect(element.shadowRoot.querySelector("[role=status]")?.textContent).toBe("Picked x −0.4, y 3.8");
});

it("<og-boundary> has the sentence of its drawing and fits a narrow page", async () => {
  await page.viewport(360, 700);
  const { element } = await boundary();
  expect(deep(element.shadowRoot, ".og-note")[0]?.textContent).toBe(
    decisionBoundary(options).text().replace("-2", "−2"),
  );
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});
