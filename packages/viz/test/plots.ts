import { sin, tanh } from "@outgrad/ops/intrinsics";
import { activations, errorCurve, histogram, learningRateCurve } from "@outgrad/viz";

const wave = (count: number, pace: number) => Array.from({ length: count }, (_, i) => sin(pace * i * i));

/** An error that falls like the step to this power, and rises below where rounding wins. */
const errors = (power: number) =>
  Array.from({ length: 46 }, (_, i) => {
    const h = Number(`${[1, 5, 2][i % 3]}e${-1 - Math.ceil(i / 3)}`);
    let truncation = h;
    for (let k = 1; k < power; k++) truncation *= h;
    return { h, error: i === 45 && power === 2 ? 0 : truncation + (1e-16 / h) * (1 + sin(i * i)) };
  });

/** Plots that must come out the same to the last byte wherever they are made. */
export const plots = {
  "error-curve.svg": () =>
    errorCurve(
      {
        exact: 1,
        methods: [
          { name: "forward", points: errors(1) },
          { name: "symmetric", points: errors(2) },
        ],
        ridders: { distance: 3e-14 },
      },
      { h: 1e-8 },
    ),
  "histogram.svg": () =>
    histogram({
      title: "Layer 1",
      series: [
        { name: "weights", values: wave(272, 0.9) },
        { name: "gradients", values: [...wave(272, 0.4).map((x) => 0.4 * x * x * x), Number.NaN] },
      ],
    }),
  "activations.svg": () =>
    activations({
      width: 560,
      layers: [
        {
          name: "layer 1, ReLU",
          values: wave(40, 0.3).map((x) => wave(16, x).map((y, unit) => (unit % 5 ? Math.max(0, y) : 0))),
        },
        {
          name: "layer 2, tanh",
          values: wave(40, 0.7).map((x) => wave(60, x).map((y, unit) => (unit % 7 ? tanh(4 * y) : -0.99))),
          low: -1,
          high: 1,
        },
      ],
    }),
  "learning-rate.svg": () =>
    learningRateCurve({ rates: (step) => 0.1 * sin((3 * (step + 1)) / 60), steps: 60, at: 30 }),
};
