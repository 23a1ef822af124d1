import { parseFormula, toText } from "@outgrad/ops";
import * as doubles from "@outgrad/ops/intrinsics";
import * as floats from "@outgrad/ops/intrinsics/float32";
import { inFloat32 } from "@outgrad/ops/wasm";
import { describe, expect, it } from "vitest";
import { golden, pointOf } from "./golden.js";

type Call = (x: number) => number;
const short = Object.entries(floats) as [string, Call][];
const exactly = (name: string) => (doubles as Readonly<Record<string, unknown>>)[name.slice(0, -1)] as Call;

/** Every float32 there is in steps of a prime, both signs, subnormal numbers, infinities and NaN too. */
function everyFloat(f: (x: number) => void, step = 20_011): void {
  const [bits, numbers] = viewsOf();
  for (let i = 0; i < 2 ** 32; i += step) {
    bits[0] = i;
    f(numbers[0] as number);
  }
}

function viewsOf(): [Uint32Array, Float32Array] {
  const bits = new Uint32Array(1);
  return [bits, new Float32Array(bits.buffer)];
}

/** How far two numbers are apart, in steps from one float32 to the next. */
function steps(a: number, b: number): number {
  const [bits, numbers] = viewsOf();
  const place = (x: number) => {
    numbers[0] = x;
    const size = (bits[0] as number) & 0x7fffffff;
    return (bits[0] as number) >>> 31 ? -size : size;
  };
  return Number.isNaN(a) && Number.isNaN(b) ? 0 : Math.abs(place(a) - place(b));
}

const largest = 2 ** 128 - 2 ** 104;

describe.each(short)("%s", (name, call) => {
  it("is within 2^-31 of the exact value at 50 digits, where a float32 is not subnormal", () => {
    const points = (golden("intrinsics.txt").get(name.slice(0, -1)) as string[][]).map(pointOf);
    let counted = 0;
    for (const { args, nearest } of points) {
      if (!(Math.abs(nearest) <= largest && Math.abs(nearest) >= 2 ** -126)) continue;
      counted++;
      const error = Math.abs(call(args[0] as number) / nearest - 1);
      expect(error, `at ${args[0]}`).toBeLessThan(2 ** -30.9);
    }
    expect(counted).toBeGreaterThan(100);
  });

  it("gives the float32 next to the exact one at most, for 214,000 of all floats; nearly always that one", () => {
    let differ = 0;
    let count = 0;
    everyFloat((x) => {
      const [found, wanted] = [call(x), exactly(name)(x)];
      const apart = steps(found, wanted);
      count++;
      if (apart > 0) differ++;
      if (!(apart <= 1)) expect.fail(`${name}(${x}) gives ${found}, exactly ${wanted}`);
    });
    expect(count).toBeGreaterThan(214_000);
    expect(differ / count).toBeLessThan(0.005);
  });

  it("gives the same as the exact function, as a float32, at 0, -0, 1, infinities, NaN and the ends", () => {
    const ends = [1e-45, 1e-38, 3.4e38, 88.8, 104, 709.4, 710, 745, 800, 1e9];
    for (const x of [0, -0, 1, -1, 1 / 0, -1 / 0, Number.NaN, ...ends, ...ends.map((end) => -end)]) {
      expect(Math.fround(call(x)), `${name}(${x})`).toBe(Math.fround(exactly(name)(x)));
    }
  });
});

it("inFloat32(formula) calls the short functions wherever there is one, and leaves the rest", () => {
  const text = "-a < 0 ? exp(a + log(b)) : sin(a) * tanh(erf(0.5)) / pow(a, ndtr(2))";
  const wanted = "-a < 0 ? expf(a + logf(b)) : sin(a) * tanhf(erff(0.5)) / pow(a, ndtrf(2))";
  expect(toText(inFloat32(parseFormula(text)))).toBe(toText(parseFormula(wanted)));
});
