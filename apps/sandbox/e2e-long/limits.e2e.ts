import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Site } from "../e2e/site.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site?.close());

const healthy = `
  import { value } from "@outgrad/engine";
  const x = value(3, "x");
  x.mul(x).backward();
  console.log(JSON.stringify([1]), [1, 2].map((n) => n + 1), x.grad);`;

/** The next run knows nothing of the last one. */
async function isHealthy(): Promise<void> {
  expect(await site.run(healthy)).toMatchObject({ ok: true, logs: [{ text: "[1] [ 2, 3 ] 6" }] });
}

describe("code that does not end is stopped, what it logged is kept, and the next run works", () => {
  it.each([
    ["a loop", `console.log("before"); for (;;);`],
    [
      "microtasks",
      `console.log("before"); const again = async () => { for (;;) await null; }; await again();`,
    ],
    ["a promise that nobody keeps", `console.log("before"); await new Promise(() => {});`],
    ["a generator", `console.log("before"); function* on() { for (;;) yield 1; } Math.max(...on());`],
    ["a slow pattern", `console.log("before"); /^(a+)+$/.test("a".repeat(50) + "b");`],
    [
      "a wait",
      `console.log("before"); Atomics.wait(new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer), 0, 0);`,
    ],
  ])("%s", async (_, code) => {
    const outcome = await site.run(code, { seconds: 0.5 });
    // A generator may fill the memory of a list of arguments first.
    expect(outcome).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/^Stopped after 0.5 seconds: |memory|too deep/),
    });
    expect(outcome.logs[0]?.text ?? "before").toBe("before");
    await isHealthy();
  });

  it("the page stays responsive meanwhile", async () => {
    const running = site.run("for (;;);", { seconds: 1 });
    const gaps = await site.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let [last, widest, frames] = [performance.now(), 0, 0];
          const tick = () => {
            const now = performance.now();
            [widest, last] = [Math.max(widest, now - last), now];
            if (++frames < 30) requestAnimationFrame(tick);
            else resolve(widest);
          };
          requestAnimationFrame(tick);
        }),
    );
    expect(gaps).toBeLessThan(1000);
    await running;
  });
});

describe("code that uses up the memory ends in a sentence, and the page lives", () => {
  it.each([
    [
      "strings that double",
      `let s = "abc"; for (;;) s += s;`,
      /^The code asks for more memory than there is/,
    ],
    [
      "buffers",
      `const all = []; for (;;) all.push(new ArrayBuffer(2 ** 32));`,
      /^The code asks for more memory/,
    ],
    [
      "typed arrays",
      `const all = []; for (;;) all.push(new Float64Array(1e7).fill(1));`,
      /^Stopped after|memory/,
    ],
    [
      "lists",
      `const all: unknown[] = []; for (;;) all.push(new Array(1e6).fill(1.5));`,
      /^Stopped after|memory/,
    ],
    ["a Map", `const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });`, /^Stopped after|maximum size/],
    [
      "a chain of Values",
      `import { value } from "@outgrad/engine"; let x = value(1); for (;;) x = x.mul(2);`,
      /^Stopped after/,
    ],
    [
      "deep recursion",
      "const f = (n: number): number => 1 + f(n + 1); f(0);",
      /^Functions call each other too deep/,
    ],
  ])("%s", async (_, code, sentence) => {
    expect(await site.run(code, { seconds: 0.7 })).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(sentence),
    });
    await isHealthy();
  });
});

it("when the browser ends the frame's process the page says so, and the next run works", async () => {
  // The heap of a process is full within seconds; the limit is set so high that the process dies first.
  const bomb = "const all: unknown[] = []; for (;;) all.push(new Array(1e6).fill(1.5));";
  const [died, next] = await site.alone([bomb, { seconds: 100 }], [healthy, {}]);
  expect(died).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/^The browser has ended the sandbox/),
  });
  expect(next).toMatchObject({ ok: true, logs: [{ text: "[1] [ 2, 3 ] 6" }] });
});

describe("what comes back is bounded", () => {
  it("endless logging keeps the first 500 lines, each cut", async () => {
    const { logs, ...outcome } = await site.run(
      `for (let i = 0; i < 1e5; i++) console.log(i, "x".repeat(1e4));`,
    );
    expect(outcome).toMatchObject({ ok: true });
    expect(logs).toHaveLength(501);
    expect(logs[500]).toEqual({ level: "warn", text: "Only the first 500 lines are kept." });
    expect(Math.max(...logs.map(({ text }) => text.length))).toBe(2000);
  });

  it("a graph too large to look at is a note", async () => {
    const outcome = await site.run(`
      import { value } from "@outgrad/engine";
      let y = value(1, "x"); for (let i = 0; i < 30000; i++) y = y.add(1);
      y.backward();`);
    expect(outcome).toMatchObject({
      ok: true,
      graph: null,
      note: expect.stringMatching(/^The graph has more than 20000 values/),
    });
  });

  it("so are results of calls", async () => {
    const huge = await site.call("export const f = () => Array.from({ length: 3e5 }, () => 1)", "f", [[]]);
    expect(huge).toMatchObject({ ok: false, sentence: "The function gave more than 200000 numbers." });
    const deep = await site.call(
      "export const f = () => { let a: any = []; for (let i = 0; i < 99; i++) a = [a]; return a; }",
      "f",
      [[]],
    );
    expect(deep).toMatchObject({
      ok: false,
      sentence: "The function gave lists within lists, more than 12 deep.",
    });
  });

  it("labels of a kilometre, and markup in them, come back as plain text", async () => {
    const outcome = await site.run(`
      import { value } from "@outgrad/engine";
      export default value(1, "<img src=x onerror=alert(1)>" + "x".repeat(1e6));`);
    const label = outcome.ok ? outcome.graph?.nodes[0]?.label : "";
    expect(label).toMatch(/^<img src=x onerror=alert\(1\)>x+…$/);
    expect(label).toHaveLength(200);
  });
});

describe("odd things end in sentences", () => {
  it.each([
    ["throw null;", "The code threw null."],
    ["throw undefined;", "The code threw undefined."],
    ["throw { get message() { throw 1; } };", "The code threw { message: [getter] }."],
    ["throw new Proxy({}, { ownKeys() { throw 1; }, get() { throw 2; } });", /cannot be read/],
    ["throw Object.assign(new Error(), { get message() { return 1; } });", /./],
    ["const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { throw 1; } }); throw e;", /./],
    ["throw new Error('<script>alert(1)</script>');", "<script>alert(1)</script>."],
    ["throw new Error('x'.repeat(1e6));", /^x{1999}…$/],
    ["Promise.reject(new Error('later')); await new Promise(() => {});", /^later\.$|^Stopped after/],
  ])("%s", async (code, sentence) => {
    const outcome = await site.run(code, { seconds: 0.7 });
    expect(outcome).toMatchObject({
      ok: false,
      sentence: typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
    });
    await isHealthy();
  });
});

describe("code that damages its own world damages nobody else's", () => {
  it.each([
    "self.onmessage = () => {}; self.onerror = () => true;",
    "Array.prototype.map = () => { throw 1; }; Array.prototype.push = () => 0;",
    "JSON.stringify = () => '{}'; Object.entries = () => []; Object.keys = () => [];",
    "Object.prototype.kind = 'done'; Object.defineProperty(Object.prototype, 'ok', { get: () => true });",
    "Promise.prototype.then = () => {}; globalThis.Promise = null;",
    "Map.prototype.get = () => 1; Symbol.iterator; Array.prototype[Symbol.iterator] = null;",
    "import { Value } from '@outgrad/engine'; Value.prototype.mul = () => { throw 1; };",
    "Error.prepareStackTrace = (_, frames) => frames.map((f) => f.getFunction()?.arguments); throw new Error('x');",
    "setInterval(() => console.log(1), 0); setTimeout(() => { throw 1; }, 0);",
  ])("%s", async (code) => {
    const outcome = await site.run(code, { seconds: 0.5 });
    expect(typeof outcome.ok).toBe("boolean");
    await isHealthy();
    expect(await site.page.evaluate(() => JSON.stringify([1].map((n) => n + 1)))).toBe("[2]");
  });
});

describe("a run can be stopped", () => {
  it("by its signal, before and while it runs", async () => {
    const outcomes = await site.page.evaluate(async () => {
      const { sandbox } = window as unknown as { sandbox: import("../src/index.ts").Sandbox };
      const before = await sandbox.run("1", { signal: AbortSignal.abort() });
      const control = new AbortController();
      const running = sandbox.run("for (;;);", { seconds: 30, signal: control.signal });
      const waiting = sandbox.run("console.log('after')");
      setTimeout(() => control.abort(), 200);
      return [before, await running, await waiting];
    });
    expect(outcomes).toMatchObject([
      { ok: false, sentence: "Stopped." },
      { ok: false, sentence: "Stopped." },
      { ok: true, logs: [{ text: "after" }] },
    ]);
  });

  it("by closing the sandbox", async () => {
    const outcomes = await site.page.evaluate(async () => {
      const { sandbox } = window as unknown as { sandbox: import("../src/index.ts").Sandbox };
      const running = sandbox.run("for (;;);", { seconds: 30 });
      setTimeout(() => sandbox.close(), 200);
      return [await running, await sandbox.run("console.log('after')")];
    });
    expect(outcomes).toMatchObject([{ ok: false, sentence: "Stopped." }, { ok: true }]);
  });
});
