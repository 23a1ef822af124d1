import type { Formula } from "./ast.js";
import { type Notation, notate } from "./notation.js";
import { type Glyphs, printable } from "./symbols.js";

/**
 * TeX of a formula, for math mode, without the dollars: fractions, superscripts, roots, bars, cases.
 *
 * `rename` gives the text for a name: another name, or a number as `String` writes it. Any text is safe in it:
 * what TeX would read as a command is escaped. `x1` gets a subscript, `alpha` is the Greek letter, and names of
 * several letters stand upright.
 */
export function toTex(formula: Formula, rename: (name: string) => string = String): string {
  return notate(formula, tex, rename);
}

const relations = { "<": "<", ">": ">", "<=": "\\le", ">=": "\\ge", "==": "=", "!=": "\\ne" } as const;
const commands = new Set(["sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min", "exp"]);

const tex: Notation<string> = {
  numeral: ({ negative, digits, exponent }) => {
    const mantissa = digits === "∞" ? "\\infty" : digits === "NaN" ? "\\text{NaN}" : digits;
    const power = exponent === undefined ? "" : ` \\cdot 10^{${exponent}}`;
    return `${negative ? "-" : ""}${mantissa}${power}`;
  },
  symbol: (glyphs) =>
    glyphs.subscript === undefined ? base(glyphs) : `${base(glyphs)}_{${glyphs.subscript}}`,
  negative: (of) => `-${of}`,
  infix: (left, sign, right) => `${left} ${sign === "·" ? "\\cdot" : sign} ${right}`,
  fraction: (above, below) => `\\frac{${above}}{${below}}`,
  power: (below, exponent) => `${below}^{${exponent}}`,
  root: (of) => `\\sqrt{${of}}`,
  bars: (of) => `\\left|${of}\\right|`,
  apply: (name, args) => `${functionName(name)}\\left(${args.join(", ")}\\right)`,
  parentheses: (inner) => `\\left(${inner}\\right)`,
  cases: (rows) => {
    const lines = rows.map(({ value, condition }) =>
      condition === undefined ? `${value} & \\text{otherwise}` : `${value} & \\text{if } ${condition}`,
    );
    return `\\begin{cases} ${lines.join(" \\\\ ")} \\end{cases}`;
  },
  comparison: (left, sign, right) => `${left} ${relations[sign]} ${right}`,
};

function base({ base, greek, isWord }: Glyphs): string {
  if (greek !== undefined) return `\\${greek}`;
  if (!isWord || /[^\p{ASCII}α-ωΑ-Ω]/u.test(base)) return `\\text{${escaped(base)}}`;
  return base.length === 1 ? base : `\\mathrm{${base}}`;
}

function functionName(name: string): string {
  if (name === "log") return "\\ln";
  if (name === "sigmoid") return "\\sigma";
  return commands.has(name) ? `\\${name}` : `\\operatorname{${escaped(name)}}`;
}

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  "`": "\\textasciigrave{}",
};

/** Text for `\text{...}`: every character that TeX would act on stands for itself. */
function escaped(text: string): string {
  return printable(text).replace(/[\\^~<>|`{}$&#%_]/g, (sign) => special[sign] ?? `\\${sign}`);
}
