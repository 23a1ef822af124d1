import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "../src/build/pages.mjs";
import { Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

describe.each(Object.keys(pages))(
  "what the frame of %s may do, were code to break out of its worker",
  (name) => {
    const attack = (code: string, where: "frame" | "worker") => site.attack(name, code, where);

    it.each([
      ["read the clipboard", "await navigator.clipboard.readText()"],
      ["write the clipboard", `await navigator.clipboard.writeText("x")`],
      ["use a camera", "await navigator.mediaDevices.getUserMedia({ video: true })"],
      [
        "ask where it is",
        "await new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, (e) => no(e.message)))",
      ],
      ["keep cookies", `document.cookie = "x=1"`],
      ["share storage", "await navigator.storage.getDirectory()"],
      ["ask for the whole screen", "await document.body.requestFullscreen()"],
      [
        "see another frame's document",
        "parent.frames[0].document.body.innerHTML + parent.frames[1].document.title",
      ],
    ])("it may not %s", async (_, code) => {
      expect(await attack(code, "frame")).toMatch(/^refused: /);
    });

    it("it opens no dialog and downloads nothing", async () => {
      await attack("alert(1); confirm(1); prompt(1);", "frame");
      const download = `const a = document.createElement("a"); a.href = "data:text/plain,x"; a.download = "x.txt";`;
      await attack(`${download} document.body.append(a); a.click();`, "frame");
      await site.page.waitForTimeout(300);
      expect(site.leaks).toEqual([]);
    });

    it("a worker of its worker is under the same policy", async () => {
      const inner = `fetch("URL?inner").then(() => "got it", (e) => "refused: " + e).then((x) => postMessage(x));`;
      const outer = `
      const w = new Worker(URL_.createObjectURL(new Blob([${JSON.stringify(inner)}])));
      return await new Promise((yes, no) => { w.onmessage = ({ data }) => yes(data); w.onerror = (e) => no(e.message); });`;
      const found = await attack(outer.replace("URL_", 'globalThis["U" + "RL"]'), "worker");
      expect(found).toMatch(/^(got )?refused: /);
      expect(site.leaks).toEqual([]);
    });

    it("the page does not listen to what it posts beside its port", async () => {
      const running = site.run(`await new Promise((done) => setTimeout(done, 700)); console.log("mine");`);
      const forged = `{ kind: "done", id: 1, outcome: { ok: false, sentence: "forged" } }`;
      for (let i = 0; i < 3; i++)
        await attack(`parent.postMessage(${forged}, "*"); top.postMessage(${forged}, "*");`, "frame");
      expect(await running).toMatchObject({ ok: true, logs: [{ text: "mine" }] });
    });
  },
);

it.each([
  ["sandbox.html", /^got 2$/],
  ["grader.html", /^got 2$/],
  ["grader-python.html", /^refused: EvalError/],
])("text is evaluated in the worker of %s only where it is what runs", async (name, answer) => {
  expect(await site.attack(name, `return (0, eval)("1 + 1")`, "worker")).toMatch(answer);
  expect(await site.attack(name, `return new Function("return 1 + 1")()`, "worker")).toMatch(answer);
});
