import { type Tensor, where } from "@outgrad/engine";
import type { OpName } from "@outgrad/ops";
import type { Handler, Handlers, Node } from "../node.js";

type Method = (this: Tensor, ...given: unknown[]) => Tensor;

/** An op of the table, applied. */
const apply = (x: Tensor, op: OpName, ...given: unknown[]): Tensor =>
  (x[op as keyof Tensor] as unknown as Method).call(x, ...given);

const unary =
  (op: OpName): Handler =>
  (node) =>
    node.like(apply(node.tensor(0), op));

/** With one parameter, an attribute. */
const shaped =
  (op: OpName, attribute: string, usual: number): Handler =>
  (node) =>
    node.like(apply(node.tensor(0), op, node.number(attribute, usual)));

const binary =
  (op: OpName): Handler =>
  (node) =>
    node.like(apply(node.tensor(0), op, node.tensor(1)));

const comparison =
  (op: OpName): Handler =>
  (node) =>
    node.bool(apply(node.tensor(0), op, node.tensor(1)));

/** Of any number of inputs. */
const fold =
  (op: OpName, divide = false): Handler =>
  (node) => {
    const all = node.inputs.map((_, i) => node.tensor(i));
    const y = all.slice(1).reduce((a, b) => apply(a, op, b), node.tensor(0));
    return node.like(divide ? y.div(all.length) : y);
  };

/** Towards 0. */
const truncated = (x: Tensor): Tensor => x.abs().floor().mul(x.sign());

const division: Handler = (node) => {
  const y = node.tensor(0).div(node.tensor(1));
  return node.like(node.held(0).kind === "int" ? truncated(y) : y);
};

const limit = (node: Node, name: string, input: number, usual: number): number =>
  node.numbers(input)?.[0] ?? node.number(name, usual);

/** Ops of the table, number by number. */
export const elementwiseHandlers: Handlers = {
  Abs: unary("abs"),
  Acos: unary("acos"),
  Acosh: unary("acosh"),
  Add: binary("add"),
  And: (node) => node.bool(node.tensor(0).mul(node.tensor(1))),
  Asin: unary("asin"),
  Asinh: unary("asinh"),
  Atan: unary("atan"),
  Atanh: unary("atanh"),
  Cast: (node) => {
    const [x, to] = [node.tensor(0), node.integer("to", 1)];
    if (to === 1) return node.float(x.to("float32"));
    if (to === 11) return node.float(x.to("float64"));
    if (to === 9) return node.bool(x.ne(0));
    if (to < 2 || to > 7) return node.refuse(`numbers of the format ${to} cannot be made`);
    return node.int(node.held(0).kind === "float" ? truncated(x.to("float64")) : x.to("float64"));
  },
  Ceil: unary("ceil"),
  Clip: (node) => {
    const low = limit(node, "min", 1, Number.NEGATIVE_INFINITY);
    const high = limit(node, "max", 2, Number.POSITIVE_INFINITY);
    return node.like(node.tensor(0).clamp(low, high));
  },
  Cos: unary("cos"),
  Cosh: unary("cosh"),
  Div: division,
  Elu: shaped("elu", "alpha", 1),
  Equal: comparison("eq"),
  Erf: unary("erf"),
  Exp: unary("exp"),
  Floor: unary("floor"),
  Gelu: (node) => {
    const approximate = node.text("approximate", "none") === "tanh";
    return node.like(apply(node.tensor(0), approximate ? "geluTanh" : "gelu"));
  },
  Greater: comparison("gt"),
  GreaterOrEqual: comparison("ge"),
  HardSigmoid: (node) => {
    const [alpha, beta] = [node.number("alpha", 0.2), node.number("beta", 0.5)];
    return node.like(node.tensor(0).mul(alpha).add(beta).clamp(0, 1));
  },
  HardSwish: (node) => {
    const x = node.tensor(0);
    return node.like(x.mul(x.div(6).add(0.5).clamp(0, 1)));
  },
  LeakyRelu: shaped("leakyRelu", "alpha", 0.01),
  Less: comparison("lt"),
  LessOrEqual: comparison("le"),
  Log: unary("log"),
  Max: fold("max"),
  Mean: fold("add", true),
  Min: fold("min"),
  Mish: unary("mish"),
  Mod: (node) => {
    const [a, b] = [node.tensor(0), node.tensor(1)];
    const quotient = a.div(b);
    const whole = node.integer("fmod", 0) === 1 ? truncated(quotient) : quotient.floor();
    return node.like(a.sub(whole.mul(b)));
  },
  Mul: binary("mul"),
  Neg: unary("neg"),
  Not: (node) => node.bool(node.tensor(0).eq(0)),
  Or: (node) => node.bool(node.tensor(0).max(node.tensor(1))),
  PRelu: (node) => {
    const [x, slope] = [node.tensor(0), node.tensor(1)];
    return node.like(where(x.detach().lt(0), x.mul(slope), x));
  },
  Pow: binary("pow"),
  Reciprocal: unary("reciprocal"),
  Relu: unary("relu"),
  Round: unary("round"),
  Selu: (node) => {
    // Its usual factors are those of the table's op, in float32.
    if (!node.has("alpha") && !node.has("gamma")) return node.like(node.tensor(0).selu());
    const [alpha, gamma] = [node.number("alpha", 1.6732632), node.number("gamma", 1.050701)];
    return node.like(node.tensor(0).elu(alpha).mul(gamma));
  },
  Sigmoid: unary("sigmoid"),
  Sign: unary("sign"),
  Sin: unary("sin"),
  Sinh: unary("sinh"),
  Softplus: unary("softplus"),
  Softsign: (node) => {
    const x = node.tensor(0);
    return node.like(x.div(x.abs().add(1)));
  },
  Sqrt: unary("sqrt"),
  Sub: binary("sub"),
  Sum: fold("add"),
  Tan: unary("tan"),
  Tanh: unary("tanh"),
  Where: (node) => node.like(where(node.tensor(0), node.tensor(1), node.tensor(2)), 1),
  Xor: (node) => node.bool(node.tensor(0).ne(node.tensor(1))),
};
