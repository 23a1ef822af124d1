import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rows, Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());
afterEach(async () => expect(await site.leave()).toEqual([]));

const editor = "textarea.editor-text";
const open = async (hash = "") => {
  const page = await site.visit(hash);
  await page.waitForSelector(".og-card");
  return page;
};
const place = (page: Page) => page.textContent(".og-place");
/** Name, value and gradient of each row of the tape. */
const tape = async (page: Page) =>
  (await rows(page, "og-tape")).map(([name, , value, grad]) => `${name} ${value} ${grad}`);
const seedAtEnd = ["a 2 6", "b −3 −4", "c 10 −2", "f −2 4", "e −6 −2", "d 4 −2", "L −8 1"];
const seedDoubled = ["a 2 12", "b −3 −8", "c 10 −4", "f −2 8", "e −6 −2", "d 4 −2", "L −8 1"];
const cards = (page: Page) =>
  page.$$eval(".og-card", (all) => all.map((card) => card.getAttribute("aria-label")));

describe("a fresh playground", () => {
  it("shows the seed graph with the gradients 6, -4, -2, 4 on cards and in the tape", async () => {
    const page = await open();
    expect(await tape(page)).toEqual(seedAtEnd);
    expect(await place(page)).toBe("backward 4 / 4");
    expect(await cards(page)).toEqual(
      expect.arrayContaining(["a, leaf, value 2, gradient 6", "e, a * b, value −6, gradient −2"]),
    );
    expect(await cards(page)).toHaveLength(7);
  });

  it("tells the last step as a sentence in a live region, in symbols and in numbers", async () => {
    const page = await open();
    expect(await page.textContent(".og-sentence[role=status]")).toMatch(
      /^e = a \* b passes its gradient −2 to its inputs, each times the local slope: a gets \(−2\) \* \(−3\) = 6; b gets \(−2\) \* 2 = −4\./,
    );
    expect(await page.locator(".og-formula math").count()).toBe(6);
  });
});

describe("typing", () => {
  it("an expression gives its graph and numbers", async () => {
    const page = await open();
    await page.fill(editor, "y = tanh(w*x)");
    expect(await tape(page)).toEqual(["w 1 0.41997", "x 1 0.41997", "v3 1 0.41997", "y 0.76159 1"]);
    expect(await page.locator(".leaf").count()).toBe(2);
  });

  it("a mistake is underlined and told with a caret; the last good graph stays", async () => {
    const page = await open();
    await page.fill(editor, "e = a * * b");
    expect(await page.textContent("[data-mistake] p")).toBe('Expected a number, a name or "(", found "*".');
    expect(await page.textContent("[data-mistake] pre")).toBe("  e = a * * b\n          ^");
    expect(await page.textContent(".editor-back .error")).toBe("*");
    expect(await page.getAttribute(editor, "aria-invalid")).toBe("true");
    expect(await tape(page)).toEqual(seedAtEnd);
  });

  it("every example is drawn, with a row for every value", async () => {
    const page = await open();
    const ids = await page.$$eval(".examples option", (all) =>
      all.map((each) => (each as HTMLOptionElement).value),
    );
    expect(ids.length).toBeGreaterThan(20);
    for (const id of ids) {
      await page.selectOption(".examples", id);
      expect(await page.locator(".og-card").count()).toBeGreaterThan(0);
      expect(await page.locator("og-tape tbody tr[data-id]").count()).toBeGreaterThan(1);
    }
  });

  it("a NaN is told with its birth, its reason and its reach, and shown where it was born", async () => {
    const page = await open("#play?e=d%3Da-b%0Al%3Dlog(d)%0AL%3Dw*l%2Bc&at=a:1,b:3");
    expect(await page.textContent("[data-trail]")).toContain(
      "NaN was born in l = log(d): d = −2, and a negative number has no real logarithm.",
    );
    await page.click("[data-trail] button");
    expect(await page.getAttribute(".og-card.pointed", "aria-label")).toMatch(/^l, log\(d\)/);
    expect(await page.textContent(".result strong")).toBe("NaN");
  });
});

describe("the story", () => {
  it("goes forward value by value and backward op by op, to the gradients 6, -4, -2, 4", async () => {
    const page = await open();
    await page.click('[aria-label="First step"]');
    expect(await place(page)).toBe("forward 0 / 7");
    expect(await tape(page)).toEqual(["a  ", "b  ", "c  ", "f  ", "e  ", "d  ", "L  "]);
    for (let step = 0; step < 7; step++) await page.click('[aria-label="On"]');
    expect((await tape(page)).at(-1)).toBe("L −8 ");
    for (let step = 0; step < 2; step++) await page.click('[aria-label="On"]');
    expect(await place(page)).toBe("backward 2 / 4");
    expect(await tape(page)).toEqual(["a 2 ", "b −3 ", "c 10 ", "f −2 4", "e −6 ", "d 4 −2", "L −8 1"]);
    for (let step = 0; step < 2; step++) await page.click('[aria-label="On"]');
    expect(await tape(page)).toEqual(seedAtEnd);
  });

  it("is scrubbed, and plays to its end by itself", async () => {
    const page = await open("#play?e=y%3Dx*x");
    await page.locator('[aria-label="Step"]').fill("1");
    expect(await place(page)).toBe("forward 1 / 2");
    await page.click(".og-play");
    await page.waitForSelector(".og-place:text('backward 2 / 2')");
  });

  it("asks for each number first in predict mode, and names the factor that was missed", async () => {
    const page = await open("#play?step=9");
    await page.check("text=Predict each gradient first");
    await page.click('[aria-label="On"]');
    await page.click("button:text('positive')");
    expect(await page.textContent(".og-verdict")).toMatch(/^✗/);
    await page.fill(".og-field input", "-2");
    await page.click(".og-predict [type=submit]");
    expect(await page.textContent(".og-verdict")).toMatch(/^✓/);
    expect(await place(page)).toBe("backward 2 / 4");
    await page.click("button:text('Show me')");
    expect(await place(page)).toBe("backward 3 / 4");
  });

  it("naive recursion sends a gradient that is not finished, and says which leaves end up wrong", async () => {
    const page = await open("#play?e=b%3Da*a%0Ac%3Db%2Bb*a&at=a:2");
    await page.check('input[value="recursive"]');
    await page.waitForFunction(() => location.hash.includes("order=recursive"));
    expect(await page.textContent(".og-sentence")).toContain(
      "The gradients of the leaves are wrong: a ends with",
    );
    await page.check('input[value="topological"]');
    expect((await tape(page))[0]).toBe("a 2 16");
  });

  it("backward() again adds up in the leaves and not between; zeroGrad() clears", async () => {
    const page = await open();
    await page.click("button:text('backward() again')");
    expect(await tape(page)).toEqual(seedDoubled);
    expect(await page.textContent("[data-passes]")).toContain("ran 2 times");
    await page.click("button:text('zeroGrad()')");
    expect((await tape(page)).every((row) => row.endsWith(" "))).toBe(true);
    expect(await page.textContent("[data-passes]")).toBe("All gradients are 0.");
  });
});

it("a leaf's slider and field change everything that depends on it", async () => {
  const page = await open();
  await page.focus('input[type=range][aria-label="a"]');
  await page.keyboard.press("ArrowRight");
  expect((await tape(page))[6]).toBe("L −7.4 1");
  await page.keyboard.press("Shift+ArrowRight");
  expect((await tape(page))[0]).toBe("a 3.1 6");
  await page.fill('input[aria-label="Value of f"]', "5");
  expect((await tape(page))[6]).toBe("L 3.5 1");
});

describe("one node, three views", () => {
  it("the card under the pointer lights up its text and its row", async () => {
    const page = await open();
    await page.hover('.og-card[aria-label^="e,"]');
    expect(await page.textContent(".editor-back .active")).toBe("a * b");
    expect(await page.textContent("og-tape tr.pointed")).toContain("a * b");
  });

  it("so does the row, and so does the text", async () => {
    const page = await open();
    await page.hover("og-tape tr[aria-rowindex='7']");
    expect(await page.getAttribute(".og-card.pointed", "aria-label")).toMatch(/^d, e \+ c/);
    expect(await page.textContent(".editor-back .active")).toBe("e + c");
    await page.hover(editor, { position: { x: 13 + 4.5 * 9, y: 11 + 12 } });
    expect(await page.getAttribute(".og-card.pointed", "aria-label")).toMatch(/^a, leaf/);
  });
});

it("opens as a program that can be copied", async () => {
  const page = await open();
  await page.click("text=Open as code");
  expect(await page.textContent("[data-code]")).toContain("const L = d.mul(f);");
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
});
