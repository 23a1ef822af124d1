import { Code, FormulaPrinter, WasmModule } from "@outgrad/ops/wasm";
import { BLOCK, type Plan } from "../plan/plan.js";
import { Flow, type Operand } from "./flow.js";
import { type Item, itemsOf } from "./items.js";
import { type Layout, layoutOf } from "./layout.js";
import { OpsWriter } from "./ops-writer.js";
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

/** A module of more steps would be above what browsers compile at once. */
const stepsPerModule = 30_000;

export function modulesOf(plan: Plan, updated?: Updated): Modules {
  const items = itemsOf(plan);
  const flow = new Flow(plan, items);
  const layout = layoutOf(plan, updated?.rule.names.length ?? 0);
  const pages = Math.ceil(layout.bytes / 65_536);
  const touched = flow.inPieces.slice();
  touched[plan.outputs[0] as number] = 1;
  const isFirst = (slot: number, lanes: number): boolean => {
    const first = touched[slot] === 0;
    touched.fill(1, slot, slot + lanes);
    return first;
  };
  let sites = 0;
  const nextSite = (): number => layout.sites + 16 * sites++;
  const parts = partsOf(items);
  const binaries: Uint8Array<ArrayBuffer>[] = [];
  // Last part first, because backward decides there what goes to a gradient first.
  for (const part of [...parts].reverse()) {
    const writer = new ModuleWriter(flow, layout, pages, isFirst, nextSite);
    binaries.unshift(writer.write(part, part === parts.at(-1) ? updated : undefined));
  }
  return { binaries, layout, pages, sites, pieces: stretches(flow.inPieces) };
}

class ModuleWriter {
  private readonly flow: Flow;
  private readonly layout: Layout;
  private readonly module: WasmModule;
  private readonly numbers: FormulaPrinter;
  private readonly rows: FormulaPrinter;
  private readonly shared: SharedFunctions;
  private readonly isFirst: (slot: number, lanes: number) => boolean;
  private readonly nextSite: () => number;

  constructor(
    flow: Flow,
    layout: Layout,
    pages: number,
    isFirst: (slot: number, lanes: number) => boolean,
    nextSite: () => number,
  ) {
    this.flow = flow;
    this.layout = layout;
    this.isFirst = isFirst;
    this.nextSite = nextSite;
    this.module = new WasmModule(pages);
    this.numbers = new FormulaPrinter(this.module, "f64");
    this.rows = new FormulaPrinter(this.module, "f64x2");
    this.shared = addSharedFunctions(this.module, layout);
  }

  write(items: readonly Item[], updated: Updated | undefined): Uint8Array<ArrayBuffer> {
    const writers = items.map((item) =>
      item.kind === "ops"
        ? new OpsWriter(
            this.flow,
            item,
            (this.flow.plan.lanes[item.from] as number) === 1 ? this.numbers : this.rows,
            this.layout,
            this.isFirst,
            this.nextSite,
          )
        : undefined,
    );
    const forward = new Code();
    items.forEach((item, i) => {
      const writer = writers[i];
      if (writer) this.overBlocks(forward, writer.lanes, this.module.addFunction(writer.forward(), []));
      else if (item.kind === "gather") this.gather(forward, item.from, this.shared.gather);
      else this.sum(forward, item.from);
    });
    this.module.addFunction(forward, [], "forward");
    const backward = new Code();
    for (let i = items.length - 1; i >= 0; i--) {
      const { kind, from, to } = items[i] as Item;
      if (kind === "gather") {
        if (this.flow.needsGradient(from)) this.gather(backward, from, this.shared.scatter);
      } else if (kind === "sum") this.spread(backward, from);
      else if (this.needsGradient(from, to)) this.backward(backward, writers[i] as OpsWriter);
    }
    this.module.addFunction(backward, [], "backward");
    if (updated) this.module.addFunction(updateCode(updated, this.numbers, this.layout), [], "update");
    return this.module.bytes();
  }

  private needsGradient(from: number, to: number): boolean {
    for (let s = from; s < to; s++) if (this.flow.needsGradient(s)) return true;
    return false;
  }

  /** Calls a function for each block of a row. */
  private overBlocks(code: Code, lanes: number, body: number, whole = Math.ceil(lanes / BLOCK)): void {
    if (whole === 0) return;
    if (whole === 1) {
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
      .i32Const(8 * BLOCK * whole)
      .i32LtU()
      .brIf(0)
      .end();
    code.release(place);
  }

  private backward(code: Code, writer: OpsWriter): void {
    const { lanes, sites } = writer;
    const over = lanes === 1 ? 0 : lanes % BLOCK;
    const whole = lanes === 1 ? 1 : Math.floor(lanes / BLOCK);
    if (whole > 0) this.overBlocks(code, lanes, this.module.addFunction(writer.backward(), []), whole);
    if (over > 0) {
      code.i32Const(8 * BLOCK * whole).call(this.module.addFunction(writer.backward(over), []));
    }
    for (const { address, slot } of sites) {
      const at = this.layout.gradients + 8 * slot;
      const first = this.isFirst(slot, 1);
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
      const first = this.isFirst(start.slot, 1);
      code.i32Const(0);
      if (!first) code.i32Const(0).f64Load(at);
      code.i32Const(0).f64Load(own);
      if (!first) code.f64Add();
      code.f64Store(at);
    }
    if (!row.needs || (row.maker >= 0 && summedBy[row.maker] === s)) return;
    const callee = this.isFirst(row.slot, lanes) ? this.shared.fill : this.shared.spread;
    code
      .i32Const(0)
      .f64Load(own)
      .i32Const(8 * row.slot)
      .i32Const(lanes)
      .call(callee);
  }
}

function partsOf(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]];
  let steps = 0;
  for (const item of items) {
    if (steps > stepsPerModule) {
      parts.push([]);
      steps = 0;
    }
    parts.at(-1)?.push(item);
    steps += item.to - item.from;
  }
  return parts;
}

/** The runs of marked slots. */
function stretches(marked: Uint8Array): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = marked.indexOf(1); from >= 0; ) {
    const end = marked.indexOf(0, from);
    const to = end < 0 ? marked.length : end;
    found.push([from, to]);
    from = marked.indexOf(1, to);
  }
  return found;
}
