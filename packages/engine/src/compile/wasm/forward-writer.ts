import type { Formula } from "@outgrad/ops";
import { Code, type FormulaPrinter } from "@outgrad/ops/wasm";
import { productsOf } from "../products.js";
import { Block } from "./block.js";
import type { Flow, Step } from "./flow.js";
import type { Item } from "./items.js";
import type { Layout } from "./layout.js";
import { StepPrinter } from "./step-printer.js";

/**
 * Writes the ops of an item as one function of the place of a block, in bytes. Numbers that the item reads again stay
 * in locals; only those that others read go to memory.
 */
export function forwardCode(flow: Flow, item: Item, layout: Layout, printer: FormulaPrinter): Code {
  const block = new Block(flow.plan.lanes[item.from] as number, flow.relaxedFma);
  const steps = new StepPrinter(flow, layout, block, printer);
  const code = new Code(["i32"], 4096);
  const lastReads = lastReadsOf(flow, item);
  const made = new Map<number, number[]>();
  const products = flow.relaxedFma && block.type === "v128" ? productsOf(flow.plan) : undefined;
  for (let s = item.from; s < item.to; s++) {
    const isRead = lastReads.has(s);
    const isStored = flow.stored[s] === 1;
    if (!isStored && !isRead) continue;
    // A product that the next step adds is computed there.
    if (s + 1 < item.to && (products?.[s + 1] ?? -1) >= 0) continue;
    const step = flow.step(s);
    const { formula } = step.op;
    const product = s > item.from ? (products?.[s] ?? -1) : -1;
    const factors = product < 0 ? undefined : flow.step(s - 1);
    const shared = steps.shared(code, factors ?? step, (factors ?? step).op.formula);
    const rest = factors ? steps.shared(code, step, nameOf(step, 1 - product)) : undefined;
    const results: number[] = [];
    for (const u of block.vectors) {
      if (isStored) block.place(code);
      if (factors && rest) {
        const sum = (): void => steps.print(code, step, nameOf(step, 1 - product), u, rest, made);
        const push = (): void => {
          for (const operand of [0, 1]) steps.print(code, factors, nameOf(factors, operand), u, shared, made);
        };
        block.addProduct(code, sum, { isProduct: true, factors: push }, u);
      } else steps.print(code, step, formula, u, shared, made);
      if (isRead) {
        const local = code.local(block.type);
        results.push(local);
        if (isStored) code.localTee(local);
        else code.localSet(local);
      }
      if (isStored) block.store(code, layout.values + 8 * step.out, u);
    }
    for (const local of [...shared.values(), ...(rest?.values() ?? [])]) code.release(local);
    if (isRead) made.set(s, results);
    for (const { maker } of step.operands) {
      if (lastReads.get(maker) !== s) continue;
      for (const local of made.get(maker) ?? []) code.release(local);
      made.delete(maker);
    }
  }
  return code;
}

/** An operand of a step as a formula. */
const nameOf = ({ op }: Step, operand: number): Formula => ({
  kind: "name",
  name: op.args[operand] as string,
  span: [0, 0],
});

/** For each step, the last one of the item that reads it in a local. */
function lastReadsOf(flow: Flow, item: Item): Map<number, number> {
  const last = new Map<number, number>();
  for (let s = item.from; s < item.to; s++) {
    for (const operand of flow.operands(s)) if (flow.isLocal(s, operand)) last.set(operand.maker, s);
  }
  return last;
}
