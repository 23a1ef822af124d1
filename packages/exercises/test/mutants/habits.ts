import { type Mistake, mistake } from "./mistake.ts";
import { type Primitive, primitives, type Syntax } from "./syntax.ts";

/** The mistakes that can be made in every op that makes a node: at its return, its closure, each line of its gradient. */
export function habits(syntax: Syntax): Mistake[] {
  return primitives(syntax).flatMap((primitive) => [
    ...returns(syntax, primitive),
    ...closures(syntax, primitive),
    ...inputs(syntax, primitive),
    ...primitive.slopes.flatMap((slope, i) => gradients(syntax, primitive, slope, i)),
    ...both(syntax, primitive),
  ]);
}

function returns({ end, self, language }: Syntax, { op }: Primitive): Mistake[] {
  const found = `return out${end}`;
  const nothing = language === "python" ? "pass" : ";";
  return [
    mistake(op, "missing return (seed 002)", "missing-return", [op, found, nothing]),
    mistake(op, "returns nothing", "missing-return", [op, found, `return${end}`]),
    mistake(op, "returns the number", "returns-raw", [op, found, `return out.data${end}`]),
    mistake(op, "returns its input", "returns-self", [op, found, `return ${self}${end}`]),
  ];
}

function closures({ language, self, end }: Syntax, { op }: Primitive): Mistake[] {
  if (language === "python") {
    const attach = "out._backward = _backward";
    return [
      mistake(op, "closure never kept", "no-backward", [op, attach, "pass"]),
      mistake(op, "closure called, not kept", "backward-not-function", [op, attach, `${attach}()`]),
      mistake(op, "closure kept in the input", "no-backward wrong-target", [
        op,
        attach,
        `${self}._backward = _backward`,
      ]),
      mistake(op, "closure kept under another name", "no-backward", [
        op,
        attach,
        "out.backward_fn = _backward",
      ]),
      mistake(op, "closure compared, not kept", "no-backward", [op, attach, "out._backward == _backward"]),
      mistake(op, "closure wants an argument", "throws backward-not-function", [
        op,
        "def _backward():",
        "def _backward(out):",
      ]),
      mistake(op, "return inside the closure, by indentation", "missing-return", [
        op,
        `    ${attach}\n\n    return out`,
        `      ${attach}\n\n      return out`,
      ]),
      mistake(op, "closure kept inside itself, by indentation", "no-backward", [
        op,
        `    ${attach}`,
        `      ${attach}`,
      ]),
    ];
  }
  const attach = "out._backward = () => {";
  return [
    mistake(op, "closure never kept", "no-backward", [op, attach, "const _backward = () => {"]),
    mistake(op, "closure kept in the input", "no-backward wrong-target", [
      op,
      attach,
      `${self}._backward = () => {`,
    ]),
    mistake(op, "closure kept under another name", "no-backward", [
      op,
      attach,
      "(out as any).backwardFn = () => {",
    ]),
    mistake(op, "an old function, whose this is out", "wrong-target throws no-backward one-side-only", [
      op,
      attach,
      "out._backward = function (this: Value) {",
    ]),
    mistake(op, "closure wants an argument", "throws backward-not-function", [
      op,
      attach,
      "(out as any)._backward = (out: Value) => {",
    ]),
    mistake(
      op,
      "closure called, not kept",
      "backward-not-function",
      [op, attach, "(out as any)._backward = (() => {"],
      [op, `    };\n    return out${end}`, `    })();\n    return out${end}`],
    ),
  ];
}

function inputs(syntax: Syntax, { op, data, slopes }: Primitive): Mistake[] {
  const { self, other, end } = syntax;
  const names = slopes.length === 2 ? [self, other] : [self];
  const found = `, ${syntax.children(names)}, `;
  const lost = (name: string, children: readonly string[]) =>
    mistake(op, name, "lost-child", [op, found, `, ${syntax.children(children)}, `]);
  const forward = syntax.formula(data);
  const none = syntax.language === "python" ? "()" : "[]";
  return [
    mistake(op, "no inputs given", "lost-child", [op, found, `, ${none}, `]),
    ...(slopes.length === 2
      ? [
          lost("forgets the second input", [self]),
          lost("forgets the first input", [other]),
          lost("gives the first input twice", [self, self]),
          lost("gives the second input twice", [other, other]),
        ]
      : []),
    ...(data.match(/\b[xy]\b/g)?.length === slopes.length
      ? names.map((name, i) =>
          mistake(
            op,
            `${i === 0 ? "self" : "other"} where its data is needed`,
            "self-vs-data infinite-recursion",
            [op, `(${forward},`, `(${forward.replace(`${name}.data`, name)},`],
          ),
        )
      : []),
    mistake(op, "changes its input on the way", "mutates-input", [
      op,
      `(${forward},`,
      syntax.language === "python"
        ? `(setattr(self, 'data', ${forward}) or self.data,`
        : `((this.data = ${forward}),`,
    ]),
    mistake(op, "changes its input and returns it", "returns-self mutates-input", [
      op,
      `return out${end}`,
      `${self}.data = out.data${end}\n    return ${self}${end}`,
    ]),
  ];
}

function gradients(syntax: Syntax, { op, slopes }: Primitive, neutral: string, i: number): Mistake[] {
  const { end } = syntax;
  const one = slopes.length === 1;
  const who = i === 0 ? syntax.self : syntax.other;
  const at = one ? "" : i === 0 ? " in the first line" : " in the second line";
  const slope = syntax.formula(neutral);
  const line = `${who}.grad += ${slope} * out.grad${end}`;
  const nothing = syntax.language === "python" ? "pass" : "";
  const gone = one ? "no-backward" : "one-side-only";
  const wrong = (name: string, codes: string, now: string) =>
    mistake(op, `${name}${at}`, codes, [op, line, now]);
  return [
    wrong("= for +=", "overwrites-grad", `${who}.grad = ${slope} * out.grad${end}`),
    wrong("-= for +=", "grad-sign", `${who}.grad -= ${slope} * out.grad${end}`),
    wrong("=- for +=", "grad-sign overwrites-grad", `${who}.grad =- ${slope} * out.grad${end}`),
    wrong("*= for +=", "overwrites-grad multiplies-grad", `${who}.grad *= ${slope} * out.grad${end}`),
    wrong("+ for +=", gone, `${who}.grad + ${slope} * out.grad${end}`),
    wrong("no chain rule", "no-chain", `${who}.grad += ${slope}${end}`),
    wrong("no chain rule, and =", "no-chain overwrites-grad", `${who}.grad = ${slope}${end}`),
    wrong("+ for * of the chain rule", "no-chain", `${who}.grad += ${slope} + out.grad${end}`),
    wrong("/ for * of the chain rule", "no-chain", `${who}.grad += ${slope} / out.grad${end}`),
    wrong("only out.grad", "no-local grad-wrong", `${who}.grad += out.grad${end}`),
    wrong("out.data for out.grad", "no-chain grad-wrong", `${who}.grad += ${slope} * out.data${end}`),
    wrong("its own grad for out.grad", "chain-uses-own-grad", `${who}.grad += ${slope} * ${who}.grad${end}`),
    wrong("adds to out.grad", "wrong-target", `out.grad += ${slope} * out.grad${end}`),
    wrong("adds to data", "wrong-target mutates-input", `${who}.data += ${slope} * out.grad${end}`),
    wrong("line missing", gone, nothing),
  ];
}

/** What is done wrong in both lines of an op of two operands. */
function both(syntax: Syntax, { op, slopes }: Primitive): Mistake[] {
  if (slopes.length === 1) return [];
  const { end } = syntax;
  const names = [syntax.self, syntax.other];
  const [first = "", second = ""] = slopes.map(syntax.formula);
  const lines = (write: (who: string, slope: string, i: number) => string) =>
    [write(names[0] ?? "", first, 0), write(names[1] ?? "", second, 1)].join("\n      ");
  const found = lines((who, slope) => `${who}.grad += ${slope} * out.grad${end}`);
  const wrong = (name: string, codes: string, now: string) => mistake(op, name, codes, [op, found, now]);
  const [self = "", other = ""] = names;
  const keep = syntax.language === "python" ? "" : "const ";
  return [
    wrong(
      "= for += in both lines",
      "overwrites-grad",
      lines((who, slope) => `${who}.grad = ${slope} * out.grad${end}`),
    ),
    wrong(
      "no chain rule in both lines",
      "no-chain",
      lines((who, slope) => `${who}.grad += ${slope}${end}`),
    ),
    wrong(
      "slopes swapped in both lines",
      "swapped-grads",
      lines((who, slope) => `${who}.grad += ${slope === first ? second : first} * out.grad${end}`),
    ),
    wrong(
      "no chain rule and = in both lines",
      "no-chain overwrites-grad",
      lines((who, slope) => `${who}.grad = ${slope}${end}`),
    ),
    wrong(
      "own grad for out.grad in both lines",
      "chain-uses-own-grad",
      lines((who, slope) => `${who}.grad += ${slope} * ${who}.grad${end}`),
    ),
    wrong(
      "-= in both lines",
      "grad-sign",
      lines((who, slope) => `${who}.grad -= ${slope} * out.grad${end}`),
    ),
    wrong(
      "both lines for the first operand",
      "one-side-only wrong-target",
      lines((_, slope) => `${self}.grad += ${slope} * out.grad${end}`),
    ),
    wrong(
      "both lines for the second operand",
      "one-side-only wrong-target",
      lines((_, slope) => `${other}.grad += ${slope} * out.grad${end}`),
    ),
    wrong(
      "reads both grads before it writes them",
      "same-node-twice overwrites-grad",
      `${keep}g = ${self}.grad + ${first} * out.grad${end}\n      ${keep}h = ${other}.grad + ${second} * out.grad${end}\n      ${self}.grad = g${end}\n      ${other}.grad = h${end}`,
    ),
    wrong(
      "adds out.grad twice",
      "grad-wrong",
      lines((who, slope) => `${who}.grad += ${slope} * out.grad + out.grad${end}`),
    ),
    wrong(
      "clears out.grad between the lines",
      "one-side-only clears-grad wrong-target",
      lines(
        (who, slope, i) => `${who}.grad += ${slope} * out.grad${end}${i ? "" : `\n      out.grad = 0${end}`}`,
      ),
    ),
  ];
}
