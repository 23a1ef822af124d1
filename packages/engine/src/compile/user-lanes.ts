import type { Op } from "@outgrad/ops";
import type { Compute, Hand } from "../generated/lanes.js";
import { shapeOf } from "../shapes.js";
import type { UserOp } from "../user-op.js";

/** An op that a user defined, on rows: its formulas are functions. */
export function userCompute(code: number): Compute {
  const { op, params } = userOp(code);
  return (v, n, o, a, da, b, db, p, at) => {
    const given = p.subarray(at, at + params);
    for (let k = 0; k < n; k++) v[o + k] = op.value(...operands(op, v, a + da * k, b + db * k), ...given);
  };
}

/** Its chain rule for one operand. */
export function userHand(code: number, operand: number): Hand {
  const { op, params } = userOp(code);
  const partial = op.partials[operand] as (...numbers: number[]) => number;
  return (v, d, n, o, a, da, b, db, p, at, t) => {
    const given = p.subarray(at, at + params);
    for (let k = 0; k < n; k++) {
      const slope = partial(...operands(op, v, a + da * k, b + db * k), ...given, v[o + k] as number);
      d[t + k] = (d[t + k] as number) + (d[o + k] as number) * slope;
    }
  };
}

function userOp(code: number): { op: Op; params: number } {
  const shape = shapeOf(code);
  return { op: (shape.own as UserOp).op, params: shape.params };
}

const operands = (op: Op, v: Float64Array, a: number, b: number): number[] =>
  op.args.length === 2 ? [v[a] as number, v[b] as number] : [v[a] as number];
