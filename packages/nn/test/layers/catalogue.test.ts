import type { Tensor } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";
import { sharedStream } from "../../src/layers/shared-stream.js";
import { numbers } from "./catalogue/entry.js";
import { catalogue } from "./catalogue/index.js";

/** What forward gives, or the first of it. */
const result = (module: nn.Module<Tensor>, x: Tensor): Tensor => {
  const y: unknown = (module as nn.TensorModule).forward(x);
  return (Array.isArray(y) ? y[0] : y) as Tensor;
};

/** Those that take numbers alone. */
const withoutOptions = Object.keys(catalogue).filter(
  (name) =>
    /^(AdaptiveAvgPool2d|Flatten|Identity|Softmax|LogSoftmax)$/.test(name) ||
    catalogue[name]?.make() instanceof nn.Elementwise,
);

const layers = Object.entries(nn).flatMap(([name, found]) =>
  "prototype" in found && found.prototype instanceof nn.Module ? [name] : [],
);

test("every layer is in the catalogue, or tested by itself", () => {
  const own = ["Neuron", "Layer", "MLP", "Sequential", "Embedding", "MultiheadAttention", "Elementwise"];
  const names = layers.filter((name) => !own.includes(name));
  expect(Object.keys(catalogue).sort()).toEqual(names.sort());
});

describe.each(Object.keys(catalogue))("%s", (name) => {
  const { make, state, shapes, shown, errors } = catalogue[name] as (typeof catalogue)[string];

  test("has PyTorch's names and shapes", () => {
    const found = Object.entries(make().stateDict()).map(([key, { shape }]) => [key, shape]);
    expect(Object.fromEntries(found)).toEqual(state);
    expect(found.map(([key]) => key)).toEqual(Object.keys(state));
  });

  test("forward(x) gives the shape that is due", () => {
    for (const [x, y] of shapes) expect(result(make(), numbers(x)).shape).toEqual(y);
  });

  test("gradients reach x and all parameters", () => {
    const module = make();
    const x = numbers((shapes[0] as (typeof shapes)[number])[0]);
    x.requiresGrad = true;
    result(module, x)
      .mul(numbers(result(module, x).shape))
      .sum()
      .backward();
    for (const p of [x, ...module.parameters()]) {
      expect(p.grad?.shape, p.label).toEqual(p.shape);
      expect(p.grad?.data.every(Number.isFinite)).toBe(true);
    }
    module.zeroGrad();
    expect(module.parameters().every(({ grad }) => grad === null)).toBe(true);
  });

  test("a seed fixes its first weights, and float32 rounds them", () => {
    const weights = (options: nn.LayerOptions) => make(options).parameters();
    const [a, b, single] = [
      weights({ seed: 5 }),
      weights({ seed: 5 }),
      weights({ seed: 5, dtype: "float32" }),
    ];
    a.forEach((p, i) => {
      expect(b[i]?.data).toEqual(p.data);
      expect(single[i]?.data).toEqual(Float32Array.from(p.data));
      expect(p.requiresGrad).toBe(true);
    });
  });

  test("prints itself", () => {
    expect(String(make())).toBe(shown);
  });

  test("refuses what does not fit, in a sentence that names it, and nothing has changed", () => {
    expect(errors.length).toBeGreaterThanOrEqual(2);
    for (const [call, sentence] of errors) {
      const before = sharedStream.state;
      expect(call, sentence).toThrow(sentence);
      expect(sentence.startsWith(name), sentence).toBe(true);
      // A constructor that fails draws nothing.
      if (sentence.startsWith(`${name}:`)) expect(sharedStream.state, sentence).toEqual(before);
    }
  });

  test("refuses an option that nobody reads", () => {
    if (withoutOptions.includes(name)) return;
    const sentence = `${name}: there is no option "colour".`;
    if (errors.some(([, own]) => own === sentence)) return;
    expect(() => make({ colour: 1 } as never)).toThrow(sentence);
  });

  test("refuses what is no Tensor and draws nothing for it", () => {
    const module = make();
    const before = [sharedStream.state, module.stateDict()];
    for (const bad of [undefined, null, 1, [[1, 2, 3]]]) {
      expect(() => result(module, bad as never)).toThrow(`${name}.forward: expected a Tensor of shape [`);
    }
    expect([sharedStream.state, module.stateDict()]).toEqual(before);
  });
});
