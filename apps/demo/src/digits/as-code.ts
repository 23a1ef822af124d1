import { type Config, splitSeed, trainedPictures } from "./config.ts";

/** A TypeScript program that trains as the screen does, and reads the picture on it. */
export function asCode(config: Config, ink: Uint8Array, target: number): string {
  const { epochs, batch, seed } = config;
  const { layers, names } = networks[config.net](config.dropout);
  const { rule, options } = optimisers[config.optimiser];
  const imported = [rule, "CosineAnnealingLR", "fit", ...names].sort((a, b) => a.localeCompare(b, "en"));
  return `import { split } from "@outgrad/datasets";
import { digits } from "@outgrad/datasets/digits";
import { gradients, noGrad, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { crossEntropy, softmax } from "@outgrad/losses";
import { ${imported.join(", ")} } from "@outgrad/nn";

// Pictures of 8 by 8 pixels with ink from 0 to 1, and the digits that they show.
const { images, labels } = digits();
const pictures = tensor(
  Float32Array.from(images, (ink) => ink / 16),
  { shape: [labels.length, 1, 8, 8] },
);
const classes = tensor(Float32Array.from(labels));
const { train, test } = split({ labels, train: ${trainedPictures}, seed: ${splitSeed} });

// The stream that draws the first weights, the order of the pictures and what drops out.
const stream = random(${seed});
const options = { random: stream, dtype: "float32" } as const;
const net = new Sequential(
${layers.map((layer) => `  new ${layer},`).join("\n")}
);
const optimizer = new ${rule}(net.parameters(), { lr: ${config.lr}${options} });

await fit({
  data: [pictures.indexSelect(0, train), classes.indexSelect(0, train)],
  loss: (x, y) => crossEntropy(net.forward(x), y),
  optimizer,
  model: net,
  epochs: ${epochs},
  batchSize: ${batch},
  random: stream,
  schedule: new CosineAnnealingLR(optimizer, { tMax: ${epochs} }),
  onEpoch: ({ epoch, metrics }) => console.log(\`epoch \${epoch + 1}: loss \${metrics.loss}\`),
});

net.eval();
const said = noGrad(() => net.forward(pictures.indexSelect(0, test)).argmax(1));
const known = classes.indexSelect(0, test).to("float64");
console.log("test accuracy", said.eq(known).mean().item());

// The picture on the screen, its ink from 0 to 16.
const picture = tensor(
  Float32Array.of(
${rowsOf(ink)}
  ).map((ink) => ink / 16),
  { shape: [1, 1, 8, 8], requiresGrad: true },
);
const logits = net.forward(picture);
console.log("probabilities", softmax(logits).toArray());

// Less ink where this is positive and more where it is negative makes a ${target} likelier.
const [gradient] = gradients(crossEntropy(logits, [${target}]), [picture]);
console.log("gradient", gradient?.toArray());
`;
}

const optimisers: Record<Config["optimiser"], { readonly rule: string; readonly options: string }> = {
  adamw: { rule: "AdamW", options: "" },
  adam: { rule: "Adam", options: "" },
  momentum: { rule: "SGD", options: ", momentum: 0.9" },
  sgd: { rule: "SGD", options: "" },
};

const networks = {
  mlp: (dropout: number) => ({
    names: ["Dropout", "Flatten", "Linear", "ReLU", "Sequential"],
    layers: [
      "Flatten()",
      "Linear(64, 128, options)",
      "ReLU()",
      `Dropout(${dropout}, { random: stream })`,
      "Linear(128, 64, options)",
      "ReLU()",
      "Linear(64, 10, options)",
    ],
  }),
  conv: (dropout: number) => ({
    names: ["Conv2d", "Dropout", "Flatten", "Linear", "MaxPool2d", "ReLU", "Sequential"],
    layers: [
      "Conv2d(1, 16, 3, { padding: 1, ...options })",
      "ReLU()",
      "MaxPool2d(2)",
      "Conv2d(16, 32, 3, { padding: 1, ...options })",
      "ReLU()",
      "MaxPool2d(2)",
      "Flatten()",
      `Dropout(${dropout}, { random: stream })`,
      "Linear(128, 10, options)",
    ],
  }),
};

/** The ink of a picture, a line of the program for each row of pixels. */
function rowsOf(ink: Uint8Array): string {
  const row = (i: number) =>
    `    ${Array.from(ink.subarray(8 * i, 8 * i + 8), (level) => `${level},`).join(" ")}`;
  return Array.from({ length: 8 }, (_, i) => row(i)).join("\n");
}
