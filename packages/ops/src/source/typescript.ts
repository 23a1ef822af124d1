import type { Primitive, SourceLanguage } from "./language.js";
import { largeAngleInBraces } from "./large-angle.js";

const comparisons = { "<": "<", ">": ">", "<=": "<=", ">=": ">=", "==": "===", "!=": "!==" } as const;

/** `typed` says whether there are types in it: without them it is JavaScript. */
function language(name: string, typed: boolean): SourceLanguage {
  const type = typed ? ": number" : "";
  const head = (called: string, args: readonly string[]) =>
    `function ${called}(${args.map((arg) => arg + type).join(", ")})${type}`;
  const define = (called: string, args: readonly string[], lines: readonly string[]) =>
    `${head(called, args)} {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
  const primitive = (called: string, arg: string, ...lines: string[]): Primitive => ({
    arity: 1,
    text: define(`og_${called}`, [arg], lines),
  });
  return {
    name,
    number: String,
    infinity: "Infinity",
    nan: "NaN",
    divide: () => null,
    choose: (condition, then, otherwise) => `${condition} ? ${then} : ${otherwise}`,
    comparisons,
    line: (called, text) => `const ${called} = ${text};`,
    result: (text) => `return ${text};`,
    define: (called, args, lines, doc) => `/** ${doc} */\n${define(called, args, lines)}`,
    builtin: { abs: "Math.abs", floor: "Math.floor", sqrt: "Math.sqrt" },
    primitives: {
      bits: { arity: 0, text: "const og_bits = new DataView(new ArrayBuffer(8));\n" },
      round: primitive(
        "round",
        "x",
        "const size = Math.abs(x);",
        "if (!(size < 4503599627370496) || x === 0) return x;",
        "const nearest = size + 4503599627370496 - 4503599627370496;",
        "return x < 0 ? -nearest : nearest;",
      ),
      nearest: primitive("nearest", "x", "return x + 6755399441055744 - 6755399441055744;"),
      signOf: primitive("signOf", "x", "return x < 0 || Object.is(x, -0) ? -1 : 1;"),
      exponent: primitive(
        "exponent",
        "x",
        "og_bits.setFloat64(0, x);",
        "return (og_bits.getInt32(0) >> 20) - 1023;",
      ),
      pow2: primitive(
        "pow2",
        "k",
        "og_bits.setInt32(0, (k + 1023) << 20);",
        "og_bits.setInt32(4, 0);",
        "return og_bits.getFloat64(0);",
      ),
      largeAngle: {
        arity: 2,
        text: largeAngleInBraces({
          head: head("og_largeAngle", ["x", "part"]),
          constant: "const",
          variable: "let",
          integer: "const",
          list: (digits) => `const twoOverPi = [${digits}];`,
          product: typed
            ? "const digits: number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0];"
            : "const digits = [0, 0, 0, 0, 0, 0, 0, 0, 0];",
          loop: "let",
          floor: "Math.floor",
          abs: "Math.abs",
          at: (list, index) => `${list}[${index}]${typed ? "!" : ""}`,
          toInteger: String,
          number: String,
        }),
      },
    },
    preamble: "",
  };
}

/** TypeScript, as strict as it goes. */
export const typescript: SourceLanguage = /* @__PURE__ */ language("TypeScript", true);

/** The same without types. */
export const javascript: SourceLanguage = /* @__PURE__ */ language("JavaScript", false);
