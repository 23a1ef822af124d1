import { pow2 } from "../intrinsics/primitives.js";
import { type Dialect, type Primitive, withPoint } from "./dialect.js";

/** All digits: gpu.js computes with doubles on the CPU, and a number has to be the same there. */
const digits = (x: number) => withPoint(Math.fround(x));

/** A choice as a statement: both sides are numbers already. */
const compared = (comparison: string): Primitive => ({
  args: ["left", "right", "then", "otherwise"],
  body: `if (left ${comparison} right) { return then; }\n  return otherwise;`,
});

const builtin = (text: string): Primitive => ({ args: ["x"], body: `return ${text};` });

const steps = [64, 32, 16, 8, 4, 2, 1] as const;

/** x as m 2^e with m from 1 to below 2: there are no bits to read, so by halves of the range that is left. */
const splitNumber = [
  "let m = x;",
  "let e = 0.0;",
  ...steps.map((k) => `if (m >= ${digits(pow2(k))}) { m = m * ${digits(pow2(-k))}; e = e + ${digits(k)}; }`),
  ...steps.map(
    (k) => `if (m < ${digits(pow2(1 - k))}) { m = m * ${digits(pow2(k))}; e = e - ${digits(k)}; }`,
  ),
].join("\n  ");

/** 2^k as a product of powers that are constants. */
const product = [
  "let n = Math.abs(k);",
  "let p = 1.0;",
  ...steps.map(
    (j) =>
      `if (n >= ${digits(j)}) { p = p * (k < 0.0 ? ${digits(pow2(-j))} : ${digits(pow2(j))}); n = n - ${digits(j)}; }`,
  ),
  "return p;",
].join("\n  ");

/**
 * The subset of JavaScript that gpu.js reads. It has no bits, so NaN is what does not equal itself: `x === x` is false for
 * it, also on drivers where `x !== x` is not true.
 */
export const js: Dialect = {
  number: digits,
  negate: (text) => `(0.0 - ${text})`,
  choose: (comparison, left, right, then, otherwise) => {
    const sign = comparison === "==" ? "===" : comparison === "!=" ? "!==" : comparison;
    return `(${left} ${sign} ${right} ? ${then} : ${otherwise})`;
  },
  line: (name, text) => `const ${name} = ${text};`,
  define: (name, args, body) => `function ${name}(${args.join(", ")}) {\n  ${body}\n}\n`,
  builtin: { abs: "Math.abs", sqrt: "Math.sqrt" },
  primitives: {
    floor: builtin("Math.floor(x)"),
    round: {
      args: ["x"],
      body: [
        "const low = og_floor(x);",
        "const part = x - low;",
        "const half = 0.5 * low;",
        "const even = half === og_floor(half) ? low : low + 1.0;",
        "const near = part < 0.5 ? low : even;",
        "return part > 0.5 ? low + 1.0 : near;",
      ].join("\n  "),
    },
    less: compared("<"),
    atMost: compared("<="),
    equal: compared("==="),
    inf: {
      args: [],
      body: "let big = 1e38;\n  big = big * big * big * big * big * big * big * big * big;\n  return big;",
    },
    nan: { args: [], body: "let zero = 0.0;\n  return zero / zero;" },
    isNan: { args: ["x"], body: "if (x === x) { return 0.0; }\n  return 1.0;" },
    keepNan: { args: ["x", "value"], body: "if (x === x) { return value; }\n  return x;" },
    nearest: builtin("og_floor(x + 0.5)"),
    signOf: {
      args: ["x"],
      body: "let sign = x;\n  if (x === 0.0) { sign = 1.0 / x; }\n  if (sign < 0.0) { return 0.0 - 1.0; }\n  return 1.0;",
    },
    exponent: { args: ["x"], body: `${splitNumber}\n  return e;` },
    mantissa: { args: ["x"], body: `${splitNumber}\n  return m;` },
    head: { args: ["x"], body: "const shift = x * 4097.0;\n  return shift - (shift - x);" },
    // Its digits need whole numbers of 32 bits: beyond the near angles there is no answer.
    farAngle: { args: ["x", "part"], body: "return og_nan();" },
    pow2: { args: ["k"], body: product },
  },
};
