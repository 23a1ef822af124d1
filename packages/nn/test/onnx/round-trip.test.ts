import { gradients, randn, type Tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import * as nn from "../../src/index.js";
import { exportOnnx, importOnnx } from "../../src/onnx/index.js";
import { catalogue } from "../layers/catalogue/index.js";

/** What forward gives, or the first of it. */
class First extends nn.Module<Tensor> {
  readonly layer: nn.Module<Tensor>;

  constructor(layer: nn.Module<Tensor>) {
    super();
    this.layer = layer;
  }

  forward(x: Tensor): Tensor {
    const y: unknown = (this.layer as nn.TensorModule).forward(x);
    return (Array.isArray(y) ? y[0] : y) as Tensor;
  }
}

/** Those that are other ops in the file: a formula instead of its fused kernel, a mean by a sum. */
const otherBits = new Set(
  "Linear SELU GELU SiLU Mish RMSNorm GroupNorm RNNCell RNN GRUCell GRU LSTMCell LSTM".split(" "),
);

describe.each(Object.keys(catalogue))("%s", (name) => {
  const { make, shapes } = catalogue[name] as (typeof catalogue)[string];

  it("importOnnx(exportOnnx(layer)) gives the same outputs and gradients", () => {
    for (const [i, [shape]] of shapes.entries()) {
      const layer = new First(make({ dtype: "float32", seed: 1 })).eval() as First;
      // The first shape has a batch; a recurrent layer's first axis is time, over which it loops.
      const isFixed = i > 0 || /^(RNN|GRU|LSTM)$/.test(name);
      const x = randn([...shape], random(1), { dtype: "float32" });
      const copy = importOnnx(exportOnnx(layer, x, { dynamicBatch: !isFixed }));
      expect(
        copy
          .namedParameters()
          .map(([key]) => key)
          .sort(),
      ).toEqual(
        layer
          .namedParameters()
          .map(([key]) => key)
          .sort(),
      );
      const [expected, found] = [layer.forward(x), copy.forward(x)];
      expect(found.shape).toEqual(expected.shape);
      close(found, expected);
      if (!otherBits.has(name)) expect(found.data).toEqual(expected.data);
      x.requiresGrad = true;
      const by = (model: First | typeof copy): (Tensor | null)[] => {
        const parameters = Object.fromEntries(model.namedParameters());
        const leaves = [
          x,
          ...Object.keys(parameters)
            .sort()
            .map((key) => parameters[key] as Tensor),
        ];
        return gradients(model.forward(x).square().sum(), leaves);
      };
      by(layer).forEach((gradient, i) => {
        const other = by(copy)[i];
        expect(other === null).toBe(gradient === null);
        if (gradient && other) close(other, gradient);
      });
    }
  });
});

function close(found: Tensor, expected: Tensor): void {
  const scale = Math.max(1, ...expected.data.map(Math.abs));
  const worst = Math.max(...expected.data.map((x, i) => Math.abs(x - (found.data[i] as number))));
  expect(worst / scale).toBeLessThan(2e-6);
}
