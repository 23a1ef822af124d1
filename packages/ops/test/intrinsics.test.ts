import { readdirSync, readFileSync } from "node:fs";
import { callsIn, parseProgram, toFunction } from "@outgrad/ops";
import * as exported from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";
import { generatedIntrinsics } from "../src/intrinsics/generated.js";
import { largeAngle } from "../src/intrinsics/large-angle.js";
import { exponent, nearest, pow2, signOf } from "../src/intrinsics/primitives.js";
import { intrinsics as programs } from "../src/intrinsics/programs.js";
import { golden, pointOf, ulp } from "./golden.js";

type Call = (...args: number[]) => number;
const intrinsics: Readonly<Record<string, Call>> = { ...exported };
const call = (name: string) => intrinsics[name] as Call;

const sections = golden("intrinsics.txt");
const pointsOf = (name: string) => (sections.get(name) as string[][]).map(pointOf);

/** All that a program may call, and the programs themselves, interpreted: a check of what they are printed to. */
const { abs, sqrt, floor } = Math;
const primitives = { abs, sqrt, floor, exponent, nearest, pow2, signOf, largeAngle: largeAngle as Call };
const interpreted: Record<string, Call> = { ...primitives };
for (const [name, { args, program }] of Object.entries(programs)) {
  const lines = parseProgram(program);
  interpreted[name] = (...values) => {
    const names = [...args];
    for (const line of lines) {
      values.push(toFunction(line.formula, names, interpreted)(...values));
      names.push(line.name);
    }
    return values.at(-1) as number;
  };
}

describe.each([...sections.keys()])("%s, against 50 digits", (name) => {
  it("is within 0.9 ulp of the exact value", () => {
    let worst = { error: 0, args: [0] };
    for (const { args, nearest, rest } of pointsOf(name)) {
      const error = Math.abs((call(name)(...args) - nearest) / ulp(nearest) - rest);
      if (!(error <= worst.error)) worst = { error, args };
    }
    expect(pointsOf(name)).toHaveLength(300);
    expect(worst.error, `at ${worst.args.join(", ")}`).toBeLessThan(0.9);
  });

  it("gives the same bits as its program interpreted line by line", () => {
    for (const { args } of pointsOf(name).slice(0, 100)) {
      expect(interpreted[name]?.(...args)).toBe(call(name)(...args));
    }
  });
});

describe("the intrinsics", () => {
  it.each(["sin", "tan", "sinh", "tanh", "atan", "asin", "asinh", "atanh", "erf", "cbrt"])(
    "%s(-x) is exactly the negative",
    (name) => {
      for (const { args } of pointsOf(name))
        expect(call(name)(-(args[0] ?? 0))).toBe(-call(name)(args[0] ?? 0));
    },
  );

  it.each(["cos", "cosh"])("%s(-x) is exactly the same", (name) => {
    for (const { args } of pointsOf(name)) expect(call(name)(-(args[0] ?? 0))).toBe(call(name)(args[0] ?? 0));
  });

  it("are written to src/generated/intrinsics as their programs stand", () => {
    const folder = new URL("../src/generated/intrinsics/", import.meta.url);
    const committed = readdirSync(folder).map((file) => [
      file.replace(/\.ts$/, ""),
      readFileSync(new URL(file, folder), "utf8"),
    ]);
    expect(Object.fromEntries(committed), "run pnpm generate").toEqual(generatedIntrinsics());
  });

  it("are straight lines: each program calls only primitives, and programs that do not lead back to it", () => {
    const follow = (name: string, path: string[]) => {
      expect(path, `${name} leads back to itself`).not.toContain(name);
      const program = programs[name]?.program;
      if (program === undefined) expect(Object.keys(primitives)).toContain(name);
      const called = program ? parseProgram(program).flatMap((line) => [...callsIn(line.formula)]) : [];
      for (const next of new Set(called)) follow(next, [...path, name]);
    };
    for (const name of Object.keys(programs)) follow(name, []);
  });

  it("cosh(x) never falls as x grows, not even where it is almost flat or where k changes", () => {
    const { cosh } = exported;
    for (const start of [
      0.02, 0.2, 0.34657, 0.35356, 0.36, 0.38108, 0.3984, 0.49999999999, 0.7, 1.0397207708,
    ]) {
      // Neighbours of a double in [2^e, 2^(e + 1)) are 2^(e - 52) apart.
      const step = 2 ** (Math.floor(Math.log2(start)) - 52);
      for (let i = -10_000, before = 0; i < 10_000; i++) {
        const y = cosh(start + i * step);
        if (y < before) expect.fail(`cosh falls at ${start + i * step}`);
        before = y;
      }
    }
  });

  it("have the same bits on every machine: hashes of 20,000 results each", () => {
    const hashes = Object.fromEntries(Object.keys(exported).map((name) => [name, hashOf(call(name))]));
    expect(hashes).toMatchInlineSnapshot(`
      {
        "abs": "1e2dafb8",
        "acos": "f5afcdb3",
        "acosh": "9c084243",
        "asin": "334feea0",
        "asinh": "3d9181da",
        "atan": "289d4c3b",
        "atan2": "7b37a18e",
        "atanh": "08526ac3",
        "cbrt": "88985304",
        "cos": "cc31a378",
        "cosh": "2d3b0887",
        "erf": "85c4e751",
        "erfc": "d00fa11c",
        "exp": "2f679dd3",
        "exp2": "b16c3025",
        "expm1": "07544810",
        "floor": "b12e43d4",
        "log": "eb990dde",
        "log10": "76524c05",
        "log1p": "ced5e740",
        "log2": "1c1f291d",
        "ndtr": "c870f78e",
        "normpdf": "27b8fda4",
        "pow": "38351917",
        "round": "cf799c13",
        "sin": "a93d73ab",
        "sinh": "31385a66",
        "sqrt": "b9238997",
        "tan": "79086f39",
        "tanh": "320cf7c6",
      }
    `);
  });
});

/** FNV-1a over the bits of f at 20,000 seeded arguments of four sizes; any NaN counts as 0. */
function hashOf(f: Call): string {
  const results = new Float64Array(1);
  const words = new Uint32Array(results.buffer);
  const sizes = [2, 20, 2000, 1e9];
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  let hash = 0x811c9dc5;
  for (let i = 0; i < 20000; i++) {
    results[0] = f((uniform() - 0.5) * (sizes[i % 4] as number), 8 * uniform() - 4) || 0;
    for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
