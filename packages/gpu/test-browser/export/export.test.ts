import { expression, sum, type Value, value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import { gpuLanguages } from "./run-exported.ts";

const stream = random(4);
const rowsOf = (size: number) =>
  Array.from({ length: 100 }, () => Array.from({ length: size }, () => stream.uniform(-2, 2)));

describe.each(gpuLanguages)("$name", (language) => {
  it("computes an expression and its gradient", async () => {
    const f = expression("d = a * b + 2 / c; d ** 2 - relu(a) * tanh(b + 3)");
    const ofList = (x: Value[]) => f({ a: x[0] as Value, b: x[1] as Value, c: x[2] as Value });
    expect(await language.mistakes(ofList, rowsOf(3), 1e-4)).toEqual([]);
  });

  it("computes a net with its weights inside, and the gradient for its inputs", async () => {
    const layers = [4, 6, 5, 1]
      .slice(1)
      .map((width, l) =>
        Array.from({ length: width }, () =>
          Array.from({ length: ([4, 6, 5][l] as number) + 1 }, () => value(stream.normal())),
        ),
      );
    const net = (x: Value[]) =>
      layers.reduce<Value[]>(
        (signals, layer) =>
          layer.map((w) => sum([...signals.map((s, i) => s.mul(w[i] as Value)), w.at(-1) as Value]).tanh()),
        x,
      )[0] as Value;
    expect(await language.mistakes(net, rowsOf(4), 1e-4)).toEqual([]);
  });

  it("has infinite and NaN constants, and none that a compiler refuses", async () => {
    const w = [value(0), value(3e38), value(Number.POSITIVE_INFINITY)];
    const f = (x: Value[]) =>
      sum([
        (w[0] as Value).div(w[1] as Value),
        (x[0] as Value).min(w[2] as Value),
        (x[0] as Value).min(Infinity),
      ]).max((x[0] as Value).mul(0).div(5).sub(1e30));
    expect(await language.mistakes(f, rowsOf(1), 1e-6)).toEqual([]);
  });
});
