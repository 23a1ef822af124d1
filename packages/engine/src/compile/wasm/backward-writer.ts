import type { Formula } from "@outgrad/ops";
import { Code, type FormulaPrinter } from "@outgrad/ops/wasm";
import { BLOCK } from "../plan/plan.js";
import { type Adjoint, type Part, Waiting } from "./adjoint.js";
import { Block, type Product } from "./block.js";
import type { Flow, Operand } from "./flow.js";
import type { Item } from "./items.js";
import type { Layout } from "./layout.js";
import type { RowProduct } from "./row-products.js";
import { StepPrinter } from "./step-printer.js";

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
  /** Those of the sites that are left to be filled once all blocks are done, at their places. */
  readonly products: RowProduct[] = [];
  private readonly flow: Flow;
  private readonly item: Item;
  private readonly layout: Layout;
  private readonly gradients: Gradients;
  private readonly lanes: number;
  private readonly block: Block;
  private readonly steps: StepPrinter;
  private readonly firsts: boolean[] = [];
  private places = 0;

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
    const { flow, item } = this;
    const code = new Code(["i32"], 4096);
    const masks = this.block.masks(code, valid);
    const waiting = new Waiting();
    const isFirst = this.decisions();
    this.places = 0;
    for (let s = item.to - 1; s >= item.from; s--) {
      if (!flow.needsGradient(s)) continue;
      const step = flow.step(s);
      const own = this.own(code, s, waiting.take(s));
      step.operands.forEach((operand, i) => {
        if (!operand.needs) return;
        const part = { step, partial: step.op.partialFormulas[i] as Formula, own };
        if (flow.isLocal(s, operand)) waiting.give(operand.maker, part);
        else if (this.lanes > BLOCK && !operand.isRow) this.toSite(code, operand, part, masks);
        else
          this.withProduct(code, part, (product) => {
            if (operand.isRow || this.lanes === 1) this.toRow(code, operand, product, isFirst);
            else this.toNumber(code, operand, product, masks, isFirst);
          });
      });
      this.drop(code, own);
    }
    return code;
  }

  /** A step's gradient: what came from outside, and what steps of the same item hand to it. */
  private own(code: Code, s: number, parts: readonly Part[]): Adjoint {
    const { block, flow } = this;
    const isAdded = parts.length === 0 || flow.outside[s] !== 0;
    const [first] = parts;
    if (first && !isAdded && parts.length === 1 && constantOf(first.partial) === 1) return first.own;
    const locals = block.vectors.map(() => code.local(block.type));
    if (isAdded) {
      for (const u of block.vectors) {
        this.pushOutside(code, s, u);
        code.localSet(locals[u] as number);
      }
    }
    parts.forEach((part, k) => {
      this.withProduct(code, part, (product) => {
        for (const u of block.vectors) {
          if (k > 0 || isAdded) block.addProduct(code, () => code.localGet(locals[u] as number), product, u);
          else block.product(code, product, u);
          code.localSet(locals[u] as number);
        }
      });
      this.drop(code, part.own);
    });
    return { step: s, locals, uses: 1, isStored: false };
  }

  private drop(code: Code, adjoint: Adjoint): void {
    if (--adjoint.uses === 0) for (const local of adjoint.locals) code.release(local);
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
    this.block.pair(code, product, masks);
    code.v128Const(0).f64x2Add();
    const both = code.local("v128");
    code.localTee(both).f64x2ExtractLane(0).localGet(both).f64x2ExtractLane(1).f64Add();
    code.release(both);
    if (!first) code.f64Add();
    code.f64Store(at);
  }

  /** From each block of a row to the sum for one number: at once, or from the rows that are multiplied, later. */
  private toSite(code: Code, { slot }: Operand, part: Part, masks: readonly number[]): void {
    const place = this.places++;
    const { address } = this.sites[place] ?? { address: this.gradients.nextSite() };
    this.sites[place] = { address, slot };
    const { own, step, partial } = part;
    const factor = step.operands[step.op.args.indexOf(partial.kind === "name" ? partial.name : "")];
    if (factor?.isRow) {
      const gradient = this.stored(code, own);
      this.products[place] = { gradient, row: this.layout.values + 8 * factor.slot, site: address };
      return;
    }
    const sum = code.local("v128");
    code.i32Const(0).v128Load(address).localSet(sum);
    this.withProduct(code, part, (product) => this.block.addToSum(code, sum, product, masks));
    code.i32Const(0).localGet(sum).v128Store(address);
    code.release(sum);
  }

  /** Where in memory a gradient is, from now on. */
  private stored(code: Code, adjoint: Adjoint): number {
    const { block, flow, layout } = this;
    const at = layout.gradients + 8 * (flow.plan.out[adjoint.step] as number);
    if (adjoint.isStored) return at;
    adjoint.isStored = true;
    for (const u of block.vectors) {
      block.place(code);
      code.localGet(adjoint.locals[u] as number);
      block.store(code, at, u);
    }
    return at;
  }

  /** The same answers for the second body, that of the last block. */
  private decisions(): Gradients["isFirst"] {
    let next = 0;
    return (slot, lanes) => {
      if (this.firsts.length === next) this.firsts.push(this.gradients.isFirst(slot, lanes));
      return this.firsts[next++] as boolean;
    };
  }

  /** Does something with g times the local derivative. */
  private withProduct(code: Code, { step, partial, own }: Part, use: (product: Product) => void): void {
    const factor = constantOf(partial);
    const isProduct = factor !== 1 && factor !== -1;
    const shared = this.steps.shared(code, step, partial);
    const factors = (u: number): void => {
      code.localGet(own.locals[u] as number);
      if (isProduct) this.steps.print(code, step, partial, u, shared);
      else if (factor === -1) this.block.negate(code);
    };
    use({ isProduct, factors });
    for (const local of shared.values()) code.release(local);
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
