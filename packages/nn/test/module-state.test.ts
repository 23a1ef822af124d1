import { noGrad, ones, type Tensor, tensor, type Value, value, zeros } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as nn from "../src/index.js";
import { numbers } from "./layers/catalogue/entry.js";

class Net extends nn.Module<Tensor> {
  readonly first = new nn.Linear(2, 3, { seed: 1 });
  readonly layers = [
    new nn.BatchNorm1d(3),
    { lastOne: new nn.Linear(3, 1, { seed: 2, bias: false }) },
  ] as const;
}

const numbersOf = (module: nn.Module) =>
  Object.entries(module.stateDict()).map(([name, { data }]) => [name, Array.from(data, Number)]);

describe("stateDict()", () => {
  test("has parameters and buffers by dotted names, as copies", () => {
    const net = new Net();
    const state = net.stateDict();
    expect(Object.keys(state)).toEqual([
      "first.weight",
      "first.bias",
      "layers.0.weight",
      "layers.0.bias",
      "layers.0.running_mean",
      "layers.0.running_var",
      "layers.0.num_batches_tracked",
      "layers.1.lastOne.weight",
    ]);
    expect(net.namedBuffers().map(([name]) => name)).toEqual(Object.keys(state).slice(4, 7));
    expect(net.parameters()).toHaveLength(5);
    (state["first.bias"] as { data: Float64Array }).data[0] = 99;
    expect(net.first.bias?.toArray()).not.toContain(99);
    expect(state["layers.0.num_batches_tracked"]).toEqual({
      dtype: "F64",
      shape: [],
      data: Float64Array.of(0),
    });
  });

  test("goes through a safetensors file and a checkpoint, every bit", () => {
    const [net, other, third] = [new Net(), new Net(), new Net()];
    net.first.bias?.data.set([Number.NaN, -0, 5e-324]);
    net.layers[0].forward(numbers([2, 3]));
    const { tensors } = nn.readSafetensors(nn.writeSafetensors(net.stateDict()));
    other.loadStateDict(tensors);
    expect(numbersOf(other)).toEqual(numbersOf(net));
    nn.loadCheckpoint(nn.saveCheckpoint({ net }), { net: third });
    expect(numbersOf(third)).toEqual(numbersOf(net));
    expect(Object.is(third.first.bias?.data[1], -0)).toBe(true);
  });

  test("of a net of Values has a single number for each", () => {
    const [mlp, other] = [new nn.MLP(2, [2, 1], { seed: 1 }), new nn.MLP(2, [2, 1], { seed: 2 })];
    const state = mlp.stateDict();
    expect(Object.keys(state).slice(0, 3)).toEqual([
      "layers.0.neurons.0.weights.0",
      "layers.0.neurons.0.weights.1",
      "layers.0.neurons.0.bias",
    ]);
    other.loadStateDict(state);
    expect(other.parameters().map((p) => p.data)).toEqual(mlp.parameters().map((p) => p.data));
  });

  test("a field named __proto__ in the state is only a name", () => {
    expect(Object.getPrototypeOf(new Net().stateDict())).toBeNull();
    const state = JSON.parse('{"__proto__": {"dtype": "F64", "shape": [], "data": [1]}}');
    expect(() => new nn.Tanh().loadStateDict(state)).toThrow(
      'unexpected are "__proto__". Nothing was changed.',
    );
  });
});

describe("loadStateDict(state)", () => {
  test("keeps the parameters the same objects, so that an optimiser goes on with them", () => {
    const net = new nn.Linear(1, 1, { seed: 1 });
    const optimizer = new nn.SGD(net.parameters(), { lr: 1 });
    net.loadStateDict(new nn.Linear(1, 1, { seed: 2 }).stateDict());
    const before = net.weight.item();
    net
      .forward(tensor([3]))
      .sum()
      .backward();
    optimizer.step();
    expect(net.weight.item()).toBe(before - 3);
  });

  test("rounds to float32, widens halves and takes integers", () => {
    const single = new nn.Linear(1, 3, { dtype: "float32", bias: false });
    single.loadStateDict({ weight: { dtype: "F64", shape: [3, 1], data: Float64Array.of(0.1, 1e300, -0) } });
    expect(single.weight.data).toEqual(Float32Array.of(0.1, Infinity, -0));
    single.loadStateDict({ weight: { dtype: "F16", shape: [3, 1], data: Float32Array.of(1, 2, 3) } });
    expect(single.weight.data).toEqual(Float32Array.of(1, 2, 3));
    single.loadStateDict({ weight: { dtype: "I64", shape: [3, 1], data: BigInt64Array.of(4n, -5n, 6n) } });
    expect(single.weight.data).toEqual(Float32Array.of(4, -5, 6));
  });

  test("names all that is wrong in one error, and changes nothing", () => {
    const net = new Net();
    const before = numbersOf(net);
    const { "first.bias": _, ...state } = new Net().stateDict();
    const wrong = {
      ...state,
      "first.scale": state["first.weight"],
      "first.weight": state["layers.0.weight"],
    };
    expect(() => net.loadStateDict(wrong as nn.StateDict)).toThrow(
      'Net.loadStateDict: "first.weight" has the shape [3, 2], but [3] was given; missing are "first.bias"; unexpected ' +
        'are "first.scale". Nothing was changed.',
    );
    expect(numbersOf(net)).toEqual(before);
  });

  test("with strict: false tells what is missing and unexpected, and loads the rest; shapes must fit all the same", () => {
    const net = new nn.Linear(2, 1, { seed: 1 });
    const weight = { dtype: "F64", shape: [1, 2], data: Float64Array.of(7, 8) } as const;
    expect(net.loadStateDict({ weight, more: weight }, { strict: false })).toEqual({
      missing: ["bias"],
      unexpected: ["more"],
    });
    expect(net.weight.toArray()).toEqual([[7, 8]]);
    expect(() => net.loadStateDict({ bias: weight }, { strict: false })).toThrow(
      'Linear.loadStateDict: "bias" has the shape [1], but [1, 2] was given. Nothing was changed.',
    );
  });

  test("of many names only the first are listed", () => {
    expect(() => new nn.TransformerBlock(4, 2).loadStateDict({})).toThrow(
      '"linear2.weight", "linear2.bias" and 4 more',
    );
  });

  test.each<[unknown, string]>([
    [null, "Linear.loadStateDict: expected an object with tensors by name, got null."],
    [new Map(), "Linear.loadStateDict: expected an object with tensors by name, got [object Map]."],
    [{ weight: [1] }, 'Linear.loadStateDict: "weight" is no stored tensor: expected a dtype such as "F64"'],
    [
      { weight: { dtype: "F64", shape: [1, 1], data: new Float64Array(2) } },
      'Linear.loadStateDict: "weight" is no stored tensor',
    ],
  ])("refuses %o", (state, sentence) => {
    expect(() => new nn.Linear(1, 1).loadStateDict(state as nn.StateDict)).toThrow(sentence);
  });
});

describe("what is shared", () => {
  class Tied extends nn.Module<Tensor> {
    readonly encoder = new nn.Linear(2, 3, { seed: 1, bias: false });
    readonly decoder = { weight: this.encoder.weight };
    readonly again = this.encoder;
  }

  test("T031 is one parameter under its first name, and its gradient the sum of both uses", () => {
    const tied = new Tied();
    expect(tied.namedParameters()).toEqual([["encoder.weight", tied.encoder.weight]]);
    expect(Object.keys(tied.stateDict())).toEqual(["encoder.weight"]);
    const x = tensor([1, 2]);
    tied.encoder.forward(x).sum().add(tied.decoder.weight.sum()).backward();
    expect(tied.encoder.weight.grad?.toArray()).toEqual([
      [2, 3],
      [2, 3],
      [2, 3],
    ]);
    expect(() => new nn.SGD(tied.parameters(), { lr: 1 })).not.toThrow();
  });

  test("a state dict may have it under all its names, as PyTorch's do, if the numbers are the same", () => {
    const weight = new Tied().stateDict()["encoder.weight"] as nn.StoredTensor;
    const tied = new Tied();
    tied.encoder.weight.data = new Float64Array(6);
    tied.loadStateDict({ "encoder.weight": weight, "decoder.weight": weight, "again.weight": weight });
    expect(tied.encoder.weight.data).toEqual(weight.data);
    tied.loadStateDict({ "decoder.weight": weight });
    const other = { ...weight, data: new Float64Array(6) } as nn.StoredTensor;
    expect(() => tied.loadStateDict({ "encoder.weight": weight, "decoder.weight": other })).toThrow(
      'Tied.loadStateDict: "encoder.weight" and "decoder.weight" are one parameter, but they differ. Nothing was changed.',
    );
  });

  test("two parameters must not have one name", () => {
    class Twice extends nn.Module<Value> {
      aB = value(1);
      a_b = value(2);
    }
    expect(() => new Twice().stateDict()).toThrow(
      'Module: two parameters have the name "a_b"; rename a field.',
    );
  });
});

describe("what is a parameter", () => {
  test("leaves that require a gradient are; buffers, results and other Tensors are not", () => {
    class Some extends nn.Module<Tensor> {
      weight = tensor([1], { requiresGrad: true });
      kept = nn.buffer(tensor([2]));
      result = this.weight.mul(2);
      mask = ones([2, 2]).triu(1);
      seen = noGrad(() => this.weight.mul(3));
      nothing = undefined;
    }
    const some = new Some();
    expect(some.parameters()).toEqual([some.weight]);
    expect(Object.keys(some.stateDict())).toEqual(["weight", "kept"]);
  });

  test("what is frozen stays one: in the list, in the state dict, and to be set free again", () => {
    const net = new nn.Linear(1, 1);
    net.weight.requiresGrad = false;
    expect(net.parameters()).toEqual([net.weight, net.bias]);
    class Own extends nn.Module<Tensor> {
      weight = tensor([1], { requiresGrad: true });
    }
    const own = new Own();
    for (const p of own.parameters()) p.requiresGrad = false;
    expect(own.parameters()).toEqual([own.weight]);
    expect(Object.keys(own.stateDict())).toEqual(["weight"]);
  });

  test("a Tensor without a label gets its name, so that errors can say it", () => {
    const net = new nn.Sequential(new nn.Linear(1, 1));
    const [weight] = net.parameters() as [Tensor];
    expect(weight.label).toBe("0.weight");
    net
      .forward(tensor([Infinity]))
      .sum()
      .backward();
    expect(() => new nn.SGD(net.parameters(), { lr: 1 }).step()).toThrow('parameter "0.weight" (number 0)');
  });

  test("names are snake case for fields, and as they are for keys", () => {
    const trained = { requiresGrad: true };
    class Names extends nn.Module<Tensor> {
      inProjWeight = zeros([2], trained);
      W = zeros([2], trained);
      weightHH = zeros([2], trained);
      byKey = { someKey: zeros([2], trained) };
    }
    expect(new Names().namedParameters().map(([name]) => name)).toEqual([
      "in_proj_weight",
      "W",
      "weight_hh",
      "by_key.someKey",
    ]);
  });
});

describe("toString()", () => {
  test("shows the Modules in lists and objects by their names, and stops at itself", () => {
    class Own extends nn.Module {
      parts = [new nn.ReLU(), { tanhHere: new nn.Tanh() }];
      me: nn.Module = this;
    }
    expect(String(new Own())).toBe(
      "Own(\n  (parts.0): ReLU()\n  (parts.1.tanhHere): Tanh()\n  (me): Own(...)\n)",
    );
  });
});
