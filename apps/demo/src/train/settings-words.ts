import type { Activation, DataName, Init, Loss, Optimiser, ScheduleName } from "./config.ts";

type Texts<T extends string> = readonly (readonly [T, string])[];

export const dataTexts: Texts<DataName> = [
  ["moons", "Two moons"],
  ["circles", "Two circles"],
  ["spiral", "Spiral"],
  ["xor", "XOR"],
  ["blobs", "Two blobs"],
  ["lecture", "The lecture's 4 samples"],
  ["own", "Own points: draw or paste"],
];

export const activationTexts: Texts<Activation> = [
  ["relu", "ReLU"],
  ["tanh", "tanh"],
  ["sigmoid", "sigmoid"],
  ["leakyRelu", "leaky ReLU"],
  ["softplus", "softplus"],
  ["linear", "linear (none)"],
];

export const optimiserTexts: Texts<Optimiser> = [
  ["sgd", "SGD"],
  ["momentum", "SGD with momentum 0.9"],
  ["nesterov", "SGD, Nesterov momentum 0.9"],
  ["adam", "Adam"],
  ["adamw", "AdamW"],
  ["rmsprop", "RMSprop"],
  ["adagrad", "Adagrad"],
];

export const lossTexts: Texts<Loss> = [
  ["maxMargin", "Max-margin (hinge)"],
  ["mse", "Mean squared error"],
  ["bce", "Binary cross-entropy"],
  ["crossEntropy", "Softmax, two scores"],
];

export const initTexts: Texts<Init> = [
  ["scaled", "Scaled to the inputs"],
  ["uniform", "Uniform, −1 to 1"],
  ["normal", "Normal, deviation 1"],
  ["small", "Small, deviation 0.01"],
];

export const scheduleTexts: Texts<ScheduleName> = [
  ["constant", "Constant"],
  ["step", "Steps: a tenth, twice"],
  ["cosine", "Cosine down to 0"],
  ["oneCycle", "One cycle: up and down"],
];
