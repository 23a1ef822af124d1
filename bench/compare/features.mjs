// What the comparison says, cell by cell: some words, and what shows them. That is a file of this repository, a case of the audit
// ("audit:square"), a command that is run in the repository, or an address. `short` rows stand in the README too.

const at = {
  micrograd: "https://github.com/karpathy/micrograd/blob/c911406",
  "micrograd-ts": "https://github.com/trekhleb/micrograd-ts/blob/41b228f",
  "jax-js": "https://github.com/ekzhang/jax-js/blob/jax/v0.1.23",
  "TensorFlow.js": "https://js.tensorflow.org/api/4.22.0",
  "js-pytorch": "https://github.com/eduardoleao052/js-pytorch/blob/v0.7.2",
  "brain.js": "https://github.com/BrainJS/brain.js/blob/7c9db32d",
  convnetjs: "https://github.com/karpathy/convnetjs/blob/4c3358a",
  Penrose: "https://github.com/penrose/penrose/blob/v3.2.0",
};

/** Where all that a library offers is listed: what is not there it has not. */
const listed = {
  micrograd: `${at.micrograd}/micrograd/engine.py`,
  "micrograd-ts": `${at["micrograd-ts"]}/micrograd/engine.ts`,
  "jax-js": `${at["jax-js"]}/FEATURES.md`,
  "TensorFlow.js": `${at["TensorFlow.js"]}/`,
  "js-pytorch": `${at["js-pytorch"]}/src/index.ts`,
  "brain.js": `${at["brain.js"]}/README.md#table-of-contents`,
  convnetjs: `${at.convnetjs}/Readme.md`,
  Penrose: `${at.Penrose}/packages/core/src/engine/AutodiffFunctions.ts`,
};

export const names = ["outgrad", ...Object.keys(at)];

/** A row; those who are not named say "no" or the like, as the list of what they have shows. */
const row = (feature, cells, short = false, otherwise = "no") => ({
  feature,
  short,
  cells: Object.fromEntries(
    names.map((name) => [name, cells[name] ?? { says: otherwise, shown: listed[name] }]),
  ),
});

const cell = (says, shown) => ({ says, shown });

/** The same words for several. */
const each = (list, says, shown) => Object.fromEntries(list.map((name) => [name, cell(says, shown(name))]));

/** What measure.mjs finds out about the packages as npm has them. */
const measured = "node bench/compare/measure.mjs";
const onNpm = ["jax-js", "TensorFlow.js", "js-pytorch", "brain.js", "convnetjs", "Penrose"];

export const features = (facts) => {
  const fact = (field, outgrad, rest = {}) => ({
    outgrad,
    ...Object.fromEntries(onNpm.map((name) => [name, cell(facts[name][field], measured)])),
    ...rest,
  });
  return [
    row(
      "gradients of any function of yours",
      {
        outgrad: cell("yes", "audit:readme"),
        ...each(["micrograd", "micrograd-ts", "jax-js", "TensorFlow.js"], "yes", () => "audit:readme"),
        "js-pytorch": cell("yes; wrong for powers but 2", "audit:power-3-negative"),
        Penrose: cell("yes, through inner functions", `${at.Penrose}/packages/core/src/engine/Autodiff.ts`),
        "brain.js": cell("nets only", "audit:square"),
        convnetjs: cell("layers only", "audit:square"),
      },
      true,
    ),
    row(
      "single numbers whose graph you can look at",
      {
        outgrad: cell("yes", "packages/engine/test/value.test.ts"),
        ...each(["micrograd", "micrograd-ts"], "yes", (name) => listed[name]),
        "jax-js": cell("as text, of arrays", `${at["jax-js"]}/src/frontend/jaxpr.ts`),
        Penrose: cell("yes", `${at.Penrose}/packages/core/src/engine/Autodiff.ts`),
      },
      true,
    ),
    row(
      "pictures of the graph",
      {
        outgrad: cell("SVG, DOT, tables, custom elements", "packages/viz/test/draw.test.ts"),
        micrograd: cell("Graphviz, in a notebook", `${at.micrograd}/trace_graph.ipynb`),
        "micrograd-ts": cell(
          "in its demo",
          `${at["micrograd-ts"]}/demo/src/components/computation-graph.tsx`,
        ),
        "brain.js": cell("of nets", `${at["brain.js"]}/README.md#tosvg`),
        "TensorFlow.js": cell("of training, by tfjs-vis", "https://js.tensorflow.org/api_vis/1.5.1/"),
      },
      true,
    ),
    row("backward, step by step", { outgrad: cell("yes", "packages/viz/test/steps.test.ts") }, true),
    row(
      "checks of gradients",
      { outgrad: cell("six methods, with error bars", "packages/gradcheck/test/check-gradient.test.ts") },
      true,
    ),
    row("exercises with a grader", {
      outgrad: cell("twenty, TypeScript and Python", "packages/exercises/test/mutation.test.ts"),
    }),
    row(
      "tensors",
      {
        outgrad: cell("yes", "audit:batched-matmul"),
        "jax-js": cell("yes", "audit:batched-matmul"),
        "TensorFlow.js": cell("yes", "audit:broadcast-both"),
        "js-pytorch": cell("yes; few shapes broadcast", "audit:broadcast-both"),
        "brain.js": cell("inside nets", `${at["brain.js"]}/README.md`),
        convnetjs: cell("volumes of three dimensions", `${at.convnetjs}/src/convnet_vol.js`),
      },
      true,
    ),
    row("types of numbers", {
      outgrad: cell("float64, float32", "packages/engine/test/tensor/tensor.test.ts"),
      micrograd: cell("float64", listed.micrograd),
      "micrograd-ts": cell("float64", listed["micrograd-ts"]),
      "jax-js": cell("float64, 32, 16, integers", `${at["jax-js"]}/README.md#feature-comparison`),
      "TensorFlow.js": cell("float32, integers, complex", `${at["TensorFlow.js"]}/#tensor`),
      "js-pytorch": cell("float64", `${at["js-pytorch"]}/src/tensor.ts`),
      "brain.js": cell("float32", `${at["brain.js"]}/src/neural-network.ts`),
      convnetjs: cell("float64", `${at.convnetjs}/src/convnet_util.js`),
      Penrose: cell("float64", `${at.Penrose}/packages/core/src/engine/Autodiff.ts`),
    }),
    row(
      "functions that it exports for computing",
      fact("functions", cell(facts.outgrad.functions, measured), {
        micrograd: cell("7", listed.micrograd),
        "micrograd-ts": cell("8", listed["micrograd-ts"]),
        "brain.js": cell("none: nets", listed["brain.js"]),
        convnetjs: cell("none: layers", listed.convnetjs),
      }),
    ),
    row(
      "second derivatives",
      {
        outgrad: cell("any order", "audit:tanh-thrice"),
        "jax-js": cell("any order", "audit:tanh-thrice"),
        "TensorFlow.js": cell("some are wrong or throw", "audit:exp-sin"),
      },
      true,
    ),
    row("forward mode", {
      outgrad: cell("jvp, hvp", "packages/engine/test/transforms.test.ts"),
      "jax-js": cell("jvp, linearize", `${at["jax-js"]}/src/frontend/jvp.ts`),
    }),
    row(
      "compiles programs",
      {
        outgrad: cell(
          "scalars and tensors, to WebAssembly",
          "packages/engine/test/compile/same-bits.test.ts",
        ),
        "jax-js": cell("tensors: WebAssembly, WebGPU, WebGL", `${at["jax-js"]}/src/frontend/jit.ts`),
        Penrose: cell("scalars, to WebAssembly", `${at.Penrose}/packages/core/src/engine/Autodiff.ts`),
      },
      true,
    ),
    row(
      "GPU",
      {
        outgrad: cell(
          "WebGPU; WebGL 2 by gpu.js. Hardly tried on real ones",
          "packages/gpu/test/backend/create-backend.test.ts",
        ),
        "jax-js": cell("WebGPU and WebGL, in most browsers", `${at["jax-js"]}/README.md#platforms`),
        "TensorFlow.js": cell("WebGL, WebGPU, and CUDA in Node", "https://github.com/tensorflow/tfjs#readme"),
        "js-pytorch": cell("products of matrices, by gpu.js", `${at["js-pytorch"]}/src/tensor.ts`),
        "brain.js": cell("by gpu.js", `${at["brain.js"]}/README.md#neural-network-types`),
      },
      true,
    ),
    row("optimisers", {
      outgrad: cell("eight, and L-BFGS", "packages/nn/test/adam.test.ts"),
      "jax-js": cell("optax, beside it; not on npm", `${at["jax-js"]}/packages/optax/README.md`),
      "TensorFlow.js": cell("seven", `${at["TensorFlow.js"]}/#Training-Optimizers`),
      "js-pytorch": cell("Adam, without its correction", "audit:optimiser-adam"),
      "brain.js": cell("SGD with momentum, Adam", `${at["brain.js"]}/README.md#training-options`),
      convnetjs: cell("six, for its nets", `${at.convnetjs}/src/convnet_trainers.js`),
      Penrose: cell(
        "L-BFGS with constraints",
        `${at.Penrose}/packages/docs-site/docs/ref/optimization-api.md`,
      ),
    }),
    row("ready-made models", {
      "jax-js": cell("demos of language, speech and vision", `${at["jax-js"]}/README.md#examples`),
      "TensorFlow.js": cell(
        "a zoo, and Keras and TensorFlow models",
        "https://github.com/tensorflow/tfjs-models",
      ),
      outgrad: cell("no", "docs/guide/nn.md"),
    }),
    row("ONNX", {
      outgrad: cell("writes, and reads to train on", "tests/interop/onnx/node.test.ts"),
      "jax-js": cell("runs models, partly", `${at["jax-js"]}/packages/onnx/README.md`),
    }),
    row("safetensors", {
      outgrad: cell("reads and writes", "tests/interop/jax-js/safetensors.test.ts"),
      "jax-js": cell("reads", `${at["jax-js"]}/packages/loaders/README.md`),
    }),
    row("PyTorch's state dicts", {
      outgrad: cell("reads and writes", "packages/nn/test/pytorch/trained.test.ts"),
    }),
    row("leaves as code without a library", {
      outgrad: cell("TypeScript, C, Python, GLSL, WGSL", "packages/engine/test/export/same-bits.test.ts"),
      "brain.js": cell("a JavaScript function", `${at["brain.js"]}/README.md#standalone-function`),
    }),
    row(
      "same bits in every browser",
      { outgrad: cell("tested", "tests/long/reproducibility.test.ts") },
      true,
      "not promised",
    ),
    row("answers of the audit: right or another choice, of those it could be asked", auditCells(facts.audit)),
    row(
      "min+gzip of a page with one neuron and its gradient",
      fact("kilobytes", cell(facts.outgrad.kilobytes, measured), {
        micrograd: cell("Python", listed.micrograd),
        "micrograd-ts": cell(
          facts["micrograd-ts"].kilobytes,
          "MICROGRAD_TS=... node bench/compare/measure.mjs",
        ),
      }),
      true,
    ),
    row(
      "packages that it brings along",
      fact("dependencies", cell(facts.outgrad.dependencies, "packages/engine/package.json"), {
        micrograd: cell("0", `${at.micrograd}/setup.py`),
        "micrograd-ts": cell("0", `${at["micrograd-ts"]}/micrograd/engine.ts`),
      }),
    ),
    row(
      "TypeScript types",
      fact("types", cell("yes, shapes too", "packages/engine/test/tensor/shapes.test-d.ts"), {
        micrograd: cell("Python", listed.micrograd),
        "micrograd-ts": cell("yes", listed["micrograd-ts"]),
      }),
    ),
    row(
      "licence",
      fact("licence", cell("MIT", "LICENSE"), {
        micrograd: cell("MIT", `${at.micrograd}/LICENSE`),
        "micrograd-ts": cell("MIT", `${at["micrograd-ts"]}/LICENSE`),
      }),
    ),
    row(
      "version on npm",
      fact("version", cell("none yet", "packages/engine/package.json"), {
        micrograd: cell("0.1.0, on PyPI", `${at.micrograd}/setup.py`),
        "micrograd-ts": cell("not there", "npm view micrograd-ts"),
      }),
    ),
    row("last change of its source, as of November 2026", {
      outgrad: cell("2026-11", "packages/engine/package.json"),
      micrograd: cell("2020-04", at.micrograd.replace("blob", "tree")),
      "micrograd-ts": cell("2023-09", at["micrograd-ts"].replace("blob", "tree")),
      "jax-js": cell("2026-08 or later", "https://github.com/ekzhang/jax-js/commits/main/"),
      "TensorFlow.js": cell("not looked up", "https://github.com/tensorflow/tfjs/commits/master/"),
      "js-pytorch": cell("2024-11", "https://github.com/eduardoleao052/js-pytorch/tree/99c1139"),
      "brain.js": cell("2024-07", at["brain.js"].replace("blob", "tree")),
      convnetjs: cell("2016-11", at.convnetjs.replace("blob", "tree")),
      Penrose: cell("2026-08", "https://github.com/penrose/penrose/tree/a95466fe0"),
    }),
  ];
};

function auditCells(counts) {
  const of = ({ right, choice, wrong, threw, hung }) =>
    `${right + choice} of ${right + choice + wrong + threw + hung}`;
  return Object.fromEntries(
    names.map((name) => [
      name,
      cell(counts[name] ? of(counts[name]) : "not asked", "bench/results/audit.md"),
    ]),
  );
}
