import { compute, FIRST_OP, hand, total } from "../generated/lanes.js";
import { STOP } from "../segment.js";
import type { Executable } from "./executable.js";
import { A_LANES, A_NEEDS, B_LANES, B_NEEDS, GATHER, type Plan, roomFor, SUM } from "./plan/plan.js";
import { userCompute, userHand } from "./user-lanes.js";

/**
 * A plan, interpreted: one loop over a row of numbers per step.
 *
 * Floor: its values equal replay.ts bit for bit, its gradients wasm.ts (test/compile). Trick: the switch over ops is
 * paid once per row, not once per node, and no code is made at run time, so it works under any Content-Security-Policy.
 * It buys about twice the speed of replay on a net (bench/). It gives up: the order in which a row's gradients for a
 * shared operand are added, and the look at single nodes.
 */
export function interpret(plan: Plan): Executable {
  const v = plan.start.slice();
  const widest = plan.lanes.reduce((most, lanes) => Math.max(most, lanes), 0);
  // The last row is scratch.
  const d = new Float64Array(v.length + roomFor(widest));
  return {
    leaves: v.subarray(0, plan.leaves),
    gradients: d.subarray(0, plan.leaves),
    forward: () => forward(plan, v),
    backward: () => {
      // -0 is the number that changes nothing when it is added to.
      d.fill(-0);
      d[plan.outputs[0] as number] = 1;
      backward(plan, v, d);
    },
    output: (index) => v[plan.outputs[index] as number] as number,
  };
}

function forward(plan: Plan, v: Float64Array): void {
  const { count, code, lanes, out, a, b, flags, at, params, indices } = plan;
  for (let s = 0; s < count; s++) {
    const op = code[s] as number;
    const n = lanes[s] as number;
    const o = out[s] as number;
    const i = a[s] as number;
    const j = b[s] as number;
    if (op === GATHER) {
      for (let k = 0; k < n; k++) v[o + k] = v[indices[i + k] as number] as number;
    } else if (op === SUM) {
      let sum = v[j] as number;
      for (let k = 0; k < n; k++) sum += v[i + k] as number;
      v[o] = sum;
    } else if (op === STOP) {
      for (let k = 0; k < n; k++) v[o + k] = v[i + (flags[s] === 0 ? 0 : k)] as number;
    } else {
      const flag = flags[s] as number;
      const kernel = compute[op - FIRST_OP] ?? userCompute(op);
      kernel(v, n, o, i, flag & A_LANES, j, (flag & B_LANES) >> 1, params, at[s] as number);
    }
  }
}

function backward(plan: Plan, v: Float64Array, d: Float64Array): void {
  const { count, code, lanes, out, a, b, flags, at, params, indices } = plan;
  for (let s = count - 1; s >= 0; s--) {
    const flag = flags[s] as number;
    if ((flag & (A_NEEDS | B_NEEDS)) === 0) continue;
    const op = code[s] as number;
    const n = lanes[s] as number;
    const o = out[s] as number;
    const i = a[s] as number;
    const j = b[s] as number;
    if (op === GATHER) {
      for (let k = n - 1; k >= 0; k--) add(d, indices[i + k] as number, d[o + k] as number);
    } else if (op === SUM) {
      const g = d[o] as number;
      if ((flag & B_NEEDS) !== 0) add(d, j, g);
      if ((flag & A_NEEDS) !== 0) for (let k = 0; k < n; k++) add(d, i + k, g);
    } else {
      const da = flag & A_LANES;
      const db = (flag & B_LANES) >> 1;
      const p = at[s] as number;
      for (let operand = 0; operand < 2; operand++) {
        if ((flag & (operand === 0 ? A_NEEDS : B_NEEDS)) === 0) continue;
        const target = operand === 0 ? i : j;
        const kernel = hand[op - FIRST_OP]?.[operand] ?? userHand(op, operand);
        if (n === 1 || (operand === 0 ? da : db) === 1) {
          kernel(v, d, n, o, i, da, j, db, params, p, target);
          continue;
        }
        const sum = total[op - FIRST_OP]?.[operand];
        if (sum !== undefined) {
          add(d, target, sum(v, d, n, o, i, da, j, db, params, p));
        } else {
          const scratch = v.length;
          d.fill(-0, scratch, scratch + n);
          kernel(v, d, n, o, i, da, j, db, params, p, scratch);
          add(d, target, laneSum(d, scratch, n));
        }
      }
    }
  }
}

function add(d: Float64Array, slot: number, g: number): void {
  d[slot] = (d[slot] as number) + g;
}

/** The sum of n numbers from place `row` on: even and odd lanes apart, in blocks of four, as lanes of two add up. */
function laneSum(d: Float64Array, row: number, n: number): number {
  let even = 0;
  let odd = 0;
  for (let k = row; k < row + n; k += 4) {
    const left = row + n - k;
    even += (d[k] as number) + (left > 2 ? (d[k + 2] as number) : 0);
    odd += (left > 1 ? (d[k + 1] as number) : 0) + (left > 3 ? (d[k + 3] as number) : 0);
  }
  return even + odd;
}
