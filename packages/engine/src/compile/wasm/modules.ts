import { Code, FormulaPrinter, WasmModule } from "@outgrad/ops/wasm";
import { BLOCK, type Plan } from "../plan/plan.js";
import { stretches } from "../stretches.js";
import { BackwardWriter, type Gradients } from "./backward-writer.js";
import { Flow, type Operand } from "./flow.js";
import { forwardCode } from "./forward-writer.js";
import { type Item, itemsOf } from "./items.js";
import { type Layout, layoutOf } from "./layout.js";
import { rowProductCodes } from "./row-products.js";
import { addSharedFunctions, type SharedFunctions } from "./shared-functions.js";
import { type Updated, updateCode } from "./update-writer.js";

/** The binaries of a compiled plan, each with functions `forward` and `backward`, and what to do around them. */
export interface Modules {
  /** To be run in order; backward from the last to the first. */
  readonly binaries: readonly Uint8Array<ArrayBuffer>[];
  readonly layout: Layout;
  readonly pages: number;
  /** Where sums over blocks are kept: zeros before backward. */
  readonly sites: number;
  /** Slots whose gradients are -0 before backward. */
  readonly pieces: readonly (readonly [from: number, to: number])[];
}

/** A module of this many bytes gets no more items: browsers compile at most 8 MB at once, and an item has at most 2. */
const fullModule = 4_000_000;
/** About how many bytes it takes to call what an item does. */
const bytesOfCalls = 64;

export function modulesOf(plan: Plan, updated?: Updated, relaxedFma = false): Modules {
  const items = itemsOf(plan);
  const flow = new Flow(plan, items, relaxedFma);
  const layout = layoutOf(plan, updated?.rule.names.length ?? 0);
  const pages = Math.ceil(layout.bytes / 65_536);
  const touched = flow.inPieces.slice();
  touched[plan.outputs[0] as number] = 1;
  let sites = 0;
  const gradients: Gradients = {
    isFirst: (slot, lanes) => {
      const first = touched[slot] === 0;
      touched.fill(1, slot, slot + lanes);
      return first;
    },
    nextSite: () => layout.sites + 16 * sites++,
  };
  const binaries: Uint8Array<ArrayBuffer>[] = [];
  // The last items first, because backward decides there what goes to a gradient first.
  const rest = [...items];
  do {
    const writer = new ModuleWriter(flow, layout, pages, gradients);
    binaries.unshift(writer.write(rest, binaries.length === 0 ? updated : undefined));
  } while (rest.length > 0);
  return { binaries, layout, pages, sites, pieces: stretches(flow.inPieces) };
}

class ModuleWriter {
  private readonly flow: Flow;
  private readonly layout: Layout;
  private readonly module: WasmModule;
  private readonly numbers: FormulaPrinter;
  private readonly rows: FormulaPrinter;
  private readonly shared: SharedFunctions;
  private readonly gradients: Gradients;
  /** The bytes of the functions so far. */
  private size = 0;

  constructor(flow: Flow, layout: Layout, pages: number, gradients: Gradients) {
    this.flow = flow;
    this.layout = layout;
    this.gradients = gradients;
    this.module = new WasmModule(pages);
    this.numbers = new FormulaPrinter(this.module, "f64");
    this.rows = new FormulaPrinter(this.module, "f64x2");
    this.shared = addSharedFunctions(this.module, layout);
  }

  /** Takes items from the end of `rest` until the module is full. */
  write(rest: Item[], updated: Updated | undefined): Uint8Array<ArrayBuffer> {
    const [forward, backward] = [new Code(), new Code()];
    const calls: (() => void)[] = [];
    while (rest.length > 0 && this.size < fullModule) {
      const item = rest.pop() as Item;
      calls.push(this.forward(forward, item));
      if (this.needsGradient(item)) this.backward(backward, item);
      this.size += bytesOfCalls;
    }
    for (const call of calls.reverse()) call();
    this.module.addFunction(forward, [], "forward");
    this.module.addFunction(backward, [], "backward");
    if (updated) this.module.addFunction(updateCode(updated, this.numbers, this.layout), [], "update");
    return this.module.bytes();
  }

  private add(body: Code): number {
    this.size += body.length;
    return this.module.addFunction(body, []);
  }

  private needsGradient({ from, to }: Item): boolean {
    for (let s = from; s < to; s++) if (this.flow.needsGradient(s)) return true;
    return false;
  }

  private lanesOf({ from }: Item): number {
    return this.flow.plan.lanes[from] as number;
  }

  private printerFor(lanes: number): FormulaPrinter {
    return lanes === 1 ? this.numbers : this.rows;
  }

  /** Calls a function for each of the first blocks of a row. */
  private overBlocks(code: Code, blocks: number, body: number): void {
    if (blocks === 1) {
      code.i32Const(0).call(body);
      return;
    }
    const place = code.local("i32");
    code.i32Const(0).localSet(place).loop();
    code.localGet(place).call(body);
    code
      .localGet(place)
      .i32Const(8 * BLOCK)
      .i32Add()
      .localTee(place);
    code
      .i32Const(8 * BLOCK * blocks)
      .i32LtU()
      .brIf(0)
      .end();
    code.release(place);
  }

  /** What writes the forward part of an item into code. */
  private forward(code: Code, item: Item): () => void {
    if (item.kind === "gather") return () => this.gather(code, item.from, this.shared.gather);
    if (item.kind === "sum") return () => this.sum(code, item.from);
    const lanes = this.lanesOf(item);
    const body = this.add(forwardCode(this.flow, item, this.layout, this.printerFor(lanes)));
    return () => this.overBlocks(code, Math.ceil(lanes / BLOCK), body);
  }

  private backward(code: Code, item: Item): void {
    if (item.kind === "gather") this.gather(code, item.from, this.shared.scatter);
    else if (item.kind === "sum") this.spread(code, item.from);
    else this.backwardOps(code, item);
  }

  private backwardOps(code: Code, item: Item): void {
    const lanes = this.lanesOf(item);
    const { flow, layout, gradients } = this;
    const writer = new BackwardWriter(flow, item, layout, this.printerFor(lanes), gradients);
    const over = lanes === 1 ? 0 : lanes % BLOCK;
    const whole = lanes === 1 ? 1 : Math.floor(lanes / BLOCK);
    if (whole > 0) this.overBlocks(code, whole, this.add(writer.write()));
    if (over > 0) code.i32Const(8 * BLOCK * whole).call(this.add(writer.write(over)));
    for (const body of rowProductCodes(Object.values(writer.products), lanes, flow.relaxedFma)) {
      code.i32Const(0).call(this.add(body));
    }
    for (const { address, slot } of writer.sites) {
      const at = this.layout.gradients + 8 * slot;
      const first = this.gradients.isFirst(slot, 1);
      code.i32Const(0);
      if (!first) code.i32Const(0).f64Load(at);
      code
        .i32Const(0)
        .f64Load(address)
        .i32Const(0)
        .f64Load(address + 8)
        .f64Add();
      if (!first) code.f64Add();
      code.f64Store(at);
    }
  }

  private gather(code: Code, s: number, callee: number): void {
    const { plan } = this.flow;
    code.i32Const(this.layout.indices + 4 * (plan.a[s] as number));
    code
      .i32Const(8 * (plan.out[s] as number))
      .i32Const(plan.lanes[s] as number)
      .call(callee);
  }

  private sum(code: Code, s: number): void {
    const { plan } = this.flow;
    const [row, start] = this.flow.operands(s) as [Operand, Operand];
    code.i32Const(8 * (plan.out[s] as number));
    code.i32Const(0).f64Load(this.layout.values + 8 * start.slot);
    code
      .i32Const(8 * row.slot)
      .i32Const(plan.lanes[s] as number)
      .call(this.shared.sum);
    code.f64Store(this.layout.values);
  }

  private spread(code: Code, s: number): void {
    const { plan, summedBy } = this.flow;
    const [row, start] = this.flow.operands(s) as [Operand, Operand];
    const lanes = plan.lanes[s] as number;
    const own = this.layout.gradients + 8 * (plan.out[s] as number);
    if (start.needs) {
      const at = this.layout.gradients + 8 * start.slot;
      const first = this.gradients.isFirst(start.slot, 1);
      code.i32Const(0);
      if (!first) code.i32Const(0).f64Load(at);
      code.i32Const(0).f64Load(own);
      if (!first) code.f64Add();
      code.f64Store(at);
    }
    if (!row.needs || (row.maker >= 0 && summedBy[row.maker] === s)) return;
    const callee = this.gradients.isFirst(row.slot, lanes) ? this.shared.fill : this.shared.spread;
    code
      .i32Const(0)
      .f64Load(own)
      .i32Const(8 * row.slot)
      .i32Const(lanes)
      .call(callee);
  }
}
