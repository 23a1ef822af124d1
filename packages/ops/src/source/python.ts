import { type SourceLanguage, withPoint } from "./language.js";
import { largeAngleInPython } from "./large-angle.js";

/** Python 3. Its `/`, `math.floor` and `math.sqrt` raise errors where IEEE arithmetic has a number: those are wrapped. */
export const python: SourceLanguage = {
  name: "Python",
  number: withPoint,
  infinity: "math.inf",
  nan: "math.nan",
  divide: (left, right, divisor) =>
    divisor !== null && divisor !== 0 && !Number.isNaN(divisor) ? null : `og_div(${left}, ${right})`,
  choose: (condition, then, otherwise) => `${then} if ${condition} else ${otherwise}`,
  comparisons: { "<": "<", ">": ">", "<=": "<=", ">=": ">=", "==": "==", "!=": "!=" },
  line: (name, text) => `${name} = ${text}`,
  result: (text) => `return ${text}`,
  define: (name, args, lines, doc) =>
    `# ${doc}\ndef ${name}(${args.join(", ")}):\n${lines.map((line) => `    ${line}\n`).join("")}`,
  builtin: { abs: "abs" },
  primitives: {
    div: {
      arity: 2,
      text: `# a / b as IEEE 754 has it: Python raises an error where b is 0.
def og_div(a, b):
    if b != 0.0:
        return a / b
    if a != a or a == 0.0:
        return math.nan
    return math.copysign(math.inf, a) * math.copysign(1.0, b)
`,
    },
    sqrt: {
      arity: 1,
      text: "def og_sqrt(x):\n    return math.sqrt(x) if x >= 0.0 else math.nan\n",
    },
    floor: {
      arity: 1,
      text: "def og_floor(x):\n    return math.copysign(float(math.floor(x)), x) if abs(x) < 4503599627370496.0 else x\n",
    },
    round: {
      arity: 1,
      text: "def og_round(x):\n    return math.copysign(float(round(x)), x) if abs(x) < 4503599627370496.0 else x\n",
    },
    nearest: {
      arity: 1,
      text: "def og_nearest(x):\n    return x + 6755399441055744.0 - 6755399441055744.0\n",
    },
    signOf: { arity: 1, text: "def og_signOf(x):\n    return math.copysign(1.0, x)\n" },
    exponent: {
      arity: 1,
      text: 'def og_exponent(x):\n    return float((struct.unpack("<q", struct.pack("<d", x))[0] >> 52) - 1023)\n',
    },
    pow2: {
      arity: 1,
      text: `og_powers = [math.ldexp(1.0, k) for k in range(-1022, 1024)] + [math.inf, 0.0]


def og_pow2(k):
    return og_powers[int(k) + 1022 & 2047] if abs(k) < math.inf else math.nan
`,
    },
    largeAngle: { arity: 2, text: largeAngleInPython(withPoint) },
  },
  preamble: "import math\nimport struct\n",
};
