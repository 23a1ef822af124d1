import { Bytes } from "./bytes.js";
import { opcodes } from "./opcodes.js";

/** The types of WebAssembly's values that programs of numbers need; a v128 is two lanes of f64 or four of f32. */
export type ValueType = "i32" | "i64" | "f64" | "v128";

/** Their bytes in a binary. */
export const typeBytes: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };

/** A method for each instruction that stands alone, such as `f64Add` or `f64x2Mul`: it writes that instruction. */
export type Instructions<Self> = { readonly [name in keyof typeof opcodes]: () => Self };

/** Its instructions that stand alone. */
export interface Code extends Instructions<Code> {}
/**
 * The body of one function, as it is written: a method writes the instruction of its name and returns the code, so
 * `code.localGet(0).localGet(1).f64Add()` is a sum. Nothing is checked here; the engine does it when it compiles.
 * Locals are taken and given back by type, so that a long program needs few.
 */
export class Code {
  /** The types of the parameters, the first locals. */
  readonly params: readonly ValueType[];
  /** The types of the other locals, in order. */
  readonly locals: ValueType[] = [];
  readonly #free: Record<ValueType, number[]> = { i32: [], i64: [], f64: [], v128: [] };
  readonly #bytes: Bytes;

  /** The empty body of a function with such parameters; `capacity` is the room for bytes to start with. */
  constructor(params: readonly ValueType[] = [], capacity = 64) {
    this.params = params;
    this.#bytes = new Bytes(capacity);
  }

  /** How many bytes have been written; WebAssembly's engines refuse a function above 7,654,321. */
  get length(): number {
    return this.#bytes.length;
  }

  /** The bytes without the last `end`; good until more is written. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.written();
  }

  /** The index of a local of that type, new or given back before: its value is 0 or left from before. */
  local(type: ValueType): number {
    return this.#free[type].pop() ?? this.params.length + this.locals.push(type) - 1;
  }

  /** Gives a local back that `local` gave: the next one who asks for that type may get it. */
  release(index: number): void {
    this.#free[this.locals[index - this.params.length] as ValueType].push(index);
  }

  /** An instruction without operands by its number, as `opcodes` has it. */
  op(opcode: number): this {
    if (opcode < 0x100) this.#bytes.byte(opcode);
    else if (opcode < 0x10000) this.#bytes.byte(opcode >> 8).unsigned(opcode & 0xff);
    else this.#bytes.byte(opcode >> 16).unsigned(opcode & 0xffff);
    return this;
  }

  /** Pushes a local. */
  localGet(index: number): this {
    return this.#indexed(0x20, index);
  }

  /** Takes a value from the stack into a local. */
  localSet(index: number): this {
    return this.#indexed(0x21, index);
  }

  /** Copies the value on the stack into a local. */
  localTee(index: number): this {
    return this.#indexed(0x22, index);
  }

  /** Pushes an integer of 32 bits; of a larger number its lowest 32. */
  i32Const(value: number): this {
    this.#bytes.byte(0x41).signed(value);
    return this;
  }

  /** Pushes an integer of 64 bits. */
  i64Const(value: bigint): this {
    this.#bytes.byte(0x42).signed64(value);
    return this;
  }

  /** Pushes a number. */
  f64Const(value: number): this {
    this.#bytes.byte(0x44).double(value);
    return this;
  }

  /** Two lanes of f64; both the same if one is given. */
  v128Const(low: number, high = low): this {
    this.#bytes.byte(0xfd).byte(0x0c).double(low).double(high);
    return this;
  }

  /** Loads take the address from the stack and add the static offset, in bytes, below 2^32. */
  i32Load(offset = 0): this {
    return this.#memory(0x28, 2, offset);
  }

  /** One f64. */
  f64Load(offset = 0): this {
    return this.#memory(0x2b, 3, offset);
  }

  /** Two f64. */
  v128Load(offset = 0): this {
    return this.#memory(0xfd00, 4, offset);
  }

  /** One f32 into all four lanes. */
  v128Load32Splat(offset = 0): this {
    return this.#memory(0xfd09, 2, offset);
  }

  /** One f64 into both lanes. */
  v128Load64Splat(offset = 0): this {
    return this.#memory(0xfd0a, 3, offset);
  }

  /** One f32 into the lowest lane, 0 into the others. */
  v128Load32Zero(offset = 0): this {
    return this.#memory(0xfd5c, 2, offset);
  }

  /** One f64 into the low lane, 0 into the high one. */
  v128Load64Zero(offset = 0): this {
    return this.#memory(0xfd5d, 3, offset);
  }

  /** Stores take the address and above it the value from the stack. */
  i32Store(offset = 0): this {
    return this.#memory(0x36, 2, offset);
  }

  /** One f64. */
  f64Store(offset = 0): this {
    return this.#memory(0x39, 3, offset);
  }

  /** Two f64. */
  v128Store(offset = 0): this {
    return this.#memory(0xfd0b, 4, offset);
  }

  /** Loads one f32 into one lane of the vector on the stack, which lies above the address. */
  v128Load32Lane(lane: 0 | 1 | 2 | 3, offset = 0): this {
    return this.#lane(0xfd56, 2, offset, lane);
  }

  /** The same with one f64. */
  v128Load64Lane(lane: 0 | 1, offset = 0): this {
    return this.#lane(0xfd57, 3, offset, lane);
  }

  /** Stores one lane. */
  v128Store32Lane(lane: 0 | 1 | 2 | 3, offset = 0): this {
    return this.#lane(0xfd5a, 2, offset, lane);
  }

  /** The same of f64. */
  v128Store64Lane(lane: 0 | 1, offset = 0): this {
    return this.#lane(0xfd5b, 3, offset, lane);
  }

  /** The f64 in one lane. */
  f64x2ExtractLane(lane: 0 | 1): this {
    return this.op(0xfd21).#immediate(lane);
  }

  /** The vector below the f64 on the stack, with that f64 in one lane. */
  f64x2ReplaceLane(lane: 0 | 1): this {
    return this.op(0xfd22).#immediate(lane);
  }

  /** The sixteen bytes are numbered 0 to 15 in the first vector and 16 to 31 in the second. */
  i8x16Shuffle(lanes: readonly number[]): this {
    this.op(0xfd0d);
    for (const lane of lanes) this.#bytes.byte(lane);
    return this;
  }

  /** Opens a block, to be closed with `end`, that leaves a value of that type or none. */
  block(result?: ValueType): this {
    return this.#open(0x02, result);
  }

  /** Opens a loop: a branch to it goes back to here. */
  loop(result?: ValueType): this {
    return this.#open(0x03, result);
  }

  /** Takes a condition from the stack; goes on to `else` or `end`. */
  if(result?: ValueType): this {
    return this.#open(0x04, result);
  }

  /** Leaves that many blocks and one, or goes back to the start of that loop. */
  br(depth: number): this {
    return this.#indexed(0x0c, depth);
  }

  /** The same if the condition on the stack is not 0. */
  brIf(depth: number): this {
    return this.#indexed(0x0d, depth);
  }

  /** Calls the function of that index in the module. */
  call(index: number): this {
    return this.#indexed(0x10, index);
  }

  #indexed(opcode: number, index: number): this {
    this.#bytes.byte(opcode).unsigned(index);
    return this;
  }

  #memory(opcode: number, align: number, offset: number): this {
    this.op(opcode);
    this.#bytes.byte(align).unsigned(offset);
    return this;
  }

  #lane(opcode: number, align: number, offset: number, lane: number): this {
    return this.#memory(opcode, align, offset).#immediate(lane);
  }

  #immediate(byte: number): this {
    this.#bytes.byte(byte);
    return this;
  }

  #open(opcode: number, result: ValueType | undefined): this {
    this.#bytes.byte(opcode).byte(result === undefined ? 0x40 : typeBytes[result]);
    return this;
  }
}

for (const [name, opcode] of Object.entries(opcodes)) {
  Object.defineProperty(Code.prototype, name, {
    value(this: Code) {
      return this.op(opcode);
    },
  });
}
