import { ones, type Tensor, tensor } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import {
  Adam,
  Dropout,
  loadCheckpoint,
  MLP,
  Module,
  readSafetensors,
  SGD,
  StepLR,
  saveCheckpoint,
  writeSafetensors,
} from "../src/index.js";

describe("saveCheckpoint(parts), then loadCheckpoint(bytes, parts)", () => {
  it("keeps plain data as they are, to the last bit", () => {
    const data = {
      numbers: [0, -0, 1.5, Number.NaN, Infinity, -Infinity, 5e-324, 2 ** 53],
      texts: ["", "\ud83d\ude00", '"', "__proto__"],
      flags: [true, false, null],
      doubles: Float64Array.of(-0, Number.NaN, 5e-324),
      floats: Float32Array.of(0.1, -Infinity),
      integers: Int32Array.of(-1, 2 ** 31 - 1),
      bytes: Uint8Array.of(255),
      empty: { list: [], object: {}, array: new Float64Array(0) },
      $: "a name like the file's own mark",
      nested: { $: { $: 1 } },
    };
    const found = loadCheckpoint(saveCheckpoint(data));
    expect(found).toEqual(data);
    expect(Object.is((found.numbers as number[])[1], -0)).toBe(true);
    expect(Object.is((found.doubles as Float64Array)[0], -0)).toBe(true);
  });

  it("takes __proto__ as a name among others", () => {
    const data = JSON.parse('{"__proto__": {"polluted": 1}, "list": [{"__proto__": 2}]}');
    const found = loadCheckpoint(saveCheckpoint(data));
    expect(Object.keys(found)).toEqual(["__proto__", "list"]);
    expect(({} as { polluted?: number }).polluted).toBe(undefined);
  });

  it("names weights by part and parameter, as other readers of safetensors want them", () => {
    const w = tensor([[1, 2]], { dtype: "float32" });
    const { tensors } = readSafetensors(saveCheckpoint({ head: { weight: w }, more: [Float64Array.of(3)] }));
    expect(tensors["head.weight"]).toEqual({ dtype: "F32", shape: [1, 2], data: Float32Array.of(1, 2) });
    expect(tensors["more.0"]).toEqual({ dtype: "F64", shape: [1], data: Float64Array.of(3) });
  });

  it("gives every part its state back", () => {
    const build = (seed: number) => {
      const net = new MLP(2, [3, 1], { seed });
      const optimizer = new Adam(net.parameters(), { lr: seed });
      const schedule = new StepLR(optimizer, { stepSize: 2 });
      return { net, optimizer, schedule, stream: random(seed) };
    };
    const [before, after] = [build(1), build(2)];
    for (const p of before.net.parameters()) p.grad = p.data;
    before.optimizer.step();
    before.schedule.step();
    before.stream.uniform();
    const state = loadCheckpoint(saveCheckpoint({ ...before, epoch: 7 }), after);
    expect(state.epoch).toBe(7);
    expect(after.net.parameters().map(({ data }) => data)).toEqual(
      before.net.parameters().map(({ data }) => data),
    );
    expect(after.optimizer.state()).toEqual(before.optimizer.state());
    expect(after.schedule.state()).toEqual(before.schedule.state());
    expect(after.stream.uniform()).toBe(before.stream.uniform());
  });
});

describe("a checkpoint of a Module", () => {
  const build = (random: Random) => ({ inner: [new Dropout(0.5), new Dropout(0.5, { random })] });
  class Net extends Module<Tensor> {
    readonly parts: { inner: Dropout[] };
    constructor(random: Random) {
      super();
      this.parts = build(random);
    }
    draw = () => this.parts.inner.map((dropout) => dropout.forward(ones([30])).toArray());
  }

  it("holds the streams that its dropout draws from, its own and the one that all layers share", () => {
    const net = new Net(random(1));
    net.draw();
    const bytes = saveCheckpoint({ net });
    const wanted = net.draw();
    const other = new Net(random(2));
    other.draw();
    loadCheckpoint(bytes, { net: other });
    expect(other.draw()).toEqual(wanted);
  });

  it("without streams leaves them where they are", () => {
    const net = new Net(random(1));
    const { metadata, tensors } = readSafetensors(saveCheckpoint({ net }));
    const { streams: _, ...rest } = metadata;
    net.draw();
    const before = net.parts.inner.map((dropout) => dropout.random.state);
    loadCheckpoint(writeSafetensors(tensors, rest), { net });
    expect(net.parts.inner.map((dropout) => dropout.random.state)).toEqual(before);
  });

  it("is refused, and nothing has changed, if it has other streams", () => {
    const net = new Net(random(1));
    const bytes = saveCheckpoint({ net: new Dropout(0.5) });
    const before = [...net.parts.inner].map((dropout) => dropout.random.state);
    expect(() => loadCheckpoint(bytes, { net })).toThrow(
      /loadCheckpoint: net has 2 streams of random numbers, but in the checkpoint \[\[/,
    );
    expect([...net.parts.inner].map((dropout) => dropout.random.state)).toEqual(before);
  });

  it("is refused, and nothing has changed, if a stream's state is none", () => {
    const net = new Net(random(1));
    const { metadata, tensors } = readSafetensors(saveCheckpoint({ net }));
    const before = [...net.parts.inner].map((dropout) => dropout.random.state);
    const bytes = writeSafetensors(tensors, { ...metadata, streams: '{"net":[[1,2,3,4],[0,0,0,0]]}' });
    expect(() => loadCheckpoint(bytes, { net })).toThrow("Random.state: expected four integers");
    expect([...net.parts.inner].map((dropout) => dropout.random.state)).toEqual(before);
  });
});

describe("loadCheckpoint refuses, and changes nothing,", () => {
  const net = new MLP(1, [2], { seed: 1 });
  const optimizer = new SGD(net.parameters(), { lr: 0.5 });
  const whole = (): unknown => [net.stateDict(), optimizer.state()];

  it.each([
    ["a part that is missing", { optimizer }, { net }, 'has no part "net"; it has optimizer'],
    ["a part without a state", { x: 1 }, { x: {} as never }, "x has no state to be loaded"],
    [
      "a part of another kind, after one that fits",
      { optimizer: new SGD(net.parameters(), { lr: 0.1 }), net: new MLP(1, [3], { seed: 2 }) },
      { optimizer, net },
      "loadStateDict",
    ],
  ])("%s", (_, saved, parts, sentence) => {
    const before = structuredClone(whole());
    expect(() => loadCheckpoint(saveCheckpoint(saved), parts)).toThrow(sentence);
    expect(whole()).toEqual(before);
  });

  it("safetensors that are no checkpoint, and damaged data", () => {
    const file = (metadata: Record<string, string>) => writeSafetensors({}, metadata);
    expect(() => loadCheckpoint(file({}))).toThrow("is no checkpoint of outgrad's");
    const own = (data: string) => () => loadCheckpoint(file({ outgrad: "checkpoint 1", data }));
    expect(own("{")).toThrow("its data are damaged");
    expect(own('{"a":{"$":"array","name":"b"}}')).toThrow("a tensor that it names is missing");
    expect(own('{"a":{"$":"function"}}')).toThrow("does not know");
    expect(own("null")).toThrow("its data are damaged");
    expect(own(`${"[".repeat(500)}${"]".repeat(500)}`)).toThrow("more than 100 levels");
    expect(() => loadCheckpoint(new Uint8Array(3))).toThrow("readSafetensors");
  });
});

describe("saveCheckpoint refuses", () => {
  it("what is no plain data, naming its place", () => {
    expect(() => saveCheckpoint({ a: [1, () => 2] })).toThrow("a.1 is () => 2");
    expect(() => saveCheckpoint({ when: new Map() })).toThrow("when is [object Map]");
    expect(() => saveCheckpoint(null as never)).toThrow("expected the parts by name");
  });

  it("data that hold themselves", () => {
    const data: Record<string, unknown> = {};
    data.self = data;
    expect(() => saveCheckpoint(data)).toThrow("more than 100 levels deep");
  });
});
