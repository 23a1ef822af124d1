/// <reference lib="dom" />
import { draw, steps } from "@outgrad/viz";
import { beforeEach, expect, it } from "vitest";
import { hostileLabels, tameLike } from "../test/hostile-labels.js";
import { labelledGraph, labelledMarkup, labelledPlots } from "../test/labelled.js";
import { expectHarmless, forgetHarm, harmDone, shapeOf } from "./harmless.js";

beforeEach(forgetHarm);

it.each(Object.entries(labelledMarkup))(
  "%s, put into a page, takes no harm from any label",
  async (_, markup) => {
    await expectHarmless((label, into) => {
      into.innerHTML = markup(label);
    });
  },
);

it("a page that is nothing but a drawing runs no script of a label and asks for nothing", async () => {
  const body = (label: string) =>
    Object.values(labelledMarkup)
      .map((markup) => markup(label))
      .join("");
  const tame = new Map<string, string[]>();
  for (const [name, label] of Object.entries(hostileLabels)) {
    const like = tameLike(label);
    if (!tame.has(like)) tame.set(like, await page(body(like)));
    expect(await page(body(label)), name).toEqual(tame.get(like));
  }
  expect(await harmDone()).toEqual([]);
});

it("a drawing as a document of its own has the elements of any other, and an image of it asks for nothing", async () => {
  for (const [renderer, markup] of Object.entries(labelledMarkup)) {
    if (renderer.endsWith("mathml")) continue;
    const parse = (label: string) => new DOMParser().parseFromString(markup(label), "image/svg+xml");
    for (const [name, label] of Object.entries(hostileLabels)) {
      expect(shapeOf(parse(label)), `${renderer}, ${name}`).toEqual(shapeOf(parse(tameLike(label))));
    }
  }
  const image = new Image();
  image.src = URL.createObjectURL(
    new Blob([draw(labelledGraph(hostileLabels.image as string)).svg()], { type: "image/svg+xml" }),
  );
  await image.decode();
  expect(image.naturalWidth).toBeGreaterThan(100);
  expect(await harmDone()).toEqual([]);
});

it("text, tables, JSON, DOT and TeX stay text where they are put as text", async () => {
  await expectHarmless((label, into) => {
    const drawing = draw(labelledGraph(label));
    const texts = [drawing, ...Object.values(labelledPlots).map((plot) => plot(label))].flatMap((each) => [
      each.text(),
      each.table(),
      each.json(),
    ]);
    const formulas = steps(labelledGraph(label)).map(({ statement }) => statement.tex);
    for (const text of [...texts, ...formulas, drawing.dot()]) {
      into.appendChild(document.createElement("pre")).textContent = text;
    }
  });
});

it("harm is seen where it is done: a label that is not escaped changes the page, asks and runs", async () => {
  const label = hostileLabels.image as string;
  await expect(
    expectHarmless((each, into) => {
      into.innerHTML = `<p>${each}</p>`;
    }),
  ).rejects.toThrow();
  const found = await page(`<p>${label}</p>`);
  expect(found).toContainEqual(expect.stringMatching(/^https:\/\/hostile\.invalid/));
  await expect.poll(harmDone).toContain("a script of a label");
});

/** The shape of a document that has this as its body, scripts allowed, once it has loaded, and what it asked for. */
async function page(body: string): Promise<string[]> {
  const frame = document.createElement("iframe");
  const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
  // A page of a label calls what this page offers.
  frame.srcdoc = `<!DOCTYPE html><script>globalThis.hostile = () => parent.hostile()</script>${body}`;
  document.body.append(frame);
  await loaded;
  const shape = shapeOf((frame.contentDocument as Document).documentElement);
  const requests = frame.contentWindow?.performance.getEntriesByType("resource") ?? [];
  frame.remove();
  return [...shape, ...requests.map(({ name }) => name)];
}
