/** The Greek letters that a name may spell out; TeX has a command of the same spelling for each. */
const greek: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  iota: "ι",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  upsilon: "υ",
  phi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
  Gamma: "Γ",
  Delta: "Δ",
  Theta: "Θ",
  Lambda: "Λ",
  Xi: "Ξ",
  Pi: "Π",
  Sigma: "Σ",
  Upsilon: "Υ",
  Phi: "Φ",
  Psi: "Ψ",
  Omega: "Ω",
};

/** A number in a formula for people: sign, digits, and the power of ten where the digits alone would be long. */
export interface Numeral {
  readonly negative: boolean;
  /** "0.25", "∞" or "NaN". */
  readonly digits: string;
  readonly exponent: string | undefined;
}

const numeral = /^(-?)(\d+\.?\d*|\.\d+|Infinity|NaN)(?:e\+?(-?\d+))?$/i;

/** Reads what `String(number)` writes, and "2.50"; undefined for any other text. */
export function readNumeral(text: string): Numeral | undefined {
  const match = numeral.exec(text);
  if (match === null) return undefined;
  const [, sign, digits = "", exponent] = match;
  return { negative: sign === "-", digits: digits === "Infinity" ? "∞" : digits, exponent };
}

/** A name as mathematics writes it: `x12` and `x_12` are x with the subscript 12, `alpha` is α. */
export interface Glyphs {
  /** What stands on the line: a letter, a word, or any text. */
  readonly base: string;
  /** The command of a Greek letter, such as "alpha". */
  readonly greek: string | undefined;
  /** Whether the base is a word of letters and digits, and not any text. */
  readonly isWord: boolean;
  readonly subscript: string | undefined;
}

const word = /^(\p{L}[\p{L}\p{M}]*)(?:_?(\d+))?$/u;

export function readSymbol(name: string): Glyphs {
  const match = word.exec(name);
  if (match === null) return { base: printable(name), greek: undefined, isWord: false, subscript: undefined };
  const [, base = "", subscript] = match;
  const letter = Object.hasOwn(greek, base) ? greek[base] : undefined;
  return { base: letter ?? base, greek: letter && base, isWord: true, subscript };
}

// What XML cannot hold (controls, lone surrogates), what breaks a line, and what turns the direction of the
// text after it: a name must stay on its line and in its place.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const breaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const invisible = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;

/** A name as one line of printable text, safe to escape for XML or TeX. */
export function printable(name: string): string {
  return name.replace(breaks, " ").replace(invisible, "\ufffd");
}
