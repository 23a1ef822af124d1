import { complexStep } from "./complex-step.js";
import { type Op, opOf, readOp, register } from "./op.js";
import { samplePoints } from "./sample.js";
import type { OpDef } from "./table/entry.js";
import { ops } from "./table/index.js";

/** An entry of a user's own: as in the table, with its name; the documentation may be left out. */
export interface UserOpDef extends Omit<OpDef, "doc"> {
  readonly name: string;
  readonly doc?: string;
}

const defined = new Map<string, { readonly op: Op; readonly text: string }>();
const listeners: ((op: Op) => void)[] = [];

/** What Values have beside the ops: a method of that name would hide it. */
const reserved = new Set(
  "data grad hasGrad label op inputs params id backward zeroGrad detach item toString toJSON constructor valueOf".split(
    " ",
  ),
);

/** Relative error of a partial that is taken for a mistake; complex steps of right ones stay below 1e-13. */
const tolerance = 1e-10;
const points = 40;

/**
 * Adds an op of a user's own. Its partials are checked against the complex step of its value at seeded points of
 * its domain, in every branch that they reach; then `opOf`, both engines, expressions and pictures know it as they
 * know the table's. Its formulas become closures: no code is generated. Defining the same op again is no mistake.
 *
 * @throws FormulaError for a mistake in a formula; Error for a name that is taken, or a partial that is wrong.
 */
export function defineOp(def: UserOpDef): Op {
  const { name, ...entry } = def;
  if (typeof name !== "string" || !/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) {
    throw new Error(`defineOp: an op needs a name such as "legendre3", got ${JSON.stringify(name)}.`);
  }
  if (Object.hasOwn(ops, name)) {
    throw new Error(`defineOp: "${name}" is an op of the table; choose another name.`);
  }
  if (reserved.has(name)) {
    throw new Error(`defineOp: "${name}" is a name of Values already; choose another name.`);
  }
  const text = JSON.stringify(entry);
  const known = defined.get(name);
  if (known?.text === text) return known.op;
  if (known) throw new Error(`defineOp: "${name}" is defined already, differently; choose another name.`);
  const op = readOp(name, { doc: `${name}, a user's own op.`, ...entry });
  checkPartials(op);
  register(op);
  defined.set(name, { op, text });
  for (const listener of listeners) listener(op);
  return op;
}

/** Calls `listener` for every op that users have defined, and for every one that they will. */
export function everyUserOp(listener: (op: Op) => void): void {
  listeners.push(listener);
  for (const { op } of defined.values()) listener(op);
}

/** The same for the ops of the table and then the users'. */
export function everyOp(listener: (op: Op) => void): void {
  for (const name of Object.keys(ops)) listener(opOf(name));
  everyUserOp(listener);
}

/** All ops by name: the table's, then the users'. */
export function allOps(): Op[] {
  return [...Object.keys(ops).map((name) => opOf(name)), ...[...defined.values()].map(({ op }) => op)];
}

function checkPartials(op: Op): void {
  for (const point of samplePoints(op, points)) {
    const y = op.value(...point);
    op.args.forEach((arg, i) => {
      const wanted = complexStep(op, point, i);
      const found = op.partials[i]?.(...point, y) as number;
      if (Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted))) return;
      const at = [...op.args, ...Object.keys(op.params)].map((name, k) => `${name} = ${point[k]}`).join(", ");
      throw new Error(
        `defineOp: the partial of ${op.name} with respect to ${arg} is ${found} at ${at}; by a complex step of the ` +
          `value it is ${wanted}. Correct the partial, or name the kinks and the domain.`,
      );
    });
  }
}
