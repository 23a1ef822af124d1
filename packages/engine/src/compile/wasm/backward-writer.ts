import type { Formula } from "@outgrad/ops";
import { Code, type FormulaPrinter } from "@outgrad/ops/wasm";
import { BLOCK } from "../plan/plan.js";
import { Block, type Product } from "./block.js";
import type { Flow, Operand, Step } from "./flow.js";
import type { Item } from "./items.js";
import type { Layout } from "./layout.js";
import { type Reads, StepPrinter } from "./step-printer.js";

/** A shared operand's gradient: the sum over the lanes of a row, kept in memory from block to block. */
export interface Site {
  readonly address: number;
  readonly slot: number;
}

/** What the writers of a plan's modules hand out. */
export interface Gradients {
  /** Whether nothing has gone to these gradients before, so that they are set, not added to. Asked in the order of backward. */
  isFirst(slot: number, lanes: number): boolean;
  /** The address of another sum over blocks. */
  nextSite(): number;
}

/**
 * Writes the chain rule through the ops of an item as functions of the place of a block, in bytes: `write()` for whole
 * blocks, `write(valid)` for the last one. Gradients that stay in the item are in locals.
 */
export class BackwardWriter {
  /** The sites that were used, in order. */
  readonly sites: Site[] = [];
  private readonly flow: Flow;
  private readonly item: Item;
  private readonly layout: Layout;
  private readonly gradients: Gradients;
  private readonly lanes: number;
  private readonly block: Block;
  private readonly steps: StepPrinter;
  private readonly firsts: boolean[] = [];

  constructor(flow: Flow, item: Item, layout: Layout, printer: FormulaPrinter, gradients: Gradients) {
    this.flow = flow;
    this.item = item;
    this.layout = layout;
    this.gradients = gradients;
    this.lanes = flow.plan.lanes[item.from] as number;
    this.block = new Block(this.lanes, flow.relaxedFma);
    this.steps = new StepPrinter(flow, layout, this.block, printer);
  }

  /** Of a block whose lanes from `valid` on are only filling, what goes to shared operands is left out. */
  write(valid: number = BLOCK): Code {
    const { flow, item, steps } = this;
    const code = new Code(["i32"], 4096);
    const masks = this.block.masks(code, valid);
    const made = new Map<number, number[]>();
    const isFirst = this.decisions();
    let site = 0;
    for (let s = item.to - 1; s >= item.from; s--) {
      if (!flow.needsGradient(s)) continue;
      const step = flow.step(s);
      const own = made.get(s) ?? this.fromOutside(code, s);
      step.operands.forEach((operand, i) => {
        if (!operand.needs) return;
        const partial = step.op.partialFormulas[i] as Formula;
        const shared = steps.shared(code, step, partial);
        const product = this.product(code, step, partial, own, shared);
        if (flow.isLocal(s, operand)) this.toLocals(code, operand, product, made);
        else if (operand.isRow || this.lanes === 1) this.toRow(code, operand, product, isFirst);
        else if (this.lanes <= BLOCK) this.toNumber(code, operand, product, masks, isFirst);
        else this.toSite(code, operand, product, masks, site++);
        for (const local of shared.values()) code.release(local);
      });
      made.delete(s);
      for (const local of own) code.release(local);
    }
    return code;
  }

  /** To a step of the same item. */
  private toLocals(code: Code, { maker }: Operand, product: Product, made: Map<number, number[]>): void {
    const { block, flow } = this;
    const known = made.get(maker);
    const locals = known ?? block.vectors.map(() => code.local(block.type));
    const isAdded = known !== undefined || flow.outside[maker] !== 0;
    for (const u of block.vectors) {
      const before = (): void => {
        if (known) code.localGet(known[u] as number);
        else this.pushOutside(code, maker, u);
      };
      if (isAdded) block.addProduct(code, before, product, u);
      else block.product(code, product, u);
      code.localSet(locals[u] as number);
    }
    made.set(maker, locals);
  }

  /** To a row in memory, lane by lane, or from one number to another. */
  private toRow(code: Code, { slot, isRow }: Operand, product: Product, isFirst: Gradients["isFirst"]): void {
    const { block } = this;
    const at = this.layout.gradients + 8 * slot;
    const first = isFirst(slot, isRow ? this.lanes : 1);
    for (const u of block.vectors) {
      block.place(code);
      if (first) block.product(code, product, u);
      else block.addProduct(code, () => block.load(code, at, u), product, u);
      block.store(code, at, u);
    }
  }

  /** From the only block of a row to one number. */
  private toNumber(
    code: Code,
    { slot }: Operand,
    product: Product,
    masks: readonly number[],
    isFirst: Gradients["isFirst"],
  ): void {
    const first = isFirst(slot, 1);
    const at = this.layout.gradients + 8 * slot;
    code.i32Const(0);
    if (!first) code.i32Const(0).f64Load(at);
    this.pair(code, product, masks);
    code.v128Const(0).f64x2Add();
    const both = code.local("v128");
    code.localTee(both).f64x2ExtractLane(0).localGet(both).f64x2ExtractLane(1).f64Add();
    code.release(both);
    if (!first) code.f64Add();
    code.f64Store(at);
  }

  /** From each block of a row to the sum for one number. */
  private toSite(
    code: Code,
    { slot }: Operand,
    product: Product,
    masks: readonly number[],
    place: number,
  ): void {
    const { address } = this.sites[place] ?? { address: this.gradients.nextSite() };
    this.sites[place] = { address, slot };
    code.i32Const(0);
    if (this.flow.relaxedFma && product.isProduct && masks.length === 0) {
      const sum = code.local("v128");
      code.i32Const(0).v128Load(address).localSet(sum);
      for (const u of this.block.vectors) {
        this.block.addProduct(code, () => code.localGet(sum), product, u);
        code.localSet(sum);
      }
      code.localGet(sum).v128Store(address);
      code.release(sum);
      return;
    }
    code.i32Const(0).v128Load(address);
    this.pair(code, product, masks);
    code.f64x2Add().v128Store(address);
  }

  /** The vectors of a block, added; lanes that are only filling are 0. */
  private pair(code: Code, product: Product, masks: readonly number[]): void {
    for (const u of this.block.vectors) {
      this.block.product(code, product, u);
      const mask = masks[u];
      if (mask !== undefined) code.localGet(mask).v128And();
    }
    code.f64x2Add();
  }

  /** The same answers for the second body, that of the last block. */
  private decisions(): Gradients["isFirst"] {
    let next = 0;
    return (slot, lanes) => {
      if (this.firsts.length === next) this.firsts.push(this.gradients.isFirst(slot, lanes));
      return this.firsts[next++] as boolean;
    };
  }

  /** g times the local derivative. */
  private product(code: Code, step: Step, partial: Formula, g: readonly number[], shared: Reads): Product {
    const factor = constantOf(partial);
    const isProduct = factor !== 1 && factor !== -1;
    const factors = (u: number): void => {
      code.localGet(g[u] as number);
      if (isProduct) this.steps.print(code, step, partial, u, shared);
      else if (factor === -1) this.block.negate(code);
    };
    return { isProduct, factors };
  }

  /** The gradient that has come from outside, in locals. */
  private fromOutside(code: Code, s: number): number[] {
    return this.block.vectors.map((u) => {
      const local = code.local(this.block.type);
      this.pushOutside(code, s, u);
      code.localSet(local);
      return local;
    });
  }

  private pushOutside(code: Code, s: number, u: number): void {
    const { plan, summedBy } = this.flow;
    const { gradients } = this.layout;
    const sum = summedBy[s] as number;
    if (sum < 0) this.block.load(code, gradients + 8 * (plan.out[s] as number), u);
    else code.i32Const(0).v128Load64Splat(gradients + 8 * (plan.out[sum] as number));
  }
}

function constantOf(formula: Formula): number | undefined {
  if (formula.kind === "number") return formula.value;
  return formula.kind === "negate" && formula.of.kind === "number" ? -formula.of.value : undefined;
}
