import { exerciseOf, solutionOf } from "@outgrad/exercises/track";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Site } from "../e2e/site.ts";
import { attacks, pythonAttacks } from "./attacks.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

const exercise = exerciseOf("add-mul");
if (!exercise) throw new Error("The track has no exercise add-mul.");
const right = { typescript: solutionOf(exercise, "typescript"), python: solutionOf(exercise, "python") };

const aimed = (code: string) =>
  code.replaceAll("URL", `${site.url}leak`).replaceAll("WS", `${site.url.replace("http", "ws")}leak`);

describe("a learner's TypeScript", () => {
  it.each(attacks)("finds no %s", async (_, code) => {
    // Nothing in a text is waited for.
    const outcome = await site.check(
      "add-mul",
      "typescript",
      aimed(code.replaceAll("await ", "")) + right.typescript,
    );
    expect(outcome).toMatchObject({ ok: true, report: { passed: false, findings: [{ code: "throws" }] } });
  });

  it.each([
    ["import()", `import("URL?import");`],
    ["import() behind eval", `eval("import('URL?eval')");`],
    ["import() behind Function", `new Function("return import('URL?function')")();`],
    ["a later moment", `setTimeout(() => eval("import('URL?later')"), 0);`],
  ])("loads nothing by %s", async (_, code) => {
    expect(await site.check("add-mul", "typescript", aimed(code) + right.typescript)).toMatchObject({
      ok: true,
    });
  });

  it("loads nothing by import", async () => {
    const outcome = await site.check(
      "add-mul",
      "typescript",
      aimed(`import "URL?import";`) + right.typescript,
    );
    expect(outcome).toMatchObject({ ok: true, report: { passed: false } });
  });

  it("has only the language and a few names beside it", async () => {
    const outcome = await site.check(
      "add-mul",
      "typescript",
      `const names = new Set<string>();
      for (let o = self as object; o && o !== Object.prototype; o = Object.getPrototypeOf(o)) {
        for (const name of Object.getOwnPropertyNames(o)) names.add(name);
      }
      console.log([...names].filter((name) => !/Error|Array|Map|Set|^[A-Z]\\w+$/.test(name)).sort().join(" "));
      ${right.typescript}`,
    );
    expect(outcome.logs[0]?.text).toBe(
      "atob btoa clearInterval clearTimeout console constructor decodeURI decodeURIComponent encodeURI " +
        "encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt performance queueMicrotask self " +
        "setInterval setTimeout structuredClone undefined unescape",
    );
  });

  it("that posts an answer of its own, or overwrites the language, is an outcome all the same", async () => {
    for (const code of [
      "self.onmessage = () => {}; Object.freeze(Object.prototype);",
      "Array.prototype.map = () => { throw 1; }; Array.prototype.push = () => 0;",
      "JSON.stringify = () => '{}'; Object.entries = () => []; Map.prototype.get = () => 1;",
      "Object.defineProperty(Object.prototype, 'passed', { get: () => true });",
      "Promise.prototype.then = () => {}; globalThis.Promise = null;",
    ]) {
      const outcome = await site.check("add-mul", "typescript", code + right.typescript, { seconds: 1 });
      expect(typeof outcome.ok).toBe("boolean");
    }
    expect(await site.check("add-mul", "typescript", right.typescript)).toMatchObject({
      report: { passed: true },
    });
  });
});

describe("a learner's Python", () => {
  it.each(pythonAttacks)("finds no %s", async (_, code) => {
    const outcome = await site.check("add-mul", "python", `${aimed(code)}\n${right.python}`);
    expect(outcome).toMatchObject({ ok: true, report: { passed: false, findings: [{ code: "throws" }] } });
  });

  it("has nothing of the worker in the module js, if there is one", async () => {
    const outcome = await site.check(
      "add-mul",
      "python",
      `try:
  import js
  print([name for name in ("fetch", "eval", "Function", "postMessage", "self", "constructor") if hasattr(js, name)])
except ImportError:
  print([])
${right.python}`,
    );
    expect(outcome).toMatchObject({ ok: true, report: { passed: true }, logs: [{ text: "[]" }] });
  });
});

it("nobody has been asked for anything by all that", async () => {
  await site.page.waitForTimeout(500);
  expect(site.leaks).toEqual([]);
});
