// What the packages of npm say of themselves, and what a page with one neuron weighs: node bench/compare/measure.mjs [field] [name]
// prints it; --save writes results/peers.json, which the comparison shows.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { installed, installPeers } from "../lib/peers.mjs";

const bench = fileURLToPath(new URL("..", import.meta.url));
const root = join(bench, "..").replace(/\/$/, "");
const modules = join(bench, "node_modules");

/** A page that computes one neuron and its gradient with as little of the library as can be, or trains one where there is no gradient. */
const pages = {
  outgrad: `import { value } from "${root}/packages/engine/dist/index.js";
    const w = value(0.5), b = value(0.1);
    w.mul(2).add(b).tanh().backward();
    document.title = w.grad;`,
  "jax-js": `import { grad, numpy as np } from "@jax-js/jax";
    const g = grad((w) => np.tanh(w.mul(2).add(0.1)))(np.array(0.5));
    document.title = g.js();`,
  "TensorFlow.js": `import "@tensorflow/tfjs-backend-cpu";
    import { add, grad, mul, scalar, tanh } from "@tensorflow/tfjs-core";
    document.title = grad((w) => tanh(add(mul(w, 2), 0.1)))(scalar(0.5)).dataSync()[0];`,
  "js-pytorch": `import { torch } from "js-pytorch";
    const w = torch.tensor([0.5], true);
    torch.add(torch.mul(w, 2), 0.1).backward();
    document.title = w.grad;`,
  "brain.js": `import { NeuralNetwork } from "brain.js";
    const net = new NeuralNetwork({ activation: "tanh", hiddenLayers: [] });
    net.train([{ input: [2], output: [0.5] }]);
    document.title = net.run([2]);`,
  convnetjs: `import convnetjs from "convnetjs";
    const layer = new convnetjs.TanhLayer({ in_sx: 1, in_sy: 1, in_depth: 1 });
    document.title = layer.forward(new convnetjs.Vol(1, 1, 1, 0.5)).w[0];`,
  Penrose: `import * as ad from "@penrose/core/dist/engine/AutodiffFunctions";
    import { genGradient, variable } from "@penrose/core/dist/engine/Autodiff";
    const w = variable(0.5);
    document.title = genGradient([w], [ad.tanh(ad.add(ad.mul(w, 2), 0.1))], []);`,
};

// Not on npm: its engine.ts as JavaScript, an absolute path.
if (process.env.MICROGRAD_TS)
  pages["micrograd-ts"] = `import { Value } from "${process.env.MICROGRAD_TS}";
    const w = new Value(0.5);
    w.mul(2).add(0.1).tanh().backward();
    document.title = w.grad;`;

const packages = {
  "jax-js": "@jax-js/jax",
  "TensorFlow.js": "@tensorflow/tfjs",
  "js-pytorch": "js-pytorch",
  "brain.js": "brain.js",
  convnetjs: "convnetjs",
  Penrose: "@penrose/core",
};

/** The bundle of a page, minified and gzipped, in words. */
async function kilobytes(name) {
  const bundle = await rolldown({
    input: join(bench, "compare/page.js"),
    platform: "browser",
    logLevel: "silent",
    // Modules of Node, which a page leaves out.
    external: [/^(node:)?(fs|module|path|url|util|crypto|os|worker_threads|child_process)$/, "gl"],
    plugins: [
      {
        name: "page",
        resolveId: (id) => (id.endsWith("compare/page.js") ? id : undefined),
        load: (id) => (id.endsWith("compare/page.js") ? pages[name] : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
  await bundle.close();
  const bytes = gzipSync(output.map(({ code = "" }) => code).join("\n"), { level: 9 }).length;
  return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
}

const manifestOf = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));

/** How many packages come along with one, peers that it cannot do without included, each counted once. */
function dependenciesOf(name, seen = new Set()) {
  const { dependencies = {}, peerDependencies = {} } = manifestOf(name);
  for (const each of Object.keys({ ...dependencies, ...peerDependencies })) {
    if (seen.has(each) || !existsSync(join(modules, each, "package.json"))) continue;
    seen.add(each);
    dependenciesOf(each, seen);
  }
  return seen;
}

const functionsIn = (...parts) =>
  String(
    new Set(
      parts.flatMap((part) =>
        Object.entries(part)
          .filter(([name, f]) => typeof f === "function" && /^[a-z]/.test(name))
          .map(([name]) => name),
      ),
    ).size,
  );

/** How many functions there are to compute with, beside classes. */
async function functions(name) {
  const require = createRequire(join(bench, "package.json"));
  globalThis.Float16Array ??= class {};
  const { log, warn } = console;
  Object.assign(console, { log() {}, warn() {} });
  const found = {
    outgrad: async () => {
      const engine = await import("../../packages/engine/dist/index.js");
      const losses = await import("../../packages/losses/dist/index.js");
      const methods = Object.fromEntries(
        Object.getOwnPropertyNames(engine.Tensor.prototype)
          .filter((key) => !["constructor", "grad", "T", "isLeaf", "requiresGrad"].includes(key))
          .map((key) => [key, () => {}]),
      );
      return functionsIn(engine, losses, methods);
    },
    "jax-js": async () => {
      const { lax, nn, numpy, scipySpecial } = await import("@jax-js/jax");
      return functionsIn(lax, lax.linalg, nn, numpy, numpy.linalg, numpy.fft, scipySpecial);
    },
    "TensorFlow.js": () => {
      const tf = require("@tensorflow/tfjs");
      return functionsIn(tf, tf.linalg, tf.losses, tf.image, tf.signal, tf.spectral);
    },
    "js-pytorch": () => functionsIn(require("js-pytorch").torch),
    "brain.js": () => "none: nets",
    convnetjs: () => "none: layers",
    Penrose: async () => functionsIn(await import("@penrose/core/dist/engine/AutodiffFunctions")),
  };
  const count = await found[name]();
  Object.assign(console, { log, warn });
  return count;
}

function typesOf(name) {
  const { types, typings, exports } = manifestOf(name);
  return types || typings || JSON.stringify(exports ?? "").includes(".d.") ? "yes" : "no";
}

async function factsOf(name) {
  if (name === "micrograd-ts") return { kilobytes: await kilobytes(name) };
  const own = { kilobytes: await kilobytes(name), functions: await functions(name) };
  const peer = packages[name];
  if (!peer) return { ...own, dependencies: "1, of its own" };
  return {
    ...own,
    version: installed(peer),
    licence: manifestOf(peer).license,
    types: typesOf(peer),
    dependencies: String(dependenciesOf(peer).size),
  };
}

const [field, who] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
installPeers();
const facts = {};
for (const name of who ? [who] : Object.keys(pages)) facts[name] = await factsOf(name);
console.log(field && who ? facts[who][field] : facts);
if (process.argv.includes("--save"))
  writeFileSync(join(bench, "results/peers.json"), `${JSON.stringify(facts, null, 1)}\n`);
process.exit(0);
