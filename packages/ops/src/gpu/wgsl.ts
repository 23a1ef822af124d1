import { type Dialect, digits, type Primitive } from "./dialect.js";
import { farAngle } from "./far-angle.js";

/** The bits of a number without its sign are above these only for NaN. */
const notNan = (x: string) => `(bitcast<u32>(${x}) & 0x7fffffffu) <= 0x7f800000u`;

/** A choice that holds for no NaN even where a compiler believes that there is none: it is seen in the bits. */
const compared = (comparison: string): Primitive => ({
  args: ["left", "right", "then", "otherwise"],
  body: `return select(otherwise, then, left ${comparison} right && ${notNan("left")} && ${notNan("right")});`,
});

/** A constant that no compiler may compute: WGSL refuses infinite and NaN constants. */
const constant = (bits: string): Primitive => ({
  args: [],
  body: `var bits = ${bits};\n  return bitcast<f32>(bits);`,
});

/** The language of WebGPU. */
export const wgsl: Dialect = {
  number: (x) => `${digits(x)}f`,
  negate: (text) => `(-${text})`,
  choose: (comparison, left, right, then, otherwise) =>
    `select(${otherwise}, ${then}, ${left} ${comparison} ${right})`,
  line: (name, text) => `let ${name} = ${text};`,
  define: (name, args, body) =>
    `fn ${name}(${args.map((arg) => `${arg}: f32`).join(", ")}) -> f32 {\n  ${body}\n}\n`,
  builtin: { abs: "abs", floor: "floor", round: "round", sqrt: "sqrt" },
  primitives: {
    less: compared("<"),
    atMost: compared("<="),
    equal: compared("=="),
    inf: constant("0x7f800000u"),
    nan: constant("0x7fc00000u"),
    isNan: { args: ["x"], body: `return select(1.0f, 0.0f, ${notNan("x")});` },
    keepNan: { args: ["x", "value"], body: `return select(x, value, ${notNan("x")});` },
    nearest: { args: ["x"], body: "return floor(x + 0.5f);" },
    signOf: { args: ["x"], body: "return select(1.0f, -1.0f, bitcast<u32>(x) >= 0x80000000u);" },
    exponent: { args: ["x"], body: "return f32(i32(bitcast<u32>(x) >> 23u) - 127);" },
    mantissa: {
      args: ["x"],
      body: "return bitcast<f32>((bitcast<u32>(x) & 0x007fffffu) | 0x3f800000u);",
    },
    head: { args: ["x"], body: "return bitcast<f32>(bitcast<u32>(x) & 0xfffff000u);" },
    farAngle: farAngle({
      declare: (name, value) => `var ${name} = ${value};`,
      list: (name, values) => `var ${name} = array<u32, ${values.length}>(${values.join(", ")});`,
      int: "var",
      uint: "u32",
      float: "f32",
      bits: "bitcast<u32>(x)",
      choose: (condition, then, otherwise) => `select(${otherwise}, ${then}, ${condition})`,
    }),
    pow2: { args: ["k"], body: "return bitcast<f32>(u32(i32(k) + 127) << 23u);" },
  },
};
