import { namesIn, type Op, opOf, parseFormula } from "@outgrad/ops";
import { STOP } from "../../segment.js";
import { shapeOf } from "../../shapes.js";
import { A_LANES, A_NEEDS, B_LANES, B_NEEDS, GATHER, type Plan, SUM } from "../plan/plan.js";
import type { Item } from "./items.js";

/** What a step computes. */
export type StepOp = Pick<Op, "args" | "params" | "formula" | "partialFormulas">;

const stop: StepOp = { args: ["a"], params: {}, formula: parseFormula("a"), partialFormulas: [] };

/** What a step reads. */
export interface Operand {
  readonly slot: number;
  /** A row of lanes; else one number for all. */
  readonly isRow: boolean;
  /** Whether a gradient goes to it. */
  readonly needs: boolean;
  /** The step that makes it, -1 for a leaf or a constant. */
  readonly maker: number;
}

/** A step as code is written for it. */
export interface Step {
  readonly index: number;
  readonly op: StepOp;
  /** Those of an op; of a sum what it adds up, and what it starts from. */
  readonly operands: readonly Operand[];
  /** The slot of its first number. */
  readonly out: number;
}

/** Where numbers and gradients go between the functions of a compiled plan, and so what must be in memory. */
export class Flow {
  readonly plan: Plan;
  /** Whether sums of products are rounded once, where rows are concerned. */
  readonly relaxedFma: boolean;
  /** Whether a step's numbers are read outside of the function that makes them, or backward. */
  readonly stored: Uint8Array;
  /** How often a step's gradient gets something from outside of the function that makes it. */
  readonly outside: Int32Array;
  /** Of a step whose gradient is the same for every lane, that of one sum: the sum. Else -1. */
  readonly summedBy: Int32Array;
  /** Slots whose gradients come piece by piece: they start at -0, to which everything adds exactly. */
  readonly inPieces: Uint8Array;
  private readonly makers: Int32Array;
  private readonly itemOf: Int32Array;

  constructor(plan: Plan, items: readonly Item[], relaxedFma: boolean) {
    const { count, start, out } = plan;
    this.plan = plan;
    this.relaxedFma = relaxedFma;
    this.makers = new Int32Array(start.length).fill(-1);
    for (let s = 0; s < count; s++) this.makers.fill(s, out[s], (out[s] as number) + this.width(s));
    this.itemOf = new Int32Array(count);
    items.forEach(({ from, to }, i) => {
      this.itemOf.fill(i, from, to);
    });
    this.stored = new Uint8Array(count);
    this.outside = new Int32Array(count);
    this.summedBy = new Int32Array(count).fill(-1);
    this.inPieces = new Uint8Array(start.length);
    for (let s = 0; s < count; s++) {
      if (plan.code[s] === GATHER) this.visitGather(s);
      else if (plan.code[s] === SUM) this.visitSum(s);
      else this.visitOp(s);
    }
    for (const output of plan.outputs) this.store(this.makers[output] as number);
    this.give(plan.outputs[0] as number, 1);
    for (let s = 0; s < count; s++) {
      if (this.outside[s] !== 1 || this.inPieces[out[s] as number] === 1) this.summedBy[s] = -1;
    }
  }

  /** How many numbers a step makes. */
  width(s: number): number {
    return this.plan.code[s] === SUM ? 1 : (this.plan.lanes[s] as number);
  }

  step(s: number): Step {
    const code = this.plan.code[s] as number;
    const op = code === STOP ? stop : opOf(shapeOf(code).op);
    return { index: s, op, operands: this.operands(s), out: this.plan.out[s] as number };
  }

  /** The number that a parameter of a step's op has. */
  param({ index, op }: Step, name: string): number {
    const place = Object.keys(op.params).indexOf(name);
    return this.plan.params[(this.plan.at[index] as number) + place] as number;
  }

  needsGradient(s: number): boolean {
    return ((this.plan.flags[s] as number) & (A_NEEDS | B_NEEDS)) !== 0;
  }

  /** The operands of an op; of a sum what it adds up, and what it starts from. */
  operands(s: number): Operand[] {
    const { a, b, flags } = this.plan;
    const flag = flags[s] as number;
    const operand = (slot: number, lanes: number, needs: number): Operand => ({
      slot,
      isRow: (flag & lanes) !== 0,
      needs: (flag & needs) !== 0,
      maker: this.makers[slot] as number,
    });
    const first = operand(a[s] as number, A_LANES, A_NEEDS);
    return b[s] === -1 ? [first] : [first, operand(b[s] as number, B_LANES, B_NEEDS)];
  }

  /** Whether an operand is made by the same function, so that it is in a local there. */
  isLocal(s: number, { maker }: Operand): boolean {
    return maker >= 0 && this.itemOf[maker] === this.itemOf[s];
  }

  private visitGather(s: number): void {
    const { a, lanes, indices } = this.plan;
    const needs = this.needsGradient(s);
    for (let k = 0; k < (lanes[s] as number); k++) {
      const slot = indices[(a[s] as number) + k] as number;
      this.store(this.makers[slot] as number);
      if (needs) this.givePiece(slot);
    }
  }

  private visitSum(s: number): void {
    const [row, start] = this.operands(s) as [Operand, Operand];
    this.store(row.maker);
    this.store(start.maker);
    if (start.needs) this.give(start.slot, 1);
    if (!row.needs) return;
    const lanes = this.plan.lanes[s] as number;
    this.give(row.slot, lanes);
    // What was gathered is handed on from memory.
    const isOp = row.maker >= 0 && this.plan.code[row.maker] !== GATHER;
    if (isOp && lanes === this.width(row.maker)) this.summedBy[row.maker] = s;
  }

  private visitOp(s: number): void {
    const { op, operands } = this.step(s);
    const forward = namesIn(op.formula);
    const backward = new Set<string>();
    op.partialFormulas.forEach((partial, i) => {
      if (operands[i]?.needs) namesIn(partial, backward);
    });
    if (backward.has("y")) this.store(s);
    operands.forEach((operand, i) => {
      const name = op.args[i] as string;
      const isLocal = this.isLocal(s, operand);
      if (backward.has(name) || (forward.has(name) && !isLocal)) this.store(operand.maker);
      if (operand.needs && !isLocal)
        this.give(operand.slot, operand.isRow ? (this.plan.lanes[s] as number) : 1);
    });
  }

  private store(maker: number): void {
    if (maker >= 0) this.stored[maker] = 1;
  }

  /** A gradient goes from outside to slots. */
  private give(slot: number, lanes: number): void {
    const maker = this.makers[slot] as number;
    if (maker < 0) return;
    if (slot === this.plan.out[maker] && lanes === this.width(maker)) this.count(maker);
    else for (let k = 0; k < lanes; k++) this.givePiece(slot + k);
  }

  private givePiece(slot: number): void {
    const maker = this.makers[slot] as number;
    if (maker >= 0) this.count(maker);
    if (this.inPieces[slot] === 1) return;
    if (maker < 0) this.inPieces[slot] = 1;
    else this.inPieces.fill(1, this.plan.out[maker], (this.plan.out[maker] as number) + this.width(maker));
  }

  private count(maker: number): void {
    this.outside[maker] = (this.outside[maker] as number) + 1;
  }
}
