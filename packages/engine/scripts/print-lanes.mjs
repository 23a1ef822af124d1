// Prints the op table as src/generated/lanes.ts: the ops on rows of numbers. Pure: ops in, text out.
import { codeOf, header, importIntrinsics, params, partialTerm } from "./print-ops.mjs";

const place = (lane) => (lane === 0 ? "k" : `k + ${lane}`);
const ahead = (step, lane) => ["", ` + ${step}`, ` + 2 * ${step}`, ` + 3 * ${step}`][lane];

/** Where the lane that is so far ahead of lane k finds the numbers that the op's formulas name. */
const inRow =
  (op, lane = 0) =>
  (name) => {
    if (name === "y") return `v[o + ${place(lane)}]!`;
    if (name === op.args[0]) return `v[a${ahead("da", lane)}]!`;
    if (name === op.args[1]) return `v[b${ahead("db", lane)}]!`;
    return name;
  };

/** Whether a formula only adds, multiplies and divides. */
const isArithmetic = (formula) =>
  formula.kind === "number" ||
  formula.kind === "name" ||
  (formula.kind === "negate" && isArithmetic(formula.of)) ||
  (formula.kind === "binary" && isArithmetic(formula.left) && isArithmetic(formula.right));

/** The kernels of sums of products of a row and one number: most of a net's work, and only the last sum is stored. */
const printDot = (ops, tools) => {
  const { toJs } = tools;
  const [mul, add] = ["mul", "add"].map((name) => ops.find((op) => op.name === name));
  const lanes = [0, 1, 2, 3];
  const product = (lane) =>
    toJs(mul.formula, {
      name: (name) => (name === mul.args[0] ? "one" : `v[${lane === 0 ? "row" : `row + ${lane}`}]!`),
    });
  const sum = (lane) =>
    toJs(add.formula, { name: (name) => (name === add.args[0] ? `s${lane}` : `(${product(lane)})`) });
  const block = (lanes) => `
    ${lanes.map((lane) => `let s${lane} = v[c + dc * (${place(lane)})]!;`).join("\n")}
    for (let f = 0; f < factors.length; f += 2) {
      const one = v[factors[f]!]!;
      const row = factors[f + 1]! + k;
      ${lanes.map((lane) => `s${lane} = ${sum(lane)};`).join("\n")}
    }
    ${lanes.map((lane) => `v[o + ${place(lane)}] = s${lane};`).join("\n")}`;
  // One operand is a row and the other one number, kept in `one`.
  const hand = (single) => {
    const [one, row] = single === 0 ? ["a", "b"] : ["b", "a"];
    const name = (lane) => (name) => (name === mul.args[single] ? "one" : `v[${row} + ${place(lane)}]!`);
    const of = (operand, lane, g) => partialTerm(mul, mul.partialFormulas[operand], tools, name(lane), g);
    const hands = (lane, g) => `d[${row} + ${place(lane)}]! += ${of(1 - single, lane, g)};`;
    return `(v: Float64Array, d: Float64Array, n: number, o: number, a: number, b: number): number => {
    const one = v[${one}]!;
    let s = 0;
    let t = 0;
    let k = 0;
    for (; k + 3 < n; k += 4) {
      ${lanes.map((lane) => `const g${lane} = d[o + ${place(lane)}]!;`).join("\n")}
      ${lanes.map((lane) => hands(lane, `g${lane}`)).join("\n")}
      s += ${of(single, 0, "g0")} + ${of(single, 2, "g2")};
      t += ${of(single, 1, "g1")} + ${of(single, 3, "g3")};
    }
    if (k < n) {
      const left = n - k;
      const g0 = d[o + k]!;
      const g1 = left > 1 ? d[o + k + 1]! : 0;
      const g2 = left > 2 ? d[o + k + 2]! : 0;
      ${hands(0, "g0")}
      if (left > 1) { ${hands(1, "g1")} }
      if (left > 2) { ${hands(2, "g2")} }
      s += ${of(single, 0, "g0")} + (left > 2 ? ${of(single, 2, "g2")} : 0);
      t += (left > 1 ? ${of(single, 1, "g1")} : 0) + 0;
    }
    return s + t;
  }`;
  };
  return `/**
 * For n lanes k: the number at c + dc k and, one after the other, the products of factors, which are the place of one
 * number and that of a row, and so on.
 */
export function dot(v: Float64Array, n: number, o: number, c: number, dc: number, factors: Int32Array): void {
  let k = 0;
  for (; k + 3 < n; k += 4) {${block(lanes)}
  }
  for (; k < n; k++) {${block([0])}
  }
}

/**
 * The chain rule for a product of one number and a row: adds what goes to the row, and gives the sum of what goes to the
 * number. First for a single a, then for a single b.
 */
export const handProducts = [${hand(0)}, ${hand(1)}] as const;
`;
};

/** src/generated/lanes.ts */
export function printLanes(ops, tools) {
  const { toJs, namesIn } = tools;
  const readParams = (op, formula) =>
    params(op)
      .map(([name], p) => (namesIn(formula).has(name) ? `const ${name} = p[at + ${p}]!;\n` : ""))
      .join("");
  const compute = (op) => `// ${op.name}
  (v, n, o, a, da, b, db, p, at) => {
    ${readParams(op, op.formula)}for (let k = 0; k < n; k++, a += da, b += db) v[o + k] = ${toJs(op.formula, { name: inRow(op) })};
  },\n`;
  const term = (op, partial, lane) =>
    partialTerm(op, partial, tools, inRow(op, lane), `d[o + ${place(lane)}]!`);
  const hand = (op, partial) => `(v, d, n, o, a, da, b, db, p, at, t) => {
    ${readParams(op, partial)}for (let k = 0; k < n; k++, a += da, b += db) d[t + k]! += ${term(op, partial, 0)};
  },\n`;
  const total = (op, partial) => {
    if (!isArithmetic(partial)) return "undefined,\n";
    const lane = (i) => term(op, partial, i);
    return `(v, d, n, o, a, da, b, db, p, at) => {
    ${readParams(op, partial)}let s = 0;
    let t = 0;
    let k = 0;
    for (; k + 3 < n; k += 4, a += 4 * da, b += 4 * db) {
      s += ${lane(0)} + ${lane(2)};
      t += ${lane(1)} + ${lane(3)};
    }
    if (k < n) {
      s += ${lane(0)} + (k + 2 < n ? ${lane(2)} : 0);
      t += (k + 1 < n ? ${lane(1)} : 0) + 0;
    }
    return s + t;
  },\n`;
  };
  const list = (name, type, print) => `export const ${name}: readonly ${type}[] = [\n${print}];\n`;
  const partials = ops.flatMap((op) => op.partialFormulas);
  const perPartial = (print) =>
    ops
      .map(
        (op) => `// ${op.name}\n[\n${op.partialFormulas.map((partial) => print(op, partial)).join("")}],\n`,
      )
      .join("");
  return `${header("The ops on rows of numbers, and the chain rule over rows.")}${importIntrinsics([...ops.map((op) => op.formula), ...partials], tools)}
/** The code of the first op in these lists. */
export const FIRST_OP = ${codeOf(0)};

/**
 * For n lanes k: the result at o + k of the operands at a + da k and b + db k in v, where da and db are 1 for a row and
 * 0 for one number, and of the parameters from p[at] on.
 */
export type Compute = (v: Float64Array, n: number, o: number, a: number, da: number, b: number, db: number, p: Float64Array, at: number) => void;

/** Adds each lane's gradient, d[o + k] times the local derivative, to d[t + k]. */
export type Hand = (v: Float64Array, d: Float64Array, n: number, o: number, a: number, da: number, b: number, db: number, p: Float64Array, at: number, t: number) => void;

/** The sum of the lanes' gradients for an operand that all share, added up as laneSum does. */
export type Total = (v: Float64Array, d: Float64Array, n: number, o: number, a: number, da: number, b: number, db: number, p: Float64Array, at: number) => number;

${list("compute", "Compute", ops.map(compute).join(""))}
${list("hand", "(readonly Hand[])", perPartial(hand))}
/** For partials that only add, multiply and divide: it pays to do both at once. */
${list("total", "(readonly (Total | undefined)[])", perPartial(total))}
${printDot(ops, tools)}`;
}
