import type { Formula } from "../formula/ast.js";
import { fold } from "../formula/fold.js";
import { Code, type ValueType } from "./code.js";
import { extremeOf } from "./extreme.js";
import { largeAngleOfLanes } from "./large-angle.js";
import type { WasmModule } from "./module.js";
import { instructions, primitiveOf, type Shape } from "./primitives.js";
import { straightLine } from "./straight-line.js";
import { isWorthATest, weightOf, weightOfProgram } from "./weight.js";

/** Writes code that leaves the value of a name on the stack. */
export type Read = (name: string) => void;

/** Of one number, a side of a choice with more instructions is skipped where it is not taken. */
const skipped = 4;

/**
 * Writes formulas as WebAssembly, one number at a time ("f64") or two in the lanes of a vector ("f64x2"), with the same
 * bits as JavaScript for every input (any NaN for a NaN). The intrinsics that they call are added to the module as
 * functions of that shape when they are first needed.
 */
export class FormulaPrinter {
  /** Whether it writes one number at a time or lanes. */
  readonly shape: Shape;
  /** The type of a value: "f64" or "v128". */
  readonly type: ValueType;
  readonly #module: WasmModule;
  readonly #inlined: number;
  readonly #largeAngle: number;
  readonly #functions = new Map<string, number>();
  readonly #folded = new WeakMap<Formula, Formula>();

  /**
   * A printer for formulas of that shape in that module. Intrinsics of up to `inlined` instructions are written where
   * they are called instead of being called: with 400 a loop over one formula is up to a fifth faster, since its
   * constants stay outside; a long program is better off with the functions.
   *
   * @throws Error if the module has functions of its own already: the printer needs an import, and imports come first.
   */
  constructor(module: WasmModule, shape: Shape, inlined = 60) {
    this.shape = shape;
    this.type = shape === "f64" ? "f64" : "v128";
    this.#module = module;
    this.#inlined = inlined;
    this.#largeAngle = module.importFunction("largeAngle", { params: ["f64", "f64"], results: ["f64"] });
  }

  /**
   * Writes code that leaves the formula's value on the stack. `read` is called wherever the formula reads a name, and
   * writes code that pushes its value: it should be short, such as a `localGet`. Locals that are needed on the way are
   * taken from the code and given back.
   *
   * @throws Error for a call of what is not an intrinsic, or with another number of arguments.
   */
  print(formula: Formula, code: Code, read: Read): void {
    let folded = this.#folded.get(formula);
    if (folded === undefined) {
      folded = fold(formula);
      this.#folded.set(formula, folded);
    }
    this.#write(folded, code, read);
  }

  /** Pushes a number, the same in all lanes. */
  constant(value: number, code: Code): void {
    if (this.shape === "f64") code.f64Const(value);
    else code.v128Const(value);
  }

  /**
   * The index of an intrinsic's function: it takes its arguments and gives its value in this shape.
   *
   * @throws Error for a name that is not an intrinsic written as a program.
   */
  functionOf(name: string): number {
    const known = this.#functions.get(name);
    if (known !== undefined) return known;
    const { args } = straightLine(name);
    const params = args.map(() => this.type);
    const index = this.#module.reserveFunction({ params, results: [this.type] });
    this.#functions.set(name, index);
    const code = new Code(params, 1024);
    this.#program(name, [], code, (arg) => code.localGet(args.indexOf(arg)));
    this.#module.defineFunction(index, code);
    return index;
  }

  #write(formula: Formula, code: Code, read: Read): void {
    const { negate, binary } = instructions[this.shape];
    switch (formula.kind) {
      case "number":
        this.constant(formula.value, code);
        return;
      case "name":
        read(formula.name);
        return;
      case "negate":
        this.#write(formula.of, code, read);
        code.op(negate);
        return;
      case "binary":
        this.#write(formula.left, code, read);
        this.#write(formula.right, code, read);
        code.op(binary[formula.operator]);
        return;
      case "choose":
        if (this.shape === "f64") this.#choice(formula, code, read);
        else this.#choiceOfLanes(formula, code, read);
        return;
      case "call":
        this.#call(formula.name, formula.args, code, read);
    }
  }

  #comparison(formula: Formula & { kind: "choose" }, code: Code, read: Read): void {
    this.#write(formula.left, code, read);
    this.#write(formula.right, code, read);
    code.op(instructions[this.shape].compare[formula.comparison]);
  }

  #choice(formula: Formula & { kind: "choose" }, code: Code, read: Read): void {
    const { then, otherwise } = formula;
    if (Math.max(weightOf(then), weightOf(otherwise)) > skipped) {
      this.#comparison(formula, code, read);
      code.if("f64");
      this.#write(then, code, read);
      code.else();
      this.#write(otherwise, code, read);
      code.end();
    } else {
      this.#write(then, code, read);
      this.#write(otherwise, code, read);
      this.#comparison(formula, code, read);
      code.select();
    }
  }

  /** Both sides, unless a long one is taken in no lane, and then lane by lane the one that the comparison says. */
  #choiceOfLanes(formula: Formula & { kind: "choose" }, code: Code, read: Read): void {
    const { then, otherwise } = formula;
    const extreme = extremeOf(formula);
    if (extreme) {
      this.#write(extreme.first, code, read);
      this.#write(extreme.second, code, read);
      code.op(extreme.opcode);
      return;
    }
    const [skipsThen, skipsOtherwise] = [isWorthATest(then, otherwise), isWorthATest(otherwise, then)];
    if (!skipsThen && !skipsOtherwise) {
      const sides = isZero(then) ? [otherwise] : isZero(otherwise) ? [then] : [then, otherwise];
      for (const side of sides) this.#write(side, code, read);
      this.#comparison(formula, code, read);
      if (sides.length === 2) code.v128Bitselect();
      else if (isZero(then)) code.v128Andnot();
      else code.v128And();
      return;
    }
    const mask = code.local("v128");
    this.#comparison(formula, code, read);
    code.localSet(mask);
    if (skipsThen) code.localGet(mask).i64x2Bitmask().if("v128");
    this.#write(then, code, read);
    if (skipsThen) code.else().v128Const(0).end();
    if (skipsOtherwise) code.localGet(mask).i64x2Bitmask().i32Const(3).i32Ne().if("v128");
    this.#write(otherwise, code, read);
    if (skipsOtherwise) code.else().v128Const(0).end();
    code.localGet(mask).v128Bitselect();
    code.release(mask);
  }

  #call(name: string, args: readonly Formula[], code: Code, read: Read): void {
    const primitive = primitiveOf(name, this.shape);
    checkCall(name, args);
    if (primitive) {
      primitive(code, () => this.#write(args[0] as Formula, code, read));
      return;
    }
    const isLargeAngle = name === "largeAngle";
    if (!isLargeAngle && weightOfProgram(name) <= this.#inlined) {
      this.#inline(name, args, code, read);
      return;
    }
    for (const arg of args) this.#write(arg, code, read);
    if (!isLargeAngle) code.call(this.functionOf(name));
    else code.call(this.shape === "f64" ? this.#largeAngle : this.#largeAngleOfLanes());
  }

  /** Writes a program where it is called: its arguments are constants, names of the caller, or computed once. */
  #inline(name: string, args: readonly Formula[], code: Code, read: Read): void {
    const values = args.map((arg) => (arg.kind === "number" ? arg.value : undefined));
    const names = straightLine(name).args;
    const taken: number[] = [];
    const readers = new Map<string, () => void>();
    args.forEach((arg, i) => {
      if (arg.kind === "number") return;
      if (arg.kind === "name") {
        readers.set(names[i] as string, () => read(arg.name));
        return;
      }
      const local = code.local(this.type);
      this.#write(arg, code, read);
      code.localSet(local);
      taken.push(local);
      readers.set(names[i] as string, () => code.localGet(local));
    });
    this.#program(name, values, code, (arg) => readers.get(arg)?.());
    for (const local of taken) code.release(local);
  }

  /** A program's lines, each into a local, and its value. */
  #program(name: string, values: readonly (number | undefined)[], code: Code, argument: Read): void {
    const { lines, value } = straightLine(name, values);
    const locals = new Map<string, number>();
    const read = (name: string) => {
      const local = locals.get(name);
      if (local === undefined) argument(name);
      else code.localGet(local);
    };
    for (const line of lines) {
      this.#write(line.formula, code, read);
      const local = code.local(this.type);
      code.localSet(local);
      locals.set(line.name, local);
    }
    this.#write(value, code, read);
    for (const local of locals.values()) code.release(local);
  }

  #largeAngleOfLanes(): number {
    const known = this.#functions.get("largeAngle");
    if (known !== undefined) return known;
    const index = this.#module.addFunction(largeAngleOfLanes(this.#largeAngle), ["v128"]);
    this.#functions.set("largeAngle", index);
    return index;
  }
}

function checkCall(name: string, args: readonly Formula[]): void {
  const wanted = name === "largeAngle" ? 2 : primitiveOf(name, "f64") ? 1 : straightLine(name).args.length;
  if (args.length === wanted) return;
  throw new Error(`print: ${name} takes ${wanted} argument${wanted === 1 ? "" : "s"}, found ${args.length}.`);
}

/** Whether it is the number 0, all of whose bits are 0. */
function isZero(formula: Formula): boolean {
  return formula.kind === "number" && Object.is(formula.value, 0);
}
