import { HoistingCode } from "@outgrad/ops/wasm";

/** An i32 expression: called, it writes the instructions that push its value. */
export type Expression = () => void;

/** The binary operators on i32 that have an instruction. */
const operators = {
  sum: "i32Add",
  difference: "i32Sub",
  product: "i32Mul",
  quotient: "i32DivU",
  remainder: "i32RemU",
  equal: "i32Eq",
  below: "i32LtU",
  most: "i32LeU",
  and: "i32And",
  or: "i32Or",
  shift: "i32ShrU",
} as const;

/** A function of integers in the making: its code, its parameters by name, and what its statements are written with. */
export class Routine<Name extends string> {
  /** What has been written. */
  readonly code: HoistingCode;
  /** The locals of the parameters. */
  readonly at: Readonly<Record<Name, number>>;

  /** An empty function that takes integers of such names, in this order. */
  constructor(...names: readonly Name[]) {
    this.code = new HoistingCode(names.map(() => "i32"));
    this.at = Object.fromEntries(names.map((name, i) => [name, i])) as Record<Name, number>;
  }

  /** A new integer local. */
  local(): number {
    return this.code.local("i32");
  }

  /** Sets a local. */
  set(local: number, value: Expression): void {
    value();
    this.code.localSet(local);
  }

  /** Adds to a local. */
  advance(local: number, by: Expression): void {
    this.code.localGet(local);
    by();
    this.code.i32Add().localSet(local);
  }

  /** Runs one body or the other. */
  when(condition: Expression, then: () => void, otherwise?: () => void): void {
    condition();
    this.code.if();
    then();
    if (otherwise) {
      this.code.else();
      otherwise();
    }
    this.code.end();
  }

  /** Runs a body at least once, and again as long as the condition holds after it. */
  repeat(body: () => void, condition: Expression): void {
    this.code.loop();
    body();
    condition();
    this.code.brIf(0).end();
  }

  /** Runs a body with a local at 0, at `step` and so on: at least once, and as long as it is below `end`. */
  sweep(local: number, step: number, end: Expression, body: () => void): void {
    this.set(local, this.number(0));
    this.repeat(
      () => {
        body();
        this.advance(local, this.number(step));
      },
      this.binary("below", this.get(local), end),
    );
  }

  /** Calls a function of the module. */
  call(index: number, ...values: readonly Expression[]): void {
    for (const value of values) value();
    this.code.call(index);
  }

  /** Pushes a local. */
  readonly get = (local: number): Expression => {
    return () => void this.code.localGet(local);
  };

  /** Pushes a constant. */
  readonly number = (value: number): Expression => {
    return () => void this.code.i32Const(value);
  };

  /** Applies an operator. */
  readonly binary = (operator: keyof typeof operators, left: Expression, right: Expression): Expression => {
    return () => {
      left();
      right();
      this.code[operators[operator]]();
    };
  };

  /** Adds up. */
  readonly sum = (first: Expression, ...rest: readonly Expression[]): Expression => {
    return rest.reduce((left, right) => this.binary("sum", left, right), first);
  };

  /** Multiplies. */
  readonly product = (left: Expression, right: Expression): Expression => this.binary("product", left, right);

  /** The smaller of two, as unsigned numbers. */
  readonly least = (left: Expression, right: Expression): Expression => {
    return () => {
      left();
      right();
      this.binary("below", left, right)();
      this.code.select();
    };
  };
}

/** 0, 1, ... below a length. */
export const range = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);
