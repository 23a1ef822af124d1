import type { Preset } from "./preset.ts";

/** The lecture's four samples, with the answers that the network should learn. */
const samples = [
  { x: ["2", "3", "-1"], y: "1" },
  { x: ["3", "-1", "0.5"], y: "-1" },
  { x: ["0.5", "1", "1"], y: "-1" },
  { x: ["1", "1", "-1"], y: "1" },
];

const places = [1, 2, 3, 4];

/** One neuron's line: `name = tanh(weight * input + ... + bias)`. */
const neuron = (name: string, weight: string, inputs: readonly string[], bias: string) =>
  `${name} = tanh(${inputs.map((input, i) => `${weight}${i + 1}*${input}`).join(" + ")} + ${bias})`;

/** Three inputs, two layers of four neurons (h, k), one output (y), for one sample after the other. */
const lines = samples.flatMap(({ x }, sample) => {
  const own = (name: string) => places.map((i) => `${name}${sample + 1}${i}`);
  const [first, second] = [own("h"), own("k")];
  return [
    ...places.map((i) => neuron(first[i - 1] as string, `w${i}`, x, `b${i}`)),
    ...places.map((i) => neuron(second[i - 1] as string, `v${i}`, first, `c${i}`)),
    neuron(`y${sample + 1}`, "u", second, "d"),
  ];
});
const loss = samples.map(({ y }, i) => `(y${i + 1} - ${y})**2`.replace("- -", "+ ")).join(" + ");

/** The names of the weights, row after row, each row with its bias at the end. */
const names = [
  ...places.flatMap((i) => [`w${i}1`, `w${i}2`, `w${i}3`, `b${i}`]),
  ...places.flatMap((i) => [...places.map((j) => `v${i}${j}`), `c${i}`]),
  ...places.map((i) => `u${i}`),
  "d",
];
/** Random numbers between -1 and 1, once and for all. */
const start =
  "0.24 0.07 -0.27 0.31 0.17 -0.67 0.65 0.82 -0.23 0.58 0.84 -0.78 -0.38 0.98 -0.59 0.64 " +
  "-0.2 -0.87 0.4 -0.3 -0.09 -0.19 0.6 0.6 0.33 -0.47 0.67 0.19 -0.08 0.92 -0.6 0.59 -0.37 0.38 0.83 -0.87 " +
  "0.05 0.24 0.15 -0.91 -0.19";

/** A network of 3, 4, 4 and 1 neurons on the four samples: 41 weights and one loss. */
export const net: Preset = {
  id: "net",
  name: "A network: 41 weights, 4 samples",
  text: [...lines, `loss = ${loss}`].join("\n"),
  leaves: Object.fromEntries(start.split(" ").map((x, i) => [names[i] as string, Number(x)])),
  lesson:
    "One backward pass gives the gradient of the loss for all 41 weights. Go downhill again and again: that is training.",
};
