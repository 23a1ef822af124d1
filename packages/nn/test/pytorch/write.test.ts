import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Linear, MLP, SGD, type StateDict, type StoredTensor } from "../../src/index.js";
import {
  loadOptimizer,
  optimizerState,
  type PytorchData,
  readPytorch,
  writePytorch,
} from "../../src/pytorch/index.js";

const one = (data: Float32Array = Float32Array.of(1)): StoredTensor => ({
  dtype: "F32",
  shape: [data.length],
  data,
});

describe("writePytorch(data)", () => {
  test("any names, numbers, lists and tensors come back", () => {
    const { tree } = fc.letrec<{ tree: PytorchData; dict: PytorchData }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(null, true, false),
        fc.string({ unit: "grapheme" }),
        fc.double(),
        fc.maxSafeInteger(),
        fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }),
        fc.float32Array().map((data): StoredTensor => ({ dtype: "F32", shape: [data.length, 1], data })),
        fc.bigInt64Array().map((data): StoredTensor => ({ dtype: "I64", shape: [1, data.length], data })),
        fc.array(tie("tree")),
        tie("dict"),
      ),
      dict: fc.oneof(
        fc.dictionary(fc.string({ unit: "grapheme" }), tie("tree"), { noNullPrototype: false }),
        fc
          .uniqueArray(fc.tuple(fc.integer(), tie("tree")), { selector: ([key]) => key, minLength: 1 })
          .map((entries) => new Map(entries)),
      ),
    }));
    fc.assert(
      fc.property(tree, (data) => {
        const file = writePytorch(data);
        const found = readPytorch<PytorchData>(file);
        expect(plain(found)).toEqual(plain(data));
        expect(writePytorch(found)).toEqual(file);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test("storages begin at multiples of 64 bytes, and one array is one storage", () => {
    const [w, tied] = [one(Float32Array.of(1, 2)), { dtype: "F32", shape: [2, 1] } as const];
    const file = writePytorch({
      w,
      b: one(Float32Array.of(3)),
      v: { ...tied, data: w.data as Float32Array },
    });
    const text = Buffer.from(file).toString("latin1");
    const places = [1, 3].map((x) => text.indexOf(Buffer.from(Float32Array.of(x).buffer).toString("latin1")));
    expect(places.map((place) => place % 64)).toEqual([0, 0]);
    expect(text).not.toContain("archive/data/2");
    const found = readPytorch(file);
    expect(found.v?.shape).toEqual([2, 1]);
    expect(found.v?.data).toEqual(found.w?.data);
  });

  test("writes a view into a larger array as the view", () => {
    const file = writePytorch({ w: one(Float32Array.of(1, 2, 3, 4).subarray(1, 3)) });
    expect(readPytorch(file).w?.data).toEqual(Float32Array.of(2, 3));
  });

  const endless: unknown[] = [];
  endless.push(endless);
  const bad: [string, unknown, string][] = [
    ["nothing", undefined, "writePytorch: the data is undefined; a file holds stored tensors"],
    ["a function", { f: () => 0 }, 'writePytorch: "f" is () => 0; a file holds'],
    ["a Module", { net: new Linear(1, 1) }, 'writePytorch: "net" is Linear('],
    ["bytes", [Uint8Array.of(1)], 'writePytorch: "0" is 1; a file holds'],
    ["a list as a key", new Map([[[], 1]]), "writePytorch: the data has the key []"],
    ["a half", { w: { dtype: "F16", shape: [1], data: Float32Array.of(1) } }, 'writePytorch: "w" has the dtype "F16"; F64'],
    ["a U16", { w: { dtype: "U16", shape: [1], data: Uint16Array.of(1) } }, 'writePytorch: "w" has the dtype U16, which PyTorch has no storages of.'],
    ["another count", { w: { ...one(), shape: [2] } }, 'writePytorch: "w" has the shape [2], but 1 numbers.'],
    ["half a surrogate pair", ["\ud800"], 'writePytorch: "0" has half of a surrogate pair, which UTF-8 cannot write.'],
    ["an integer of 1,000 bits", 2n ** 1000n, "writePytorch: the data is 1071508607186267"],
    ["what contains itself", endless, "is nested more than 100 levels deep."],
  ]; // biome-ignore format: one row per mistake

  test.each(bad)("refuses %s", (_, data, sentence) => {
    expect(() => writePytorch(data as never)).toThrow(sentence);
  });
});

/** The same with dicts as objects that have a prototype, and numbers that fit as numbers. */
function plain(data: PytorchData): unknown {
  if (data instanceof Map) return new Map([...data].map(([key, item]) => [key, plain(item)]));
  if (Array.isArray(data)) return data.map(plain);
  if (typeof data !== "object" || data === null || ArrayBuffer.isView(data)) return data;
  return Object.entries(data).map(([key, item]) => [key, plain(item)]);
}

describe("loadOptimizer(optimizer, state)", () => {
  const net = new Linear(2, 1, { seed: 1 });
  const sgd = (lr = 1) => new SGD(net.parameters(), { lr, momentum: 0.5 });
  const group = { lr: 0.5, momentum: 0.25, params: [0, 1] };

  test("takes options that are tensors, and leaves those that are not given", () => {
    const optimizer = sgd();
    const lr: StoredTensor = { dtype: "F32", shape: [], data: Float32Array.of(0.25) };
    loadOptimizer(optimizer, { state: {}, param_groups: [{ lr, foreach: null, params: [0, 1] }] });
    expect(optimizer.state().options).toMatchObject({ lr: 0.25, momentum: 0.5 });
  });

  test("a momentum_buffer of None is none", () => {
    const optimizer = sgd();
    const state = new Map([0, 1].map((i) => [i, { momentum_buffer: null }]));
    loadOptimizer(optimizer, { state, param_groups: [group] });
    expect(optimizer.state().memory.map(({ steps, arrays }) => [[...Array.from(steps)], arrays])).toEqual([
      [[0], {}],
      [[0], {}],
    ]);
  });

  const bad: [string, () => void, string][] = [
    ["nothing", () => loadOptimizer(sgd(), undefined as never), "expected an optimiser's state dict with one group of parameters, got none."],
    ["a model", () => loadOptimizer(sgd(), net.stateDict() as never), "one group of parameters, got none."],
    ["two groups", () => loadOptimizer(sgd(), { state: {}, param_groups: [group, group] }), "with one group of parameters, got 2."],
    ["fewer parameters", () => loadOptimizer(sgd(), { state: {}, param_groups: [{ ...group, params: [0] }] }), "the state is of 1 parameters, this optimiser has 2."],
    ["no parameters", () => loadOptimizer(sgd(), { state: {}, param_groups: [{}] }), "the state is of 0 parameters, this optimiser has 2."],
    ["AdamW's decay", () => loadOptimizer(sgd(), { state: {}, param_groups: [{ ...group, decoupled_weight_decay: true }] }), "decoupled weight decay, which SGD has not; use AdamW."],
    ["another shape", () => loadOptimizer(sgd(), { state: new Map([[0, { momentum_buffer: one() }]]), param_groups: [group] }), "the array velocity must be a list or typed array of 2 numbers."],
    ["an lr of text", () => loadOptimizer(sgd(), { state: {}, param_groups: [{ ...group, lr: "fast" }] }), "SGD: lr"],
    ["Values", () => loadOptimizer(new SGD(new MLP(1, [1]).parameters(), { lr: 1 }), { state: {}, param_groups: [group] }), "PyTorch's optimisers train Tensors, and this one has Values."],
    ["Values to give", () => void optimizerState(new SGD(new MLP(1, [1]).parameters(), { lr: 1 })), "optimizerState: PyTorch's optimisers train Tensors"],
  ]; // biome-ignore format: one row per mistake

  test.each(bad)("refuses %s", (_, load, sentence) => {
    expect(load).toThrow(sentence);
  });
});

test("a net goes there and back", () => {
  const net = new Linear(3, 2, { seed: 5, dtype: "float32" });
  const other = new Linear(3, 2, { seed: 6, dtype: "float32" });
  const { model } = readPytorch<{ model: StateDict }>(writePytorch({ model: net.stateDict(), epoch: 1 }));
  other.loadStateDict(model);
  expect(other.stateDict()).toEqual(net.stateDict());
});
