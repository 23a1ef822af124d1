import { random } from "@outgrad/engine/random";
import { opOf } from "@outgrad/ops";
import { type Activation, activationOf, type Config, type Loss } from "../config.ts";
import { sizesOf } from "../net/sizes.ts";
import { makeNetwork } from "../network.ts";
import { optimiserOf, scheduleOf } from "../recipe.ts";
import { makeTask } from "../task.ts";
import { keywords } from "./options.ts";
import { pythonRandom } from "./python-random.ts";
import { layersOf } from "./weights.ts";

/**
 * A PyTorch script that trains as a run does, in float64: the samples and the first weights stand in it, and it draws
 * the order of the samples from the same stream. Of the bug "overwriteGrad" it has nothing: PyTorch adds gradients up.
 */
export function asPytorch(config: Config): string {
  const { layers, loss, batch, epochs, seed, l1, bug } = config;
  const { inputs, labels, train, test } = makeTask(config);
  const judged = test.length > 0 ? ["train", "test"] : ["train"];
  const exam = judged.at(-1);
  const optimiser = optimiserOf(config);
  const schedule = scheduleOf(config, epochs * Math.ceil(train.length / batch));
  const weights = makeNetwork(config).weights.map(({ data }) => data);
  const sizes = sizesOf(config);
  const modules = sizes.slice(1).flatMap((size, k) => {
    const linear = `nn.Linear(${sizes[k]}, ${size})`;
    return k < layers.length ? [linear, modulesOf[activationOf(config, k)]] : [linear];
  });
  const parameters =
    bug === "missingBias" ? "[p for p in net.parameters() if p.dim() == 2]" : "net.parameters()";
  const update = [
    bug === "forgetZeroGrad" ? "# Forgotten: optimizer.zero_grad()" : "optimizer.zero_grad()",
    "(loss_of(batch) / len(batch)).backward()",
    ...(l1 > 0
      ? ['for p in optimizer.param_groups[0]["params"]:', `    p.grad += ${l1} * torch.sign(p.detach())`]
      : []),
    "optimizer.step()",
    ...(schedule ? ["schedule.step()"] : []),
  ];
  const [scores, score] =
    sizes.at(-1) === 2
      ? ["net(points[samples])", "scores[:, 1] - scores[:, 0]"]
      : ["net(points[samples])[:, 0]", "scores"];
  return `# Trains as outgrad's train lab does: the same samples, first weights, order of samples and losses.
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

# Points and their classes, 0 or 1: the indices of those that train and of those that test.
points = torch.tensor(${rows(inputs, "")})
labels = torch.tensor(${list(labels)})
train = ${list(train)}
test = ${list(test)}

net = nn.Sequential(
${modules.map((module) => `    ${module},`).join("\n")}
)
first = [
${layersOf({ config, weights })
  .map(({ weights, biases }) => `    ${rows(weights, "    ")},\n    ${list(biases)},`)
  .join("\n")}
]
with torch.no_grad():
    for parameter, numbers in zip(net.parameters(), first):
        parameter.copy_(torch.tensor(numbers))
optimizer = torch.optim.${optimiser.name}(${parameters}, ${keywords(optimiser.options)})
${schedule ? `schedule = torch.optim.lr_scheduler.${schedule.name}(optimizer, ${keywords(schedule.options)})\n` : ""}

# The scores of some samples, by their indices.
def scores_of(samples):
    return ${scores}


# The sum of their losses.
def loss_of(samples):
    scores = scores_of(samples)
    return ${losses[loss]}


def mean_loss(samples):
    with torch.no_grad():
        return loss_of(samples).item() / len(samples)


def measure(epoch):
    print("epoch", epoch, ${judged.map((name) => `"${name} loss", mean_loss(${name})`).join(", ")})


${pythonRandom}

measure(0)
order = Random(${list(random(`order ${seed}`).state)})
for epoch in range(1, ${epochs + 1}):
    samples = ${bug === "noShuffle" ? "sorted(train, key=lambda i: labels[i].item())" : "order.shuffle(train)"}
    for start in range(0, len(samples), ${batch}):
        batch = samples[start : start + ${batch}]
${update.map((line) => `        ${line}`).join("\n")}
    measure(epoch)

with torch.no_grad():
    scores = scores_of(${exam})
    right = ((${score} > 0) == (labels[${exam}] == 1)).sum().item()
print("${exam} accuracy", right / len(${exam}))
`;
}

const modulesOf: Record<Activation, string> = {
  relu: "nn.ReLU()",
  tanh: "nn.Tanh()",
  sigmoid: "nn.Sigmoid()",
  leakyRelu: `nn.LeakyReLU(${opOf("leakyRelu").params.slope})`,
  softplus: "nn.Softplus(threshold=40)",
  linear: "nn.Identity()",
};

const losses: Record<Loss, string> = {
  maxMargin: "F.relu(1 - (2 * labels[samples] - 1) * scores).sum()",
  mse: `F.mse_loss(scores, 2.0 * labels[samples] - 1, reduction="sum")`,
  bce: `F.binary_cross_entropy_with_logits(scores, labels[samples].double(), reduction="sum")`,
  crossEntropy: `F.cross_entropy(scores, labels[samples], reduction="sum")`,
};

const list = (numbers: readonly number[]): string => `[${numbers.join(", ")}]`;

const rows = (lists: readonly (readonly number[])[], indent: string): string =>
  `[\n${lists.map((row) => `${indent}    ${list(row)},`).join("\n")}\n${indent}]`;
