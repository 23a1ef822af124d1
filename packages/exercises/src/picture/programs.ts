/** A program for a picture: lines of formulas, with the numbers that its leaves have. */
export interface PictureProgram {
  readonly text: string;
  readonly at: Readonly<Record<string, number>>;
}

const lecture = "e = a*b\nd = e + c\nL = d*f";

/** The result is multiplied at the end, so that the gradient which comes back to the operation is not 1. */
const programs: Readonly<Record<string, string>> = {
  constructor: lecture,
  add: lecture,
  mul: lecture,
  radd: "s = 3 + a\nL = s*b",
  rmul: "m = 3*a\nL = m*b",
  sub: "d = a - b\nL = d*c",
  rsub: "d = 3 - a\nL = d*b",
  neg: "n = -a\nL = n*b",
  div: "q = a / b\nL = q*c",
  rdiv: "q = 3 / a\nL = q*b",
  pow: "p = a**3\nL = p*b",
  exp: "e = exp(a)\nL = e*b",
  log: "l = log(a)\nL = l*b",
  tanh: "t = tanh(a)\nL = t*b",
  backward: "y = a*b\nz = y + a\nL = z*y",
};

/** Where both operands are one value. */
const twice: Readonly<Record<string, string>> = {
  add: "s = a + a\nL = s*b",
  sub: "d = a - a\nL = d*b",
  mul: "m = a*a\nL = m*b",
  div: "q = a / a\nL = q*b",
};

/** Where a gets a gradient from elsewhere first, so that it shows when that is overwritten. */
const again: Readonly<Record<string, string>> = {
  add: "s = a + b\nL = s*a",
  mul: "m = a*b\nL = m + a",
};

const numbers: Readonly<Record<string, number>> = { a: 2, b: -3, c: 10, f: -2 };

/** The program that shows what was found; undefined where a graph shows nothing. */
export function programFor(topic: string, code?: string): PictureProgram | undefined {
  const usual = Object.hasOwn(programs, topic) ? programs[topic] : undefined;
  if (usual === undefined) return undefined;
  const text = chosen(topic, code, usual);
  const names = Object.keys(numbers).filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return { text, at: Object.fromEntries(names.map((name) => [name, numbers[name] as number])) };
}

function chosen(topic: string, code: string | undefined, usual: string): string {
  if (code === "same-node-twice") return twice[topic] ?? usual;
  if (code === "overwrites-grad") return again[topic] ?? usual.replace(/\w$/, "a");
  return usual;
}
