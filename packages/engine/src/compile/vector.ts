import { compute, dot, FIRST_OP, hand, handProducts, total } from "../generated/lanes.js";
import { Home } from "../leaf.js";
import { STOP } from "../segment.js";
import { type Dot, Dots, needsBoth } from "./dots.js";
import type { Executable } from "./executable.js";
import { A_LANES, A_NEEDS, B_LANES, B_NEEDS, GATHER, type Plan, roomFor, SUM } from "./plan/plan.js";
import { userCompute, userHand } from "./user-lanes.js";

/**
 * A plan, interpreted: one loop over a row of numbers per step.
 *
 * Floor: its values equal replay.ts bit for bit, its gradients wasm.ts (test/compile). Trick: the switch over ops is
 * paid once per row, not once per node, and no code is made at run time, so it works under any Content-Security-Policy.
 * It buys a third to replay on a net (bench/). It gives up: the order in which a row's gradients for a
 * shared operand are added, and the look at single nodes.
 */
export function interpret(plan: Plan): Executable {
  const v = plan.start.slice();
  const widest = plan.lanes.reduce((most, lanes) => Math.max(most, lanes), 0);
  // The last row is scratch.
  const d = new Float64Array(v.length + roomFor(widest));
  const dots = new Dots(plan);
  const runs = dots.runs();
  const leaves = v.subarray(0, plan.leaves);
  return {
    leaves,
    home: new Home(leaves),
    gradients: d.subarray(0, plan.leaves),
    forward: () => forward(plan, dots, v),
    backward: () => {
      // -0 is the number that changes nothing when it is added to.
      for (const [from, to] of runs) d.fill(-0, from, to);
      d[plan.outputs[0] as number] = 1;
      backward(plan, dots, v, d);
    },
    output: (index) => v[plan.outputs[index] as number] as number,
  };
}

function forward(plan: Plan, dots: Dots, v: Float64Array): void {
  const { count, code, lanes, out, a, b, flags, at, params, indices } = plan;
  for (let s = 0; s < count; s++) {
    const dotted = dots.beginning[s];
    if (dotted !== undefined) {
      computeDot(plan, dotted, v);
      s = dotted.to - 1;
      continue;
    }
    const op = code[s] as number;
    const n = lanes[s] as number;
    const o = out[s] as number;
    const i = a[s] as number;
    const j = b[s] as number;
    const da = (flags[s] as number) & A_LANES;
    const db = ((flags[s] as number) & B_LANES) >> 1;
    if (op === GATHER) {
      for (let k = 0; k < n; k++) v[o + k] = v[indices[i + k] as number] as number;
    } else if (op === SUM) {
      let sum = v[j] as number;
      for (let k = 0; k < n; k++) sum += v[i + k] as number;
      v[o] = sum;
    } else if (op === STOP) {
      for (let k = 0; k < n; k++) v[o + k] = v[i + da * k] as number;
    } else {
      const kernel = compute[op - FIRST_OP] ?? userCompute(op);
      kernel(v, n, o, i, da, j, db, params, at[s] as number);
    }
  }
}

function backward(plan: Plan, dots: Dots, v: Float64Array, d: Float64Array): void {
  const { count, code, lanes, out, a, b, flags, indices } = plan;
  for (let s = count - 1; s >= 0; s--) {
    const flag = flags[s] as number;
    const dotted = dots.ending[s];
    if (dotted !== undefined) {
      if ((flag & NEEDS) !== 0) handDot(plan, dotted, v, d);
      s = dotted.from;
      continue;
    }
    if ((flag & NEEDS) === 0) continue;
    const n = lanes[s] as number;
    const o = out[s] as number;
    const i = a[s] as number;
    const j = b[s] as number;
    if (code[s] === GATHER) {
      for (let k = n - 1; k >= 0; k--) give(d, indices[i + k] as number, d[o + k] as number);
    } else if (code[s] === SUM) {
      const g = d[o] as number;
      if ((flag & B_NEEDS) !== 0) give(d, j, g);
      if ((flag & A_NEEDS) !== 0) for (let k = 0; k < n; k++) give(d, i + k, g);
    } else {
      for (let operand = 0; operand < 2; operand++) handStep(plan, s, operand, o, v, d);
    }
  }
}

/** Hands on the gradients in row o as those of step s, to one of its operands. */
function handStep(plan: Plan, s: number, operand: number, o: number, v: Float64Array, d: Float64Array): void {
  const flag = plan.flags[s] as number;
  if ((flag & (operand === 0 ? A_NEEDS : B_NEEDS)) === 0) return;
  const op = (plan.code[s] as number) - FIRST_OP;
  const n = plan.lanes[s] as number;
  const i = plan.a[s] as number;
  const j = plan.b[s] as number;
  const da = flag & A_LANES;
  const db = (flag & B_LANES) >> 1;
  const at = plan.at[s] as number;
  const target = operand === 0 ? i : j;
  const kernel = hand[op]?.[operand] ?? userHand(op + FIRST_OP, operand);
  if (n === 1 || (operand === 0 ? da : db) === 1) {
    kernel(v, d, n, o, i, da, j, db, plan.params, at, target);
    return;
  }
  const sum = total[op]?.[operand];
  if (sum !== undefined) {
    give(d, target, sum(v, d, n, o, i, da, j, db, plan.params, at));
    return;
  }
  const scratch = v.length;
  d.fill(-0, scratch, scratch + n);
  kernel(v, d, n, o, i, da, j, db, plan.params, at, scratch);
  give(d, target, laneSum(d, scratch, n));
}

function computeDot(
  { lanes, out, a, b, flags }: Plan,
  { from, to, rest, factors }: Dot,
  v: Float64Array,
): void {
  const first = from + 1;
  const [slot, lane] = rest === 0 ? [a, A_LANES] : [b, B_LANES];
  const step = ((flags[first] as number) & lane) === 0 ? 0 : 1;
  dot(v, lanes[from] as number, out[to - 1] as number, slot[first] as number, step, factors);
}

/** Hands on the gradient of the last sum, which is that of every product too, the last first. */
function handDot(plan: Plan, { from, to, rest }: Dot, v: Float64Array, d: Float64Array): void {
  const { flags, lanes, out, a, b } = plan;
  const o = out[to - 1] as number;
  for (let s = to - 2; s >= from; s -= 2) {
    if (s === from) handStep(plan, s + 1, rest, o, v, d);
    const flag = flags[s] as number;
    if (!needsBoth(flag)) {
      for (let operand = 0; operand < 2; operand++) handStep(plan, s, operand, o, v, d);
      continue;
    }
    const single = (flag & A_LANES) === 0 ? 0 : 1;
    const [i, j] = [a[s] as number, b[s] as number];
    const g = handProducts[single](v, d, lanes[s] as number, o, i, j);
    give(d, single === 0 ? i : j, g);
  }
}

const NEEDS = A_NEEDS | B_NEEDS;

function give(d: Float64Array, slot: number, g: number): void {
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
