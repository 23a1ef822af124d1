import { tensor } from "@outgrad/engine";
import { type Random, type RandomState, random } from "@outgrad/engine/random";

/** A Tensor whose methods are called with anything. */
export type AnyTensor = Record<string, (...args: unknown[]) => unknown>;

/** A call that must fail, with the sentence. `x` is [2, 3], `v` is [4], `s` a single number; all require gradients. */
export type ErrorRow = readonly [
  call: string,
  f: (x: AnyTensor, v: AnyTensor, s: AnyTensor) => unknown,
  why: string | RegExp,
];

const leaves: AnyLeaf[] = [];
const streams: [stream: Random, state: RandomState][] = [];
type AnyLeaf = ReturnType<typeof tensor>;

/** A leaf of 1, 2, 3, ... that has a gradient, and must have the same numbers and gradient afterwards. */
export function leaf(shape: readonly number[]): AnyLeaf {
  const size = shape.reduce((a, b) => a * b, 1);
  const made = tensor(
    Array.from({ length: size }, (_, i) => i + 1),
    { shape, requiresGrad: true },
  ) as AnyLeaf;
  made.mul(2).sum().backward();
  leaves.push(made);
  return made;
}

/** Random numbers of which none may be drawn. */
export function stream(): Random {
  const made = random(leaves.length);
  streams.push([made, made.state]);
  return made;
}

/** Forgets what was made so far. */
export function forget(): void {
  leaves.length = 0;
  streams.length = 0;
}

/** What has changed of what was made, in words. */
export function changes(): string[] {
  return [
    ...leaves.flatMap((made, k) => [
      ...(made.data.every((x, i) => x === i + 1) ? [] : [`the numbers of leaf ${k}`]),
      ...(made.grad?.data.every((g) => g === 2) ? [] : [`the gradient of leaf ${k}`]),
      ...(made.requiresGrad ? [] : [`requiresGrad of leaf ${k}`]),
    ]),
    ...streams.flatMap(([made, state], k) =>
      String(made.state) === String(state) ? [] : [`random stream ${k}`],
    ),
  ];
}
