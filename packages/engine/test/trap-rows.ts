import type { Node } from "./engines.js";

// Known autograd traps of scalar programs, by the numbers of the list that the project keeps of them. The answers
// are PyTorch's in float64 unless the name says otherwise.

/** A program of up to three inputs. */
export type Program = (x: readonly [Node, Node, Node]) => Node;
/** A trap: the program, where, its value there, and its gradient. */
export type TrapRow = readonly [
  name: string,
  f: Program,
  at: readonly number[],
  value: number,
  grads: readonly number[],
];
const [inf, nan] = [Number.POSITIVE_INFINITY, Number.NaN];

const graph: readonly TrapRow[] = [
  ["T001 x*x: both operands are one node", ([x]) => x.mul(x), [3], 9, [6]],
  ["T002 x+x", ([x]) => x.add(x), [3], 6, [2]],
  ["T003 x-x is 0 with gradient exactly 0", ([x]) => x.sub(x), [3], 0, [0]],
  ["T004 x/x is 1 with gradient 0", ([x]) => x.div(x), [3], 1, [0]],
  ["T005 pow(x,x): both partials land on one leaf", ([x]) => x.pow(x), [2], 4, [6.772588722239782]],
  ["T006 max(x,x): a tie with itself still totals 1", ([x]) => x.max(x), [2], 2, [1]],
  ["T007 diamond b=a+a; c=b+b", ([a]) => a.add(a).add(a.add(a)), [1], 4, [4]],
  [
    "T008 a node used at two depths: y=2x; z=y*y+y",
    ([x]) => {
      const y = x.mul(2);
      return y.mul(y).add(y);
    },
    [3],
    42,
    [26],
  ],
  [
    "T009 doubling ladder, 50 levels, in linear time",
    ([x]) => Array.from({ length: 50 }).reduce<Node>((y) => y.add(y), x),
    [1],
    1125899906842624,
    [1125899906842624],
  ],
  ["T010 reversed operands: 2-x", ([x]) => x.neg().add(2), [5], -3, [-1]],
  ["T013 an unused leaf gets gradient 0", ([x]) => x.mul(3), [1, 2], 3, [3, 0]],
  ["T014 an output that is itself a leaf", ([x]) => x, [7], 7, [1]],
];

const kinks: readonly TrapRow[] = [
  ["T033 relu(0)", ([x]) => x.relu(), [0], 0, [0]],
  ["T034 relu(-0)", ([x]) => x.relu(), [-0], -0, [0]],
  ["T035 abs(0)", ([x]) => x.abs(), [0], 0, [0]],
  ["T036 max(a,b) at a tie: half each", ([a, b]) => a.max(b), [2, 2], 2, [0.5, 0.5]],
  ["T037 min(a,b) at a tie: half each", ([a, b]) => a.min(b), [2, 2], 2, [0.5, 0.5]],
  ["T038 leakyRelu(0), slope 0.1", ([x]) => x.leakyRelu(0.1), [0], 0, [0.1]],
  ["T039 sqrt(0): Infinity by continuity", ([x]) => x.sqrt(), [0], 0, [inf]],
  ["T040 sqrt(x*x) at 0: 0 * Infinity", ([x]) => x.mul(x).sqrt(), [0], 0, [nan]],
  ["T041 sqrt(-1)", ([x]) => x.sqrt(), [-1], nan, [nan]],
  ["T042 log(0)", ([x]) => x.log(), [0], -inf, [inf]],
  ["T043 log(-1): value NaN, gradient -1", ([x]) => x.log(), [-1], nan, [-1]],
  ["T044 x^2 at 0", ([x]) => x.pow(2), [0], 0, [0]],
  ["T045 x^1 at 0", ([x]) => x.pow(1), [0], 0, [1]],
  ["T046 x^0 at 0: value 1, gradient 0", ([x]) => x.pow(0), [0], 1, [0]],
  ["T047 x^0.5 at 0", ([x]) => x.pow(0.5), [0], 0, [inf]],
  ["T048 x^-1 at 0", ([x]) => x.pow(-1), [0], inf, [-inf]],
  ["T049 (-2)^3", ([x]) => x.pow(3), [-2], -8, [12]],
  ["T050 (-2)^-2", ([x]) => x.pow(-2), [-2], 0.25, [0.25]],
  ["T051 (-2)^0.5 is NaN", ([x]) => x.pow(0.5), [-2], nan, [nan]],
  ["T052 pow(a,b) at a=0, b=2: d/db is 0", ([a, b]) => a.pow(b), [0, 2], 0, [0, 0]],
  ["T053 pow(a,b) at a=0, b=0", ([a, b]) => a.pow(b), [0, 0], 1, [0, 0]],
  ["T054 pow(a,b) at a=-2, b=2: d/da stays finite", ([a, b]) => a.pow(b), [-2, 2], 4, [-4, nan]],
  ["T055 1/0", ([x]) => x.reciprocal(), [0], inf, [-inf]],
  ["T056 0/0", ([a, b]) => a.div(b), [0, 0], nan, [inf, nan]],
  ["T061 clamp at its lower bound: gradient 1", ([x]) => x.clamp(-1, 1), [-1], -1, [1]],
  ["T061 clamp at its upper bound: gradient 1", ([x]) => x.clamp(-1, 1), [1], 1, [1]],
  ["T061 clamp beyond", ([x]) => x.clamp(-1, 1), [3], 1, [0]],
  ["T062 floor: gradient 0, not undefined", ([x]) => x.floor(), [-1.5], -2, [0]],
  ["T063 round: gradient 0, halves to even", ([x]) => x.round(), [2.5], 2, [0]],
  ["T071 atan2(0,0)", ([a, b]) => a.atan2(b), [0, 0], 0, [nan, nan]],
  ["T064 sign: gradient 0, not undefined", ([x]) => x.sign(), [-2], -1, [0]],
  [
    "T074 select with log of the branch that is not taken: NaN, as in PyTorch; it is not hidden",
    ([x]) => x.log().select(x, 0),
    [0],
    0,
    [nan],
  ],
  ["T075 select of finite branches: the one not taken gets 0", ([x]) => x.exp().select(x, 0), [2], 2, [1]],
  ["T076 comparisons carry no gradient", ([a, b]) => a.gt(b), [2, 1], 1, [0, 0]],
  [
    "T057 a clean branch next to an infinite one: x + 0*(1/x) at 0",
    ([x]) => x.add(x.reciprocal().mul(0)),
    [0],
    nan,
    [nan],
  ],
];

const stability: readonly TrapRow[] = [
  ["T077 tanh(1000) is 1 with gradient 0", ([x]) => x.tanh(), [1000], 1, [0]],
  ["T078 tanh(-1000)", ([x]) => x.tanh(), [-1000], -1, [0]],
  ["T080 sigmoid(1000)", ([x]) => x.sigmoid(), [1000], 1, [0]],
  ["T081 sigmoid(-1000)", ([x]) => x.sigmoid(), [-1000], 0, [0]],
  ["T082 softplus(1000)", ([x]) => x.softplus(), [1000], 1000, [1]],
  ["T083 softplus(-1000)", ([x]) => x.softplus(), [-1000], 0, [0]],
  ["T084 silu(-1000)", ([x]) => x.silu(), [-1000], -0, [0]],
  ["T085 gelu(1e200)", ([x]) => x.gelu(), [1e200], 1e200, [1]],
  ["T085 gelu(-1e200)", ([x]) => x.gelu(), [-1e200], -0, [0]],
  ["T086 gelu, tanh form, at 1000: a³ inside", ([x]) => x.geluTanh(), [1000], 1000, [1]],
  ["T086 gelu, tanh form, at -1e200", ([x]) => x.geluTanh(), [-1e200], -0, [0]],
  ["T098 xlogy(0,0)", ([a, b]) => a.xlogy(b), [0, 0], 0, [0, nan]],
  ["T087 exp(1000)", ([x]) => x.exp(), [1000], inf, [inf]],
];

const nonFinite: readonly TrapRow[] = [
  ["T103 relu(NaN) is NaN", ([x]) => x.relu(), [nan], nan, [1]],
  ["T104 max(NaN,1) is NaN", ([a, b]) => a.max(b), [nan, 1], nan, [1, 1]],
  ["T104 max(1,NaN) and min(NaN,1) are NaN", ([a, b]) => a.max(b).add(b.min(a)), [1, nan], nan, [2, 2]],
  ["T105 abs(NaN)", ([x]) => x.abs(), [nan], nan, [0]],
  ["T106 tanh(Infinity) is 1 with gradient 0", ([x]) => x.tanh(), [inf], 1, [0]],
  ["T107 sigmoid(-Infinity) is 0 with gradient 0", ([x]) => x.sigmoid(), [-inf], 0, [0]],
  ["T108 softplus(-Infinity) is 0 with gradient 0", ([x]) => x.softplus(), [-inf], 0, [0]],
  ["gelu(Infinity) has gradient 1", ([x]) => x.gelu(), [inf], inf, [1]],
  ["gelu(-Infinity) is -0 with gradient 0", ([x]) => x.gelu(), [-inf], -0, [0]],
  ["T109 Infinity - Infinity", ([a, b]) => a.sub(b), [inf, inf], nan, [1, -1]],
  ["T110 0 * Infinity: value NaN, gradients (Infinity, 0)", ([a, b]) => a.mul(b), [0, inf], nan, [inf, 0]],
  ["T111 1/(-0) is -Infinity: the sign of zero is kept", ([x]) => x.reciprocal(), [-0], -inf, [-inf]],
];

/** All of them. */
export const trapRows: readonly TrapRow[] = [...graph, ...kinks, ...stability, ...nonFinite];
