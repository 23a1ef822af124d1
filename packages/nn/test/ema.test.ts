import { tensor, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import golden from "../golden/clip.json" with { type: "json" };
import { EMA, type EMAState, MLP } from "../src/index.js";

describe("EMA", () => {
  test.each(golden.emas)(
    "update() follows PyTorch's AveragedModel, bit for bit, for decay $decay",
    ({ decay, averages }) => {
      const parameters = [0, 0, 0].map((x) => value(x));
      const ema = new EMA(parameters, { decay });
      golden.weights.forEach((row, k) => {
        parameters.forEach((p, i) => {
          p.data = row[i] as number;
        });
        ema.update();
        expect(ema.use(() => parameters.map((p) => p.data))).toEqual(averages[k]);
        expect(parameters.map((p) => p.data)).toEqual(row);
      });
      expect(ema.updates).toBe(10);
    },
  );

  test("before the first update the averages are the weights it was made with", () => {
    const p = value(2);
    const ema = new EMA([p]);
    p.data = 5;
    expect(ema.use(() => p.data)).toBe(2);
  });

  test("averages Tensors in their own precision", () => {
    const p = tensor(Float32Array.of(1, 0.1), { requiresGrad: true });
    const ema = new EMA([p], { decay: 0.75 });
    ema.update();
    p.data = [2, 0.2];
    ema.update();
    expect(ema.use(() => Array.from(p.data))).toEqual(
      [1.25, 0.75 * Math.fround(0.1) + 0.25 * Math.fround(0.2)].map(Math.fround),
    );
    expect(Array.from(p.data)).toEqual([2, Math.fround(0.2)]);
    expect(ema.state().averages[0]).toBeInstanceOf(Float32Array);
  });

  test("use(run) gives the weights back when run throws, and when its promise is settled", async () => {
    const p = value(2);
    const ema = new EMA([p]);
    p.data = 5;
    expect(() =>
      ema.use(() => {
        throw new Error("not today");
      }),
    ).toThrow("not today");
    expect(p.data).toBe(5);
    const later = ema.use(async () => {
      await Promise.resolve();
      return p.data;
    });
    expect(await later).toBe(2);
    expect(p.data).toBe(5);
    await expect(ema.use(() => Promise.reject(new Error("later")))).rejects.toThrow("later");
    expect(p.data).toBe(5);
  });

  test("apply() gives the parameters their averages for good", () => {
    const p = value(2);
    const ema = new EMA([p]);
    p.data = 5;
    ema.apply();
    expect(p.data).toBe(2);
  });

  test("T155 goes on bit for bit from a copy of its state, and from lists", () => {
    const run = (ema: EMA, from: number, to: number) => {
      for (let k = from; k < to; k++) {
        ema.parameters.forEach((p, i) => {
          p.data = golden.weights[k]?.[i] as number;
        });
        ema.update();
      }
    };
    const make = (decay: number) =>
      new EMA(
        [0, 0, 0].map((x) => value(x)),
        { decay },
      );
    const whole = make(0.9);
    run(whole, 0, 10);
    const first = make(0.9);
    run(first, 0, 4);
    for (const lists of [false, true]) {
      const state = structuredClone(first.state());
      const second = make(0.5);
      second.load(lists ? { ...state, averages: state.averages.map((a) => Array.from(a)) } : state);
      expect(second.state()).toEqual(first.state());
      run(second, 4, 10);
      expect(second.state()).toEqual(whole.state());
    }
  });

  test("takes net.parameters()", () => {
    expect(new EMA(new MLP(2, [2, 1]).parameters()).parameters).toHaveLength(9);
  });

  test.each<[unknown, object, string]>([
    [[value(1)], { decay: 1.5 }, "EMA: decay is a number in [0, 1]; got 1.5."],
    [[value(1)], { decay: Number.NaN }, "EMA: decay is a number in [0, 1]; got NaN."],
    [[], {}, "EMA: the list of parameters is empty."],
    [undefined, {}, "EMA: expected a list of parameters, such as net.parameters(); got undefined."],
  ])("new EMA(%o, %o) throws", (parameters, options, sentence) => {
    expect(() => new EMA(parameters as never, options)).toThrow(sentence);
  });

  test("load(state) refuses what does not fit, and keeps its own state", () => {
    const ema = new EMA([value(1), value(2)]);
    const state = ema.state();
    const bad: [unknown, string][] = [
      [undefined, "EMA.load: expected a state() of EMA, got one of undefined."],
      [{ ...state, name: "SGD" }, 'EMA.load: expected a state() of EMA, got one of "SGD".'],
      [{ ...state, options: { decay: 2 } }, "EMA: decay is a number in [0, 1]; got 2."],
      [{ ...state, updates: -1 }, "EMA.load: updates is an integer >= 0; got -1."],
      [{ ...state, averages: [[1]] }, "EMA.load: an average must be a list or typed array of 2 numbers."],
    ];
    for (const [given, sentence] of bad) {
      expect(() => ema.load(given as EMAState)).toThrow(sentence);
      expect(ema.state()).toEqual(state);
    }
  });
});
