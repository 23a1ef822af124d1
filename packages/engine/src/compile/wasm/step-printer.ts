import { type Formula, partsOf } from "@outgrad/ops";
import type { Code, FormulaPrinter } from "@outgrad/ops/wasm";
import type { Block } from "./block.js";
import type { Flow, Operand, Step } from "./flow.js";
import type { Layout } from "./layout.js";

/** The locals that hold what a formula reads, by name. */
export type Reads = ReadonlyMap<string, number>;

const none: ReadonlyMap<number, readonly number[]> = new Map();

/** Writes the formulas of steps with what they read: numbers in locals, or in memory. */
export class StepPrinter {
  private readonly flow: Flow;
  private readonly layout: Layout;
  private readonly block: Block;
  private readonly printer: FormulaPrinter;

  constructor(flow: Flow, layout: Layout, block: Block, printer: FormulaPrinter) {
    this.flow = flow;
    this.layout = layout;
    this.block = block;
    this.printer = printer;
  }

  /** Puts the numbers that all lanes of a step share, and that a formula reads, into both lanes of locals. */
  shared(code: Code, { op, operands }: Step, formula: Formula): Reads {
    const locals = new Map<string, number>();
    operands.forEach((operand, i) => {
      const name = op.args[i] as string;
      if (!this.isShared(operand) || !timesRead(formula).has(name)) return;
      const local = code.local("v128");
      code
        .i32Const(0)
        .v128Load64Splat(this.layout.values + 8 * operand.slot)
        .localSet(local);
      locals.set(name, local);
    });
    return locals;
  }

  /** Pushes a formula of a step for vector u. What steps have made stands in the locals `made`. */
  print(code: Code, step: Step, formula: Formula, u: number, shared: Reads, made = none): void {
    const repeated = this.repeated(code, step, formula, u, made);
    this.printer.print(formula, code, (name) => {
      const local = repeated.get(name) ?? shared.get(name);
      if (local === undefined) this.read(code, step, name, u, made);
      else code.localGet(local);
    });
    for (const local of repeated.values()) code.release(local);
  }

  /** Puts what a formula reads from memory more than once into locals. */
  private repeated(code: Code, step: Step, formula: Formula, u: number, made: typeof none): Reads {
    const locals = new Map<string, number>();
    for (const [name, times] of timesRead(formula)) {
      const operand = step.operands[step.op.args.indexOf(name)];
      if (times < 2 || (operand && (made.has(operand.maker) || this.isShared(operand)))) continue;
      const slot = operand ? operand.slot : name === "y" ? step.out : undefined;
      if (slot === undefined) continue;
      const local = code.local(this.block.type);
      this.block.load(code, this.layout.values + 8 * slot, u);
      code.localSet(local);
      locals.set(name, local);
    }
    return locals;
  }

  /** Pushes what a name of the op stands for. */
  private read(code: Code, step: Step, name: string, u: number, made: typeof none): void {
    const operand = step.operands[step.op.args.indexOf(name)];
    const local = operand && made.get(operand.maker)?.[u];
    if (local !== undefined) code.localGet(local);
    else if (operand || name === "y")
      this.block.load(code, this.layout.values + 8 * (operand ?? { slot: step.out }).slot, u);
    else this.printer.constant(this.flow.param(step, name), code);
  }

  private isShared({ isRow }: Operand): boolean {
    return !isRow && this.block.type === "v128";
  }
}

const known = new WeakMap<Formula, ReadonlyMap<string, number>>();

/** How often a formula reads each name. */
function timesRead(formula: Formula): ReadonlyMap<string, number> {
  const before = known.get(formula);
  if (before !== undefined) return before;
  const counts = new Map<string, number>();
  const visit = (part: Formula): void => {
    if (part.kind === "name") counts.set(part.name, (counts.get(part.name) ?? 0) + 1);
    for (const inner of partsOf(part)) visit(inner);
  };
  visit(formula);
  known.set(formula, counts);
  return counts;
}
