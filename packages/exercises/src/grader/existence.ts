import type { Finding } from "../finding.js";
import type { FunctionShape } from "../structure/structure.js";
import type { Operation, Subject } from "../subject/subject.js";
import { operations } from "./form.js";
import { classOf, lineText, withInner } from "./lines.js";

/** What people call the operations; underscores and capitals do not count. */
const aliases: Readonly<Record<Operation, readonly string[]>> = {
  add: ["plus", "sum", "addition"],
  radd: ["rightadd", "addright", "reverseadd"],
  mul: ["times", "multiply", "mult", "prod", "product", "multiplication"],
  rmul: ["rmult", "rtimes", "rightmul", "mulright", "reversemul"],
  sub: ["minus", "subtract", "subtraction"],
  rsub: ["rminus", "subr", "rightsub", "reversesub"],
  div: ["div", "truediv", "floordiv", "divide", "division", "over"],
  rdiv: ["rdiv", "rtruediv", "divr", "rdivide", "reversediv"],
  neg: ["negative", "negate", "minus", "invert", "inv", "usub"],
  pow: ["power", "exponent", "raise", "topower"],
  exp: ["exponential", "expo", "e"],
  log: ["ln", "logarithm", "loge"],
  tanh: ["hyperbolictangent", "tanhyperbolic"],
};

const ofBackward = ["backprop", "backpropagate", "backwards", "backpropagation", "backpass"];

const bare = (name: string): string => name.replace(/_/g, "").toLowerCase();

/** All that an operation could be called; a reversed form is its operation with an r or a word for it on either side. */
function namesFor(topic: Operation | "backward", wanted: string): readonly string[] {
  if (topic === "backward") return [wanted, ...ofBackward];
  const straight = { radd: "add", rmul: "mul", rsub: "sub", rdiv: "div" } as const;
  if (!Object.hasOwn(straight, topic)) return [bare(wanted), ...aliases[topic]];
  const base = straight[topic as keyof typeof straight];
  const words = [base, ...aliases[base]];
  return [
    bare(wanted),
    ...words.flatMap((word) =>
      ["r", "right", "reverse", "reversed"].flatMap((side) => [side + word, word + side]),
    ),
  ];
}

/** Whether it is what another operation could be called: `__div__` is no slip in writing `__rdiv__`. */
const isOfAnother = ({ methodOf }: Subject, topic: Operation | "backward", name: string): boolean =>
  operations.some((other) => other !== topic && namesFor(other, methodOf(other)).includes(bare(name)));

/** Finds why the class does not answer to a method's name; undefined if it does. */
export function existenceFinding(
  subject: Subject,
  topic: Operation | "backward",
  expected: ReadonlySet<string>,
): Finding | undefined {
  const wanted = topic === "backward" ? topic : subject.methodOf(topic);
  if (subject.names.has(wanted)) return undefined;
  const known = namesFor(topic, wanted);
  const fits = (name: string): boolean =>
    name !== "" &&
    !expected.has(name) &&
    (known.includes(bare(name)) ||
      (!isOfAnother(subject, topic, name) && known.some((each) => isTypo(bare(name), each))));
  const methods = subject.structure.classes.flatMap((shape) => shape.methods);

  const own = methods.find(({ name }) => name === wanted);
  if (
    own &&
    /\bstatic(method)?\b/.test(`${lineText(subject, own.line - 1)} ${lineText(subject, own.line)}`)
  ) {
    return finding("static", topic, wanted, own, {});
  }
  const nested = insideOf(methods, ({ name }) => name === wanted);
  if (nested) return finding("nested-inside", topic, wanted, ...nested);
  const outside = subject.structure.functions.find(({ name }) => name === wanted);
  if (outside) return finding("outside-class", topic, wanted, outside, {});
  const named = methods.find(({ name }) => fits(name));
  if (named) return finding("wrong-name", topic, wanted, named, {});
  const inherited = [...subject.names].find(fits);
  if (inherited)
    return {
      code: "wrong-name",
      op: topic,
      wanted,
      seen: inherited,
      details: { name: wanted, found: inherited },
    };
  const likely = topic !== "backward" && insideOf(methods, ({ name }) => known.includes(bare(name)));
  if (likely) return finding("nested-inside", topic, wanted, ...likely);
  const line = classOf(subject)?.line;
  return {
    code: "missing",
    op: topic,
    wanted,
    details: { name: wanted },
    ...(line !== undefined && { line }),
  };
}

/** A function inside a method, with the method's name. */
function insideOf(
  methods: readonly FunctionShape[],
  test: (shape: FunctionShape) => boolean,
): [FunctionShape, { inside: string }] | undefined {
  for (const method of methods) {
    const inside = withInner(method).slice(1).find(test);
    if (inside) return [inside, { inside: method.name }];
  }
  return undefined;
}

function finding(
  code: string,
  op: string,
  wanted: string,
  { name, line }: FunctionShape,
  details: Readonly<Record<string, string>>,
): Finding {
  return { code, op, line, seen: name, wanted, details: { name: wanted, found: name, ...details } };
}

/** The names that the class should answer to, for whatever is asked: none of them is a typing error for another. */
export function expectedNames(subject: Subject): ReadonlySet<string> {
  return new Set([...operations.map((operation) => subject.methodOf(operation)), "backward", "_backward"]);
}

/** Whether a class has its constructor under a name that is not one. */
export function constructorNameFinding(subject: Subject): Finding | undefined {
  const wanted = subject.language === "python" ? "__init__" : "constructor";
  const methods = classOf(subject)?.methods ?? [];
  if (methods.some(({ name }) => name === wanted)) return undefined;
  const known = ["init", "constructor", "construct", "new"];
  const named = methods.find(({ name }) =>
    known.some((each) => bare(name) === each || isTypo(bare(name), each)),
  );
  return named && finding("wrong-name", "constructor", wanted, named, {});
}

/** Whether two words differ by one letter too many, too few, changed or in the other order. */
function isTypo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (text: string, skip: number) => text.slice(i + skip);
  const crossed = a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1) || crossed;
}
