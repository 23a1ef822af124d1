import { activationOf, type Config, type DataName, type Init, type Loss } from "../config.ts";
import { sizesOf } from "../net/sizes.ts";
import { optimiserOf, scheduleOf } from "../recipe.ts";
import { makeTask } from "../task.ts";
import { entries } from "./options.ts";

/**
 * A TypeScript program that trains as a run does: the same samples, first weights, order of samples, and losses. Of the
 * bug "overwriteGrad" it has nothing: the packages add gradients up.
 */
export function asProgram(config: Config): string {
  const { loss, batch, epochs, seed, l1, bug } = config;
  const { train, test } = makeTask(config);
  const judged = test.length > 0 ? ["train", "test"] : ["train"];
  const exam = judged.at(-1);
  const optimiser = optimiserOf(config);
  const schedule = scheduleOf(config, epochs * Math.ceil(train.length / batch));
  const data = dataOf(config);
  const net = netOf(config);
  const { name, sum } = losses[loss];
  const needsRandom = bug !== "noShuffle" || net.text.includes("random(") || config.init !== "scaled";
  const made = [...net.names, optimiser.name, ...(schedule ? [schedule.name] : [])].sort();
  const imported = [
    ...(data.names.length > 0 ? [`import { ${data.names.join(", ")} } from "@outgrad/datasets";`] : []),
    `import { noGrad, ${net.types}type Value } from "@outgrad/engine";`,
    ...(needsRandom ? [`import { random } from "@outgrad/engine/random";`] : []),
    `import { ${name} } from "@outgrad/losses";`,
    `import { ${made.join(", ")} } from "@outgrad/nn";`,
  ];
  const learned = bug === "missingBias" ? `.filter(({ label }) => !label.endsWith(".b"))` : "";
  const outputs = sizesOf(config).at(-1);
  const score = outputs === 2 ? "scores[1]!.data - scores[0]!.data" : "scores[0]!.data";
  const update = [
    bug === "forgetZeroGrad" ? "// Forgotten: optimizer.zeroGrad();" : "optimizer.zeroGrad();",
    "lossOf(batch).div(batch.length).backward();",
    ...(l1 > 0 ? [`for (const p of parameters) p.grad += ${l1} * Math.sign(p.data);`] : []),
    "optimizer.step();",
    ...(schedule ? ["schedule.step();"] : []),
  ];
  return `${imported.join("\n")}

${data.text}

${net.text}
${first(config)}const parameters = net.parameters()${learned};
const optimizer = new ${optimiser.name}(parameters, { ${entries(optimiser.options)} });
${schedule ? `const schedule = new ${schedule.name}(optimizer, { ${entries(schedule.options)} });\n` : ""}
// The sum of the losses of some samples, by their indices.
function lossOf(samples: readonly number[]): Value {
  const scores = samples.map((i) => net.forward(points[i]!));
  const classes = samples.map((i) => labels[i]!);
  return ${sum};
}

const meanLoss = (samples: readonly number[]) => noGrad(() => lossOf(samples).data / samples.length);

function measure(epoch: number): void {
  console.log("epoch", epoch, ${judged.map((name) => `"${name} loss", meanLoss(${name})`).join(", ")});
}

measure(0);
${bug === "noShuffle" ? "" : `const order = random("order ${seed}");\n`}for (let epoch = 1; epoch <= ${epochs}; epoch++) {
  const samples = ${bug === "noShuffle" ? "train.toSorted((a, b) => labels[a]! - labels[b]!)" : "order.shuffle(train)"};
  for (let start = 0; start < samples.length; start += ${batch}) {
    const batch = samples.slice(start, start + ${batch});
${update.map((line) => `    ${line}`).join("\n")}
  }
  measure(epoch);
}

// The class that the network gives to a point: 1 where this is above 0.
function score(point: readonly number[]): number {
  const scores = noGrad(() => net.forward(point));
  return ${score};
}

const right = ${exam}.filter((i) => score(points[i]!) > 0 === (labels[i] === 1));
console.log("${exam} accuracy", right.length / ${exam}.length);
`;
}

/** The lines that make the samples, and what they import. */
function dataOf(config: Config): { readonly names: readonly string[]; readonly text: string } {
  const { data, n, noise, dataSeed } = config;
  const { inputs, labels, train, test } = makeTask(config);
  const about =
    "// Points and their classes, 0 or 1: the indices of those that train and of those that test.\n";
  if (data === "lecture" || data === "own") {
    const lists = { points: inputs, labels, train, test };
    const lines = Object.entries(lists).map(([name, list]) => `const ${name} = ${written(list)};`);
    return { names: [], text: about + lines.join("\n") };
  }
  return {
    names: [data, "split"],
    text: `${about}const { points, labels } = ${data}({ n: ${n}, noise: ${noise}, seed: ${dataSeed}${more[data] ?? ""} });
const { train, test } = split({ labels, train: ${train.length}, seed: ${dataSeed} });`,
  };
}

const more: Partial<Record<DataName, string>> = { blobs: ", classes: 2" };

const written = (list: readonly (number | readonly number[])[]): string =>
  Array.isArray(list[0])
    ? `[\n${list.map((row) => `  ${written(row as readonly number[])},`).join("\n")}\n]`
    : `[${list.join(", ")}]`;

/** The lines that make the network, and what they import: an MLP, or layers where the activations differ. */
function netOf(config: Config): {
  readonly names: readonly string[];
  readonly types: string;
  readonly text: string;
} {
  const [inputs, ...sizes] = sizesOf(config);
  const activations = config.layers.map((_, k) => activationOf(config, k));
  if (new Set(activations).size <= 1) {
    const options = `{ activation: "${activations[0] ?? "linear"}", seed: ${config.seed} }`;
    const text = `const net = new MLP(${inputs}, [${sizes.join(", ")}], ${options});`;
    return { names: ["MLP"], types: "", text };
  }
  const lines = sizes.map(
    (units, k) =>
      `  new Layer(${sizes[k - 1] ?? inputs}, ${units}, { activation: "${activations[k] ?? "linear"}", random: stream, name: "l${k}." }),`,
  );
  return {
    names: ["Layer"],
    types: "type Scalar, ",
    text: `const stream = random(${config.seed});
const layers = [
${lines.join("\n")}
];
const net = {
  layers,
  forward: (point: readonly Scalar[]) =>
    layers.reduce((signals, layer) => layer.forward(signals), point) as Value[],
  parameters: () => layers.flatMap((layer) => layer.parameters()),
};`,
  };
}

/** The lines that set first weights other than those of the packages. */
function first({ init, seed, bug }: Config): string {
  const [start, draw] =
    bug === "zeroInit" ? ["", "0"] : [`const first = random("init ${seed}");\n`, draws[init]];
  if (draw === null) return "";
  const biases = init === "uniform" && bug !== "zeroInit";
  return `${start}for (const { weights, bias } of net.layers.flatMap(({ neurons }) => neurons)) {
  for (const weight of weights) weight.data = ${draw};
  bias.data = ${biases ? draw : "0"};
}
`;
}

const draws: Record<Init, string | null> = {
  scaled: null,
  uniform: "first.uniform(-1, 1)",
  normal: "first.normal(0, 1)",
  small: "first.normal(0, 0.01)",
};

const ofSigns = "classes.map((label) => 2 * label - 1)";

/** The function of the losses package, and the sum of the samples' losses by it. */
const losses: Record<Loss, { readonly name: string; readonly sum: string }> = {
  maxMargin: { name: "maxMargin", sum: `maxMargin(scores, ${ofSigns}, { reduction: "sum" })` },
  mse: { name: "mse", sum: `mse(scores, ${ofSigns}, { reduction: "sum" })` },
  bce: { name: "bceWithLogits", sum: `bceWithLogits(scores, classes, { reduction: "sum" })` },
  crossEntropy: { name: "crossEntropy", sum: `crossEntropy(scores, classes, { reduction: "sum" })` },
};
