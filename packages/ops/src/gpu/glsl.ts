import { type Dialect, digits, type Primitive } from "./dialect.js";
import { farAngle } from "./far-angle.js";

/** The bits of a number without its sign are above these only for NaN. */
const notNan = (x: string) => `(floatBitsToUint(${x}) & 0x7fffffffu) <= 0x7f800000u`;

/** A choice that holds for no NaN even where a compiler believes that there is none: it is seen in the bits. */
const compared = (comparison: string): Primitive => ({
  args: ["left", "right", "then", "otherwise"],
  body: `return left ${comparison} right && ${notNan("left")} && ${notNan("right")} ? then : otherwise;`,
});

/** A constant that the translators between shader languages do not see as infinite or NaN. */
const constant = (bits: string): Primitive => ({
  args: [],
  body: `highp uint bits = ${bits};\n  return uintBitsToFloat(bits);`,
});

const builtin = (text: string): Primitive => ({ args: ["x"], body: `return ${text};` });

/**
 * The language of WebGL 2, GLSL ES 3.0. Expressions keep to what gpu.js's JavaScript has too: calls of functions with
 * names of their own, and no minus before a number, which gpu.js prints without its parentheses.
 */
export const glsl: Dialect = {
  number: digits,
  negate: (text) => `(0.0 - ${text})`,
  choose: (comparison, left, right, then, otherwise) =>
    `(${left} ${comparison} ${right} ? ${then} : ${otherwise})`,
  line: (name, text) => `float ${name} = ${text};`,
  define: (name, args, body) =>
    `float ${name}(${args.map((arg) => `float ${arg}`).join(", ")}) {\n  ${body}\n}\n`,
  builtin: {},
  primitives: {
    abs: builtin("abs(x)"),
    floor: builtin("floor(x)"),
    round: builtin("roundEven(x)"),
    sqrt: builtin("sqrt(x)"),
    less: compared("<"),
    atMost: compared("<="),
    equal: compared("=="),
    inf: constant("0x7f800000u"),
    nan: constant("0x7fc00000u"),
    isNan: builtin(`${notNan("x")} ? 0.0 : 1.0`),
    keepNan: { args: ["x", "value"], body: `return ${notNan("x")} ? value : x;` },
    nearest: builtin("floor(x + 0.5)"),
    signOf: builtin("floatBitsToUint(x) >= 0x80000000u ? -1.0 : 1.0"),
    exponent: builtin("float(int(floatBitsToUint(x) >> 23u) - 127)"),
    mantissa: builtin("uintBitsToFloat((floatBitsToUint(x) & 0x007fffffu) | 0x3f800000u)"),
    head: builtin("uintBitsToFloat(floatBitsToUint(x) & 0xfffff000u)"),
    farAngle: farAngle({
      declare: (name, value) => `highp uint ${name} = ${value};`,
      list: (name, values) =>
        `highp uint ${name}[${values.length}] = uint[${values.length}](${values.join(", ")});`,
      int: "int",
      uint: "uint",
      float: "float",
      bits: "floatBitsToUint(x)",
      choose: (condition, then, otherwise) => `(${condition} ? ${then} : ${otherwise})`,
    }),
    pow2: { args: ["k"], body: "return uintBitsToFloat(uint(int(k) + 127) << 23u);" },
  },
};
