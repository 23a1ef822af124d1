/// <reference lib="dom" />
import { draw, steps } from "@outgrad/viz";
import { expect, it } from "vitest";
import { seedGraph } from "../test/nodes.js";
import { digest, pictures } from "../test/pictures.js";
import { wantedDigest } from "../test/wanted-digest.js";

it("pictures have the same bytes in Chromium as in Node", async () => {
  expect(await digest()).toBe(wantedDigest);
});

it.each(Object.keys(pictures).filter((name) => name.endsWith(".svg")))(
  "Chromium parses %s as XML",
  (name) => {
    const document = new DOMParser().parseFromString(pictures[name]?.() ?? "", "image/svg+xml");
    expect(document.querySelector("parsererror")).toBeNull();
    expect(document.documentElement.localName).toBe("svg");
  },
);

it("the texts of a card fit inside it, in the font that this browser has", () => {
  document.body.innerHTML = draw(seedGraph()).svg();
  const cards = [...document.querySelectorAll(".og-card")];
  expect(cards).toHaveLength(7);
  for (const card of cards) {
    const box = card.querySelector("rect")?.getBoundingClientRect() as DOMRect;
    for (const text of card.querySelectorAll("text")) {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      expect(left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom).toBe(true);
      expect(Number.parseFloat(getComputedStyle(text).fontSize)).toBeGreaterThanOrEqual(12);
    }
  }
});

it("a page replaces colours by custom properties", () => {
  document.body.innerHTML = `<div style="--og-data: rgb(1, 2, 3)">${draw(seedGraph()).svg()}</div>`;
  const data = document.querySelector(".og-data") as Element;
  expect(getComputedStyle(data).fill).toBe("rgb(1, 2, 3)");
});

it("Chromium draws the steps' formulas as fractions", () => {
  const [step] = steps(seedGraph());
  document.body.innerHTML = step?.contributions[0]?.formula.symbols.mathml ?? "";
  const fraction = document.querySelector("mfrac") as Element;
  expect(fraction.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
  const [above, below] = [...fraction.children].map((part) => part.getBoundingClientRect().top);
  expect(above).toBeLessThan(below as number);
});

it("png() says in a page what to do there", async () => {
  await expect(draw(seedGraph()).png()).rejects.toThrow("in a page, load svg() into an Image");
});
