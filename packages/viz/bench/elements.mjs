// How long <og-graph>, <og-tape> and <og-stepper> block a page: builds one with the package's dist, as a user's
// bundler would, and measures in Chromium. Usage: node bench/elements.mjs (after a build of ops, engine and viz).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { launchOptions } from "../../../tools/browser.mjs";

const page = `
import "@outgrad/viz/elements";
import { trace } from "@outgrad/viz";
import { value } from "@outgrad/engine";
import { MLP } from "@outgrad/nn";

/** A sum of products, as many values as asked for. */
const sum = (count, x) => {
  let at = value(x, "x0");
  for (let i = 1; 4 * i < count; i++) at = at.mul(value(1 / i, "w" + i)).add(value(i, "b" + i)).tanh();
  at.backward();
  return trace(at);
};
const net = (x) => {
  const [out] = new MLP(2, [16, 16, 1], { seed: 1 }).forward([x, 0.5]);
  out.backward();
  return trace(out);
};
const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" });

/** The longest task while something is done and painted, and how long until the frame after it. */
window.measure = async (what) => {
  tasks.length = 0;
  const start = performance.now();
  await what();
  await frame();
  const painted = performance.now() - start;
  await new Promise((done) => setTimeout(done, 300));
  return { longest: Math.round(Math.max(0, ...tasks)), painted: Math.round(painted) };
};
const ready = async (graph) => {
  while (!graph.shadowRoot.querySelector("svg.og-graph, canvas")) await frame();
};
window.prepare = (name, make) => {
  const element = document.createElement(name);
  document.body.replaceChildren(element);
  const graph = name === "og-stepper" ? element.shadowRoot.querySelector("og-graph") : element;
  const isTape = name === "og-tape";
  const [first, second] = [make(0.5), make(0.6)];
  let at = 0;
  window.phases = {
    open: () => measure(async () => {
      element.graph = first;
      await element.updated;
      if (!isTape) await ready(graph);
    }),
    position: () => measure(async () => {
      at = (at + 7) % 10;
      element.position = Math.floor((element.story.last * at) / 10);
      await element.updated;
    }),
    numbers: () => measure(async () => {
      element.graph = second;
      await element.updated;
    }),
  };
};
window.makers = { sum, net };
`;

const folder = mkdtempSync(join(tmpdir(), "outgrad-bench-"));
const here = fileURLToPath(new URL("..", import.meta.url));
try {
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><body><script type="module" src="./page.js"></script>',
  );
  writeFileSync(join(folder, "page.js"), page);
  const alias = ["viz", "engine", "nn", "ops"].map((name) => ({
    find: new RegExp(`^@outgrad/${name}$`),
    replacement: join(here, `../${name}/dist/index.js`),
  }));
  alias.unshift({ find: "@outgrad/viz/elements", replacement: join(here, "dist/elements/index.js") });
  const outDir = join(folder, "dist");
  const config = { root: folder, configFile: false, logLevel: "error", resolve: { alias } };
  await build({ ...config, build: { outDir, target: "es2022" } });
  const server = await preview({ ...config, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const browser = await chromium.launch(launchOptions());
  const tab = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  tab.on("pageerror", (error) => console.error(error.message));
  await tab.goto(server.resolvedUrls.local[0]);
  await tab.waitForFunction(() => window.makers);
  const cases = [
    ["og-graph", "sum", 100],
    ["og-graph", "sum", 1000],
    ["og-graph", "sum", 5000],
    ["og-graph", "net", 0],
    ["og-tape", "sum", 5000],
    ["og-stepper", "sum", 100],
    ["og-stepper", "sum", 5000],
  ];
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  /** What the page's own thread has worked so far: other programs of the machine do not count. */
  const worked = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  console.log("milliseconds: longest task / until the frame after it is painted / work of the page's thread");
  for (const [element, kind, count] of cases) {
    await tab.evaluate(
      ([element, kind, count]) =>
        window.prepare(element, (x) => (kind === "sum" ? window.makers.sum(count, x) : window.makers.net(x))),
      [element, kind, count],
    );
    const cells = [];
    for (const phase of ["open", "position", "numbers"]) {
      const before = await worked();
      const { longest, painted } = await tab.evaluate((phase) => window.phases[phase](), phase);
      cells.push(`${phase} ${longest} / ${painted} / ${Math.round((await worked()) - before)}`);
    }
    console.log(
      `${element.padEnd(11)} ${kind === "net" ? "MLP 2-16-16-1" : `${count} values`}  ${cells.join("   ")}`,
    );
  }
  await browser.close();
  await server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
