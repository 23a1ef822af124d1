import { dot, sum, type Value, value } from "@outgrad/engine";
import { sin } from "@outgrad/ops/intrinsics";

/** Parameters of a small net, labelled as `@outgrad/nn` does, or not at all. */
export interface Net {
  readonly layers: readonly (readonly { readonly w: readonly Value[]; readonly b: Value }[])[];
  readonly parameters: readonly Value[];
  /** The outputs of the last layer; tanh everywhere but there. */
  forward(x: readonly (Value | number)[]): Value[];
}

export function net(sizes: readonly number[], labelled = true): Net {
  let count = 0;
  const parameter = (label: string) => value(sin(++count), labelled ? label : "");
  const layers = sizes.slice(1).map((n, k) =>
    Array.from({ length: n }, (_, j) => ({
      w: Array.from({ length: sizes[k] as number }, (_, i) => parameter(`l${k}.n${j}.w${i}`)),
      b: parameter(`l${k}.n${j}.b`),
    })),
  );
  return {
    layers,
    parameters: layers.flat().flatMap(({ w, b }) => [...w, b]),
    forward(x) {
      let signals = x;
      for (const [k, layer] of layers.entries()) {
        signals = layer.map(({ w, b }) => {
          const total = dot(w, signals).add(b);
          return k === layers.length - 1 ? total : total.tanh();
        });
      }
      return signals as Value[];
    },
  };
}

/** The samples of the lecture, and what is wanted of them. */
export const samples = [
  [2, 3, -1],
  [3, -1, 0.5],
  [0.5, 1, 1],
  [1, 1, -1],
] as const;
const wanted = [1, -1, -1, 1];

/** The sum of squared errors of 3-4-4-1 on the lecture's samples, after backward. */
export function lectureLoss({ forward }: Net, inputs: (x: readonly number[]) => (Value | number)[]): Value {
  const loss = sum(samples.map((x, s) => (forward(inputs(x))[0] as Value).sub(wanted[s] as number).pow(2)));
  loss.label = "loss";
  loss.backward();
  return loss;
}
