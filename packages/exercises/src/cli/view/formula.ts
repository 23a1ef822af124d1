const signs: Readonly<Record<string, string>> = {
  cdot: "·",
  times: "×",
  sum: "Σ",
  approx: "≈",
  ne: "≠",
  neq: "≠",
  le: "≤",
  leq: "≤",
  ge: "≥",
  geq: "≥",
  to: "→",
  infty: "∞",
  pi: "π",
  pm: "±",
  ldots: "…",
  dots: "…",
  cdots: "…",
  quad: "  ",
  qquad: "    ",
};

/** Commands that change nothing but the looks. */
const looks =
  /\\(?:left|right|big|Big|bigl|bigr|displaystyle|text|mathrm|mathit|operatorname|mathbf|boldsymbol|hat|bar)(?![A-Za-z])/g;
const raised: Readonly<Record<string, string>> = { "0": "⁰", "1": "¹", "2": "²", "3": "³", n: "ⁿ", k: "ᵏ" };

/** What stands in braces, with at most one more pair inside. */
const group = String.raw`\{((?:[^{}]|\{[^{}]*\})*)\}`;
const fraction = new RegExp(String.raw`\\[tdc]?frac\s*(?:${group}|(\S))\s*(?:${group}|(\S))`);
const root = new RegExp(String.raw`\\sqrt\s*(?:${group}|(\S))`);
const power = new RegExp(String.raw`\^(?:${group}|(\S))`, "g");
const index = new RegExp(String.raw`_(?:${group}|(\S))`, "g");

/** A formula of TeX in one line of a terminal: `\frac{1}{c} + b^{2.5}` is `1/c + b^2.5`. */
export function formula(tex: string): string {
  let text = tex
    .replace(looks, "")
    .replace(/\\[,;:! ]/g, " ")
    .replace(/\\\\/g, "; ")
    .replace(/&/g, "");
  while (fraction.test(text)) {
    text = text.replace(fraction, (_, a, b, c, d) => `${grouped(a ?? b)}/${grouped(c ?? d)}`);
  }
  while (root.test(text)) text = text.replace(root, (_, a, b) => `√${grouped(a ?? b)}`);
  return text
    .replace(power, (_, a, b) => raised[a ?? b] ?? `^${grouped(a ?? b)}`)
    .replace(index, (_, a, b) => `_${a ?? b}`)
    .replace(/\\partial\s*/g, "∂")
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => signs[name] ?? name)
    .replace(/\\([{}])/g, "$1")
    .replace(/[{}]/g, "")
    .replace(/(\S) {2,}/g, "$1 ")
    .trim();
}

/** In parentheses, unless it is one thing: a fraction or a power must not take a sum apart. */
function grouped(part: string): string {
  return /^(?:[\d.]+|-?[A-Za-z]|\\?[A-Za-z]+|∂?[A-Za-z]|\\partial\s*\w+|\w\([^()]*\))$/.test(part.trim())
    ? part.trim()
    : `(${part.trim()})`;
}
