import { Code, type FormulaPrinter } from "@outgrad/ops/wasm";
import { Block } from "./block.js";
import type { Flow } from "./flow.js";
import type { Item } from "./items.js";
import type { Layout } from "./layout.js";
import { StepPrinter } from "./step-printer.js";

/**
 * Writes the ops of an item as one function of the place of a block, in bytes. Numbers that the item reads again stay
 * in locals; only those that others read go to memory.
 */
export function forwardCode(flow: Flow, item: Item, layout: Layout, printer: FormulaPrinter): Code {
  const block = new Block(flow.plan.lanes[item.from] as number);
  const steps = new StepPrinter(flow, layout, block, printer);
  const code = new Code(["i32"], 4096);
  const lastReads = lastReadsOf(flow, item);
  const made = new Map<number, number[]>();
  for (let s = item.from; s < item.to; s++) {
    const isRead = lastReads.has(s);
    const isStored = flow.stored[s] === 1;
    if (!isStored && !isRead) continue;
    const step = flow.step(s);
    const { formula } = step.op;
    const shared = steps.shared(code, step, formula);
    const results: number[] = [];
    for (const u of block.vectors) {
      if (isStored) block.place(code);
      steps.print(code, step, formula, u, shared, made);
      if (isRead) {
        const local = code.local(block.type);
        results.push(local);
        if (isStored) code.localTee(local);
        else code.localSet(local);
      }
      if (isStored) block.store(code, layout.values + 8 * step.out, u);
    }
    for (const local of shared.values()) code.release(local);
    if (isRead) made.set(s, results);
    for (const { maker } of step.operands) {
      if (lastReads.get(maker) !== s) continue;
      for (const local of made.get(maker) ?? []) code.release(local);
      made.delete(maker);
    }
  }
  return code;
}

/** For each step, the last one of the item that reads it in a local. */
function lastReadsOf(flow: Flow, item: Item): Map<number, number> {
  const last = new Map<number, number>();
  for (let s = item.from; s < item.to; s++) {
    for (const operand of flow.operands(s)) if (flow.isLocal(s, operand)) last.set(operand.maker, s);
  }
  return last;
}
