/// <reference lib="dom" />
import { beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { chain, seedGraph } from "../test/nodes.js";
import { deep, focused, settled, show } from "./page.js";

beforeEach(() => page.viewport(1200, 800));

const texts = (tape: Element) =>
  deep<HTMLTableRowElement>(tape.shadowRoot as ShadowRoot, "tbody tr[data-id]").map((row) =>
    [...row.cells].map(({ textContent }) => textContent),
  );

it("<og-tape> has a row for every value: its name, what it was computed as, its value, its gradient", async () => {
  const tape = await show("og-tape", { graph: seedGraph() });
  expect(texts(tape)).toEqual([
    ["a", "leaf", "2", "6"],
    ["b", "leaf", "−3", "−4"],
    ["c", "leaf", "10", "−2"],
    ["e", "a * b", "−6", "−2"],
    ["d", "e + c", "4", "−2"],
    ["f", "leaf", "−2", "4"],
    ["L", "d * f", "−8", "1"],
  ]);
  const heads = deep(tape.shadowRoot, "thead th").map(({ textContent }) => textContent);
  expect(heads).toEqual(["Name", "Computed as", "Value", "Gradient"]);
});

it("<og-tape position=9> marks who sends and who receives, and says what is still to come", async () => {
  const tape = await show("og-tape", { graph: seedGraph(), position: 9 });
  expect(deep(tape.shadowRoot, "[aria-current='step']").map(({ dataset }) => dataset.id)).toEqual(["7"]);
  expect(deep(tape.shadowRoot, ".og-receives").map(({ dataset }) => dataset.id)).toEqual(["5", "6"]);
  expect(texts(tape).map(([, , , grad]) => grad)).toEqual(["", "", "", "", "−2", "4", "1"]);
  tape.position = 3;
  await settled();
  expect(texts(tape).map(([, , value]) => value)).toEqual(["2", "−3", "10", "", "", "", ""]);
});

it("<og-tape passes=2> shows the double accumulation in leaves alone", async () => {
  const tape = await show("og-tape", { graph: seedGraph(), passes: 2 });
  expect(texts(tape).map(([, , , grad]) => grad)).toEqual(["12", "−8", "−4", "−2", "−2", "8", "1"]);
});

it("rows are walked by keyboard, and pointing at one is told", async () => {
  const tape = await show("og-tape", { graph: seedGraph() });
  const pointed: unknown[] = [];
  tape.addEventListener("og-point", (event) => pointed.push((event as CustomEvent).detail.id));
  await userEvent.tab();
  for (const key of ["{ArrowDown}", "{ArrowDown}", "{ArrowUp}", "{End}", "{Home}"])
    await userEvent.keyboard(key);
  const walked = pointed.filter((id) => id !== null).filter((id, i, all) => id !== all[i - 1]);
  expect(walked).toEqual([1, 2, 3, 2, 7, 1]);
  expect(focused()?.textContent).toContain("a");
  tape.pointed = 5;
  await settled();
  expect(deep(tape.shadowRoot, ".pointed").map(({ dataset }) => dataset.id)).toEqual(["5"]);
});

it("the row of the current value is in view from the start", async () => {
  const tape = await show("og-tape", { graph: chain(100), position: 90 });
  const box = deep(tape.shadowRoot, ".og-scroll")[0]?.getBoundingClientRect() as DOMRect;
  const row = deep(tape.shadowRoot, ".og-current")[0]?.getBoundingClientRect() as DOMRect;
  expect([row.top >= box.top, row.bottom <= box.bottom + 1]).toEqual([true, true]);
});

it("of 5,000 rows those in view exist, and the keyboard reaches the last", async () => {
  const tape = await show("og-tape", { graph: chain(5000), position: 0 });
  const table = deep(tape.shadowRoot, "table")[0];
  expect(table?.getAttribute("aria-rowcount")).toBe("5001");
  expect(texts(tape).length).toBeLessThan(150);
  tape.position = 2500;
  await settled();
  expect(deep(tape.shadowRoot, "[aria-current='step']")[0]?.getAttribute("aria-rowindex")).toBe("2501");
  const [row] = deep(tape.shadowRoot, "tr[tabindex='0']");
  row?.focus();
  await userEvent.keyboard("{End}");
  expect(focused()?.getAttribute("aria-rowindex")).toBe("5001");
  const box = deep(tape.shadowRoot, ".og-scroll")[0]?.getBoundingClientRect() as DOMRect;
  const last = focused()?.getBoundingClientRect() as DOMRect;
  expect([last.top >= box.top, last.bottom <= box.bottom + 1]).toEqual([true, true]);
});
