import { type Formula, partsOf } from "@outgrad/ops";
import { Code, type FormulaPrinter } from "@outgrad/ops/wasm";
import { BLOCK } from "../plan/plan.js";
import type { Flow, Operand } from "./flow.js";
import type { Item } from "./items.js";
import type { Layout } from "./layout.js";

/** A shared operand's gradient: the sum over the lanes of a row, kept in memory from block to block. */
export interface Site {
  readonly address: number;
  readonly slot: number;
}

/**
 * Writes the ops of an item as one function of the place of a block, in bytes: forward or backward, for four lanes in
 * two vectors, or for single numbers. What the function itself needs again stays in locals.
 */
export class OpsWriter {
  readonly lanes: number;
  /** The sites that backward used, in order. */
  readonly sites: Site[] = [];
  private readonly flow: Flow;
  private readonly item: Item;
  private readonly printer: FormulaPrinter;
  private readonly layout: Layout;
  private readonly vectors: readonly number[];
  private readonly nextSite: () => number;
  private readonly firsts: boolean[] = [];
  private readonly isFirst: (slot: number, lanes: number) => boolean;

  constructor(
    flow: Flow,
    item: Item,
    printer: FormulaPrinter,
    layout: Layout,
    isFirst: (slot: number, lanes: number) => boolean,
    nextSite: () => number,
  ) {
    this.flow = flow;
    this.item = item;
    this.printer = printer;
    this.layout = layout;
    this.isFirst = isFirst;
    this.nextSite = nextSite;
    this.lanes = flow.plan.lanes[item.from] as number;
    this.vectors = this.lanes === 1 ? [0] : [0, 1];
  }

  forward(): Code {
    const { flow, item } = this;
    const code = new Code(["i32"], 4096);
    const last = this.lastReads();
    const locals = new Map<number, number[]>();
    for (let s = item.from; s < item.to; s++) {
      const lastRead = last.get(s);
      const stored = flow.stored[s] === 1;
      if (!stored && lastRead === undefined) continue;
      const op = flow.op(s);
      const operands = flow.operands(s);
      const shared = this.shared(code, op.formula, op.args, operands);
      const results: number[] = [];
      for (const u of this.vectors) {
        const slot = flow.plan.out[s] as number;
        if (stored) this.address(code);
        const loaded = this.loadRepeated(code, s, op.formula, op.args, operands, u, locals);
        this.printer.print(op.formula, code, (name) => {
          if (loaded.has(name) || shared.has(name))
            code.localGet((loaded.get(name) ?? shared.get(name)) as number);
          else this.read(code, s, name, op.args, operands, u, locals);
        });
        for (const local of loaded.values()) code.release(local);
        if (lastRead !== undefined) {
          const local = code.local(this.printer.type);
          results.push(local);
          if (stored) code.localTee(local);
          else code.localSet(local);
        }
        if (stored) this.store(code, this.layout.values, slot, u);
      }
      for (const local of shared.values()) code.release(local);
      if (lastRead !== undefined) locals.set(s, results);
      for (const { maker } of operands) {
        if (maker < 0 || last.get(maker) !== s) continue;
        for (const local of locals.get(maker) ?? []) code.release(local);
        locals.delete(maker);
      }
    }
    return code;
  }

  /** Of a block whose lanes from `valid` on are only filling, what goes to shared operands is left out. */
  backward(valid: number = BLOCK): Code {
    const { flow, item } = this;
    const code = new Code(["i32"], 4096);
    const masks = this.masks(code, valid);
    const gradients = new Map<number, number[]>();
    const decide = this.decisions();
    let site = 0;
    for (let s = item.to - 1; s >= item.from; s--) {
      if (!flow.needsGradient(s)) continue;
      const own = gradients.get(s) ?? this.takeOutside(code, s);
      const op = flow.op(s);
      const operands = flow.operands(s);
      operands.forEach((operand, i) => {
        if (!operand.needs) return;
        const partial = op.partialFormulas[i] as Formula;
        const shared = this.shared(code, partial, op.args, operands);
        const push = (u: number): void =>
          this.product(code, s, partial, own[u] as number, operands, u, shared);
        if (flow.isLocal(s, operand)) {
          const known = gradients.get(operand.maker);
          const locals = known ?? this.vectors.map(() => code.local(this.printer.type));
          for (const u of this.vectors) {
            if (known) code.localGet(known[u] as number);
            else if (flow.outside[operand.maker] !== 0) this.pushOutside(code, operand.maker, u);
            push(u);
            if (known || flow.outside[operand.maker] !== 0) this.add(code);
            code.localSet(locals[u] as number);
          }
          gradients.set(operand.maker, locals);
        } else if (operand.isRow || this.lanes === 1) {
          const first = decide(() => this.isFirst(operand.slot, operand.isRow ? this.lanes : 1));
          for (const u of this.vectors) {
            this.address(code);
            if (!first) this.load(code.localGet(0), this.layout.gradients, operand.slot, u);
            push(u);
            if (!first) this.add(code);
            this.store(code, this.layout.gradients, operand.slot, u);
          }
        } else if (this.lanes <= BLOCK) {
          const first = decide(() => this.isFirst(operand.slot, 1));
          const at = this.layout.gradients + 8 * operand.slot;
          code.i32Const(0);
          if (!first) code.i32Const(0).f64Load(at);
          this.pair(code, push, masks);
          code.v128Const(0).f64x2Add();
          const both = code.local("v128");
          code.localTee(both).f64x2ExtractLane(0).localGet(both).f64x2ExtractLane(1).f64Add();
          code.release(both);
          if (!first) code.f64Add();
          code.f64Store(at);
        } else {
          const known = this.sites[site] ?? { address: this.nextSite(), slot: operand.slot };
          this.sites[site++] = known;
          code.i32Const(0).i32Const(0).v128Load(known.address);
          this.pair(code, push, masks);
          code.f64x2Add().v128Store(known.address);
        }
        for (const local of shared.values()) code.release(local);
      });
      gradients.delete(s);
      for (const local of own) code.release(local);
    }
    return code;
  }

  /** The vectors of a block, added; lanes that are only filling are 0. */
  private pair(code: Code, push: (u: number) => void, masks: readonly number[]): void {
    for (const u of this.vectors) {
      push(u);
      const mask = masks[u];
      if (mask !== undefined) code.localGet(mask).v128And();
    }
    code.f64x2Add();
  }

  private masks(code: Code, valid: number): number[] {
    if (valid === BLOCK || this.lanes === 1) return [];
    return this.vectors.map((u) => {
      const mask = code.local("v128");
      const left = valid - 2 * u;
      code
        .v128Const(left > 0 ? 0 : 1, left > 1 ? 0 : 1)
        .v128Const(0)
        .f64x2Eq()
        .localSet(mask);
      return mask;
    });
  }

  /** The same answers for the second body, that of the last block. */
  private decisions(): (decide: () => boolean) => boolean {
    let next = 0;
    return (decide) => {
      if (this.firsts.length === next) this.firsts.push(decide());
      return this.firsts[next++] as boolean;
    };
  }

  /** Pushes g times the local derivative. */
  private product(
    code: Code,
    s: number,
    partial: Formula,
    gradient: number,
    operands: readonly Operand[],
    u: number,
    shared: ReadonlyMap<string, number>,
  ): void {
    const { args } = this.flow.op(s);
    code.localGet(gradient);
    const factor = constantOf(partial);
    if (factor === 1) return;
    if (factor === -1) {
      if (this.lanes === 1) code.f64Neg();
      else code.f64x2Neg();
      return;
    }
    const loaded = this.loadRepeated(code, s, partial, args, operands, u);
    this.printer.print(partial, code, (name) => {
      if (loaded.has(name) || shared.has(name))
        code.localGet((loaded.get(name) ?? shared.get(name)) as number);
      else this.read(code, s, name, args, operands, u);
    });
    for (const local of loaded.values()) code.release(local);
    if (this.lanes === 1) code.f64Mul();
    else code.f64x2Mul();
  }

  /** For each step, the last one of the item that reads it in a local. */
  private lastReads(): Map<number, number> {
    const { flow, item } = this;
    const last = new Map<number, number>();
    for (let s = item.from; s < item.to; s++) {
      for (const operand of flow.operands(s)) if (flow.isLocal(s, operand)) last.set(operand.maker, s);
    }
    return last;
  }

  /** Puts the single numbers that a formula reads into both lanes of locals, for all vectors. */
  private shared(
    code: Code,
    formula: Formula,
    args: readonly string[],
    operands: readonly Operand[],
  ): Map<string, number> {
    const locals = new Map<string, number>();
    if (this.lanes === 1) return locals;
    operands.forEach((operand, i) => {
      const name = args[i] as string;
      if (operand.isRow || reads(formula).get(name) === undefined) return;
      const local = code.local("v128");
      code
        .i32Const(0)
        .v128Load64Splat(this.layout.values + 8 * operand.slot)
        .localSet(local);
      locals.set(name, local);
    });
    return locals;
  }

  /** Puts what a formula reads from memory more than once into locals. */
  private loadRepeated(
    code: Code,
    s: number,
    formula: Formula,
    args: readonly string[],
    operands: readonly Operand[],
    u: number,
    made?: ReadonlyMap<number, readonly number[]>,
  ): Map<string, number> {
    const locals = new Map<string, number>();
    for (const [name, times] of reads(formula)) {
      const operand = operands[args.indexOf(name)];
      if (times < 2 || (operand && made?.has(operand.maker))) continue;
      const slot = name === "y" ? this.flow.plan.out[s] : operand?.slot;
      if (slot === undefined || (operand && !operand.isRow && this.lanes > 1)) continue;
      const local = code.local(this.printer.type);
      this.load(this.address(code), this.layout.values, slot, u);
      code.localSet(local);
      locals.set(name, local);
    }
    return locals;
  }

  /** Pushes what a name of the op stands for. */
  private read(
    code: Code,
    s: number,
    name: string,
    args: readonly string[],
    operands: readonly Operand[],
    u: number,
    locals?: ReadonlyMap<number, readonly number[]>,
  ): void {
    const { plan } = this.flow;
    const operand = operands[args.indexOf(name)];
    const local = operand && locals?.get(operand.maker)?.[u];
    if (local !== undefined) code.localGet(local);
    else if (operand) this.load(this.address(code), this.layout.values, operand.slot, u);
    else if (name === "y") this.load(this.address(code), this.layout.values, plan.out[s] as number, u);
    else {
      const place = Object.keys(this.flow.op(s).params).indexOf(name);
      this.printer.constant(plan.params[(plan.at[s] as number) + place] as number, code);
    }
  }

  /** The gradient that has come from outside, in locals. */
  private takeOutside(code: Code, s: number): number[] {
    return this.vectors.map((u) => {
      const local = code.local(this.printer.type);
      this.pushOutside(code, s, u);
      code.localSet(local);
      return local;
    });
  }

  private pushOutside(code: Code, s: number, u: number): void {
    const { plan, summedBy } = this.flow;
    const sum = summedBy[s] as number;
    if (sum < 0) this.load(this.address(code), this.layout.gradients, plan.out[s] as number, u);
    else code.i32Const(0).v128Load64Splat(this.layout.gradients + 8 * (plan.out[sum] as number));
  }

  private address(code: Code): Code {
    return code.localGet(0);
  }

  private load(code: Code, base: number, slot: number, u: number): void {
    if (this.lanes === 1) code.f64Load(base + 8 * slot);
    else code.v128Load(base + 8 * slot + 16 * u);
  }

  private store(code: Code, base: number, slot: number, u: number): void {
    if (this.lanes === 1) code.f64Store(base + 8 * slot);
    else code.v128Store(base + 8 * slot + 16 * u);
  }

  private add(code: Code): void {
    if (this.lanes === 1) code.f64Add();
    else code.f64x2Add();
  }
}

function constantOf(formula: Formula): number | undefined {
  if (formula.kind === "number") return formula.value;
  return formula.kind === "negate" && formula.of.kind === "number" ? -formula.of.value : undefined;
}

const known = new WeakMap<Formula, ReadonlyMap<string, number>>();

/** How often a formula reads each name. */
function reads(formula: Formula): ReadonlyMap<string, number> {
  let counts = known.get(formula);
  if (counts === undefined) {
    const found = new Map<string, number>();
    const visit = (part: Formula): void => {
      if (part.kind === "name") found.set(part.name, (found.get(part.name) ?? 0) + 1);
      for (const inner of partsOf(part)) visit(inner);
    };
    visit(formula);
    known.set(formula, found);
    counts = found;
  }
  return counts;
}
