import { random } from "@outgrad/engine/random";
import { describe, test } from "vitest";
import type { Case } from "./cases/case.js";
import { convolutions, maxima } from "./cases/conv.js";
import { runSteps } from "./evaluate.js";
import { expectClose, onCpu, stepsOf, titleOf } from "./oracle.js";

const draw = random("windows");
const between = (low: number, high: number): number => low + draw.integer(high - low + 1);
const pair = (low: number, high: number): readonly [number, number] => [
  between(low, high),
  between(low, high),
];

function check(cases: readonly Case[]): void {
  for (const each of cases) {
    const wanted = onCpu(each);
    const found = runSteps(stepsOf(each, wanted.shape), each.inputs);
    expectClose(found, wanted.numbers, each.tolerance, `${each.name} ${titleOf(each)}`);
  }
}

describe("windows that lie in any way", () => {
  test("conv2d and its gradients give what the CPU does", () => {
    for (let i = 0; i < 60; i++) {
      const groups = between(1, 3);
      const [kernel, dilation] = [pair(1, 3), pair(1, 3)];
      const size = (dim: 0 | 1): number => dilation[dim] * (kernel[dim] - 1) + between(1, 6);
      const [channels, results] = [groups * between(1, 3), groups * between(1, 3)];
      const lie = { stride: pair(1, 4), padding: pair(0, 3), dilation, groups };
      check(convolutions(between(1, 3), channels, results, [size(0), size(1)], kernel, lie));
    }
  });

  test("maxPool2d and its gradients give what the CPU does", () => {
    for (let i = 0; i < 60; i++) {
      const [kernel, stride, dilation, input] = [pair(1, 4), pair(1, 3), pair(1, 3), pair(4, 9)];
      const padding = [between(0, kernel[0] >> 1), between(0, kernel[1] >> 1)] as const;
      const output = ([0, 1] as const).map((dim) => {
        const room = input[dim] + 2 * padding[dim] - dilation[dim] * (kernel[dim] - 1) - 1;
        // Rounded down or up, as with ceilMode.
        return Math.max(1, Math.floor(room / stride[dim]) + 1 + (i % 2));
      });
      check(
        maxima([2, 1], input, kernel, {
          stride,
          padding,
          dilation,
          output: [output[0] as number, output[1] as number],
        }),
      );
    }
  });
});
