import { compile, type Value } from "@outgrad/engine";
import { Code, relaxedSimd, WasmModule } from "@outgrad/ops/wasm";
import { expect, it } from "vitest";
import { type Engine, engines } from "../engines.js";
import { netNames, netOf } from "../nets.js";

it.each(netNames)('compile(f, { target: "wasm", relaxedFma: true }) is right up to rounding: %s', (name) => {
  const { weights, loss } = netOf(name, engines[0] as Engine) as unknown as {
    weights: Value[];
    loss: () => Value;
  };
  const [plain, fused] = [false, true].map((relaxedFma) => {
    const compiled = compile(loss, { target: "wasm", relaxedFma });
    for (const weight of weights) weight.zeroGrad();
    const value = compiled.step();
    return { numbers: [value, ...weights.map((weight) => weight.grad)], why: compiled.choice?.why };
  }) as [Run, Run];
  expect(plain.why).toBe("asked for");
  if (relaxedSimd()) {
    expect(fused.why).toBe("asked for");
    fused.numbers.forEach((number, i) => {
      expect(number).toBeCloseTo(plain.numbers[i] as number, 13);
    });
  } else {
    expect(fused.why).toBe("asked for; relaxed SIMD is missing here, so nothing is fused");
    expect(fused.numbers).toEqual(plain.numbers);
  }
});

interface Run {
  readonly numbers: number[];
  readonly why: string | undefined;
}

/** What this machine's instruction makes of a b + c: relaxed SIMD may round once or twice. */
function relaxedMadd(a: number, b: number, c: number): number {
  const module = new WasmModule(0);
  const code = new Code();
  for (const number of [a, b, c]) code.v128Const(number);
  module.addFunction(code.f64x2RelaxedMadd().f64x2ExtractLane(0), ["f64"], "madd");
  const { Memory, Module, Instance } = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;
  const env = { memory: new Memory({ initial: 0 }) };
  return (new Instance(new Module(module.bytes()), { env }).exports.madd as () => number)();
}

interface WasmApi {
  readonly Memory: new (limits: { initial: number }) => object;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Record<string, () => number> };
}

it("a fused product and sum give what relaxed SIMD's instruction gives", () => {
  // (1 + 2^-30)^2 - 1 - 2^-29 is 2^-60, which a product that is rounded loses.
  const x = 1 + 2 ** -30;
  const f = (xs: Value[], rest: Value[]): Value[] => xs.map((xi, i) => (rest[i] as Value).add(xi.mul(xi)));
  const xs = [x, x, x, x, x];
  const rest = xs.map(() => -1 - 2 ** -29);
  const [plain, fused] = [false, true].map(
    (relaxedFma) => compile(f, { target: "wasm", relaxedFma }).value(xs, rest)[4],
  );
  expect(plain).toBe(0);
  expect(fused).toBe(relaxedSimd() ? relaxedMadd(x, x, -1 - 2 ** -29) : 0);
});
