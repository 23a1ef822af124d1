import { STOP } from "../../segment.js";
import { A_LANES, A_NEEDS, B_LANES, B_NEEDS, GATHER, type Plan, SUM } from "./plan.js";
import type { Steps } from "./steps.js";

/** Steps of one number, sums and gathers run one after the other; steps of as many lanes can share a loop. */
const ALONE = 1;

/**
 * The plan of these steps, ordered so that as many as possible share a loop: a step's phase is as early as its operands
 * allow, and within a phase the order of recording is kept, so that numbers are used soon after they are made.
 */
export function inOrder(steps: Steps, from: number, to: number): Plan {
  const start = steps.start();
  const links = new Links(steps, start.length);
  const phase = phasesOf(steps, links);
  const order = sorted(steps, phase);
  const { count } = steps;
  const plan = {
    count,
    code: new Uint16Array(count),
    lanes: new Int32Array(count),
    out: new Int32Array(count),
    a: new Int32Array(count),
    b: new Int32Array(count),
    flags: new Uint8Array(count),
    at: new Int32Array(count),
    params: Float64Array.from(steps.params),
    indices: Int32Array.from(steps.indices),
    phase: new Int32Array(count),
    start,
    leaves: steps.leaves,
    outputs: steps.outputs,
  };
  const needs = new Uint8Array(start.length);
  needs.fill(1, from, to);
  order.forEach((s, place) => {
    const code = steps.code[s] as number;
    plan.code[place] = code;
    plan.lanes[place] = steps.lanes[s] as number;
    const out = steps.out[s] as number;
    plan.out[place] = out;
    plan.a[place] = steps.a[s] as number;
    plan.b[place] = steps.b[s] as number;
    plan.at[place] = steps.at[s] as number;
    plan.phase[place] = phase[s] as number;
    let flags = steps.flags[s] as number;
    links.each(s, (slot, operand) => {
      if (needs[slot] === 1 && code !== STOP) flags |= operand === 0 ? A_NEEDS : B_NEEDS;
    });
    plan.flags[place] = flags;
    if ((flags & (A_NEEDS | B_NEEDS)) !== 0)
      needs.fill(1, out, out + (rowOf(code) ? (plan.lanes[place] as number) : 1));
  });
  dropUnreached(plan);
  return plan;
}

/** Takes the need for a gradient from steps that none comes to, such as those whose result is only used detached. */
function dropUnreached({ count, code, lanes, out, a, b, flags, indices, start, outputs }: Plan): void {
  const reached = new Uint8Array(start.length);
  if (outputs.length === 1) reached[outputs[0] as number] = 1;
  for (let s = count - 1; s >= 0; s--) {
    const flag = flags[s] as number;
    if ((flag & (A_NEEDS | B_NEEDS)) === 0) continue;
    const n = lanes[s] as number;
    const o = out[s] as number;
    const end = o + (rowOf(code[s] as number) ? n : 1);
    let place = o;
    while (place < end && reached[place] === 0) place++;
    if (place === end) {
      flags[s] = flag & ~(A_NEEDS | B_NEEDS);
      continue;
    }
    const i = a[s] as number;
    if (code[s] === GATHER) for (const slot of indices.subarray(i, i + n)) reached[slot] = 1;
    else if ((flag & A_NEEDS) !== 0) reached.fill(1, i, i + ((flag & A_LANES) !== 0 ? n : 1));
    const j = b[s] as number;
    if ((flag & B_NEEDS) !== 0) reached.fill(1, j, j + ((flag & B_LANES) !== 0 ? n : 1));
  }
}

/** Whether a step makes as many numbers as it has lanes. */
const rowOf = (code: number): boolean => code !== SUM;

/** Which steps make the numbers that a step reads. */
class Links {
  /** The step that makes the number in each slot, or -1 for leaves and constants. */
  readonly maker: Int32Array;
  private readonly steps: Steps;

  constructor(steps: Steps, slots: number) {
    this.steps = steps;
    this.maker = new Int32Array(slots).fill(-1);
    for (let s = 0; s < steps.count; s++) {
      const out = steps.out[s] as number;
      this.maker.fill(s, out, out + (rowOf(steps.code[s] as number) ? (steps.lanes[s] as number) : 1));
    }
  }

  /** Calls `visit` with a slot of each thing that step s reads: once for a row, once for each number gathered. */
  each(s: number, visit: (slot: number, operand: 0 | 1) => void): void {
    const { code, a, b, lanes, indices } = this.steps;
    const from = a[s] as number;
    if (code[s] === GATHER) {
      let last = -1;
      for (let i = 0; i < (lanes[s] as number); i++) {
        const slot = indices[from + i] as number;
        const maker = this.maker[slot] as number;
        if (maker < 0 || maker !== last) visit(slot, 0);
        last = maker;
      }
      return;
    }
    visit(from, 0);
    if ((b[s] as number) >= 0) visit(b[s] as number, 1);
  }
}

/** The phase of each step. There is no circle: a step computes nodes of one depth, from less deep ones. */
function phasesOf(steps: Steps, links: Links): Int32Array {
  const { count, code, lanes, flags } = steps;
  const kind = (s: number): number => (code[s] === GATHER || code[s] === SUM ? ALONE : (lanes[s] as number));
  // Consumers of each step, as lists in two arrays.
  const waitsFor = new Int32Array(count);
  const starts = new Int32Array(count + 1);
  const eachMaker = (s: number, visit: (maker: number, crosses: 0 | 1) => void): void => {
    links.each(s, (slot, operand) => {
      const maker = links.maker[slot] as number;
      if (maker < 0) return;
      const lane = ((flags[s] as number) & (operand === 0 ? A_LANES : B_LANES)) !== 0;
      const shared =
        kind(maker) === kind(s) &&
        code[s] !== GATHER &&
        code[maker] !== GATHER &&
        (kind(s) === ALONE || lane);
      visit(maker, shared ? 0 : 1);
    });
  };
  for (let s = 0; s < count; s++) {
    eachMaker(s, (maker) => {
      waitsFor[s] = (waitsFor[s] as number) + 1;
      starts[maker + 1] = (starts[maker + 1] as number) + 1;
    });
  }
  for (let s = 0; s < count; s++) starts[s + 1] = (starts[s + 1] as number) + (starts[s] as number);
  const consumers = new Int32Array(starts[count] as number);
  const filled = starts.slice(0, count);
  for (let s = 0; s < count; s++) {
    eachMaker(s, (maker, crosses) => {
      const place = filled[maker] as number;
      filled[maker] = place + 1;
      consumers[place] = 2 * s + crosses;
    });
  }
  const phase = new Int32Array(count);
  const ready = new Int32Array(count);
  let last = 0;
  for (let s = 0; s < count; s++) {
    // What only reads leaves and stands alone comes before the first loop.
    phase[s] = kind(s) === ALONE ? 0 : 1;
    if (waitsFor[s] === 0) ready[last++] = s;
  }
  for (let next = 0; next < last; next++) {
    const s = ready[next] as number;
    for (let c = starts[s] as number; c < (starts[s + 1] as number); c++) {
      const link = consumers[c] as number;
      const consumer = link >> 1;
      phase[consumer] = Math.max(phase[consumer] as number, (phase[s] as number) + (link & 1));
      waitsFor[consumer] = (waitsFor[consumer] as number) - 1;
      if (waitsFor[consumer] === 0) ready[last++] = consumer;
    }
  }
  return phase;
}

/** The steps by phase, then by lanes, then in the order of recording. */
function sorted({ count, code, lanes }: Steps, phase: Int32Array): Int32Array {
  const kinds = new Map<number, number>();
  const keys = new Float64Array(count);
  for (let s = 0; s < count; s++) {
    const kind = code[s] === GATHER || code[s] === SUM ? ALONE : (lanes[s] as number);
    const known = kinds.get(kind) ?? kinds.size;
    kinds.set(kind, known);
    keys[s] = known;
  }
  // Phase, kind and place in one number below 2^53: typed arrays of numbers sort fast.
  for (let s = 0; s < count; s++)
    keys[s] = ((phase[s] as number) * kinds.size + (keys[s] as number)) * count + s;
  keys.sort();
  return Int32Array.from(keys, (key) => key % count);
}
