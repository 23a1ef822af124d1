import { CONSTANT, IMPORT } from "../../segment.js";
import { shapeOf } from "../../shapes.js";
import type { Program } from "../program.js";
import { type Chains, chainsOf, termsOf } from "./chains.js";
import { type Groups, groupsOf } from "./groups.js";
import { inOrder } from "./order.js";
import { A_LANES, B_LANES, type Plan, SUM } from "./plan.js";
import { Slots } from "./slots.js";
import { Steps } from "./steps.js";

/**
 * Folds a program into steps over rows. The gradient is wanted for the leaves `from` to `to`.
 *
 * What does not repeat becomes steps of one lane; what repeats but is not aligned is gathered. Every number is
 * computed from the same numbers by the same op as in the program, and sums add up in its order.
 */
export function vectorise(program: Program, from: number, to: number): Plan {
  const groups = groupsOf(program, from, to);
  return inOrder(new Folding(program, groups, chainsOf(program, groups)).run(), from, to);
}

class Folding {
  private readonly slots: Slots;
  private readonly steps: Steps;
  private readonly program: Program;
  private readonly groups: Groups;
  private readonly chains: Chains;

  constructor(program: Program, groups: Groups, chains: Chains) {
    this.program = program;
    this.groups = groups;
    this.chains = chains;
    this.slots = new Slots(program, groups, chains);
    this.steps = new Steps(program, this.slots);
  }

  run(): Steps {
    const { steps, slots, groups, chains, program } = this;
    const { code } = program.segment;
    for (let k = 0; k < program.length; k++) {
      if ((code[k] as number) <= IMPORT || chains.inside[k] === 1) continue;
      const group = groups.group[k] as number;
      if (chains.terms[k] !== 0) this.sum(k);
      else if (group < 0) this.op(k, Int32Array.of(k));
      else if (groups.lane[k] === 0) {
        this.op(k, groups.members.subarray(groups.starts[group], groups.starts[group + 1]));
      }
    }
    steps.finish(Int32Array.from(program.outputs, (output) => slots.of[output] as number));
    return steps;
  }

  /** The op of node k for every member of its group. */
  private op(k: number, members: Int32Array): void {
    const { code, first, second, data } = this.program.segment;
    const op = code[k] as number;
    const { args, params } = shapeOf(op);
    const [a, aLanes] = this.operand(members, first);
    const [b, bLanes] = args === 2 ? this.operand(members, second) : [-1, false];
    const flags = (aLanes ? A_LANES : 0) | (bLanes ? B_LANES : 0);
    const at = params > 0 ? this.steps.addParams(data.subarray(k - params, k)) : 0;
    this.steps.add(op, members.length, this.slots.of[k] as number, a, b, flags, at);
  }

  /** The slot of an operand for all members, and whether that is the first of a row. */
  private operand(members: Int32Array, operands: Int32Array): [slot: number, lanes: boolean] {
    const { slots, steps, groups, program } = this;
    const { code } = program.segment;
    const node = operands[members[0] as number] as number;
    const slot = slots.of[node] as number;
    const lanes = members.length;
    if (lanes === 1) return [slot, false];
    let same = true;
    let aligned = groups.group[node] !== -1 && slots.lanesOf(groups.group[node] as number) === lanes;
    for (let i = 0; i < lanes && (same || aligned); i++) {
      const found = slots.of[operands[members[i] as number] as number] as number;
      if (found !== slot) same = false;
      if (found !== slot + i) aligned = false;
    }
    // One lane of a row is copied, so that what goes to its gradient from here is added at once.
    if (same) return [groups.group[node] === -1 ? slot : steps.gathered(Int32Array.of(slot), false), false];
    if (aligned && groups.lane[node] === 0) return [slot, true];
    const found = new Int32Array(lanes);
    let constant = true;
    for (let i = 0; i < lanes; i++) {
      const operand = operands[members[i] as number] as number;
      found[i] = slots.of[operand] as number;
      if (code[operand] !== CONSTANT) constant = false;
    }
    return [steps.gathered(found, constant), true];
  }

  /** A chain of sums that ends with node k. */
  private sum(k: number): void {
    const { program, groups, chains, slots, steps } = this;
    const terms = termsOf(program, chains, k);
    const found = terms.subarray(1).map((term) => slots.of[term] as number);
    const row = found[0] as number;
    const group = groups.group[terms[1] as number] as number;
    const isRun =
      group >= 0 &&
      found.every((slot, i) => slot === row + i) &&
      groups.group[terms.at(-1) as number] === group;
    const a = isRun ? row : steps.gathered(found, false);
    steps.add(
      SUM,
      found.length,
      slots.of[k] as number,
      a,
      slots.of[terms[0] as number] as number,
      A_LANES,
      0,
    );
  }
}
