import { Bytes } from "./bytes.js";
import { type Code, typeBytes, type ValueType } from "./code.js";

/** What a function takes and gives. */
export interface Signature {
  /** The types of its parameters, in order. */
  readonly params: readonly ValueType[];
  /** The types that it leaves on the stack: one, or none. */
  readonly results: readonly ValueType[];
}

interface ModuleFunction extends Signature {
  readonly type: number;
  readonly name: string | undefined;
  code: Code | undefined;
}

/** The most that JavaScript engines accept: bytes and locals of one function. */
export const limits = { functionBytes: 7_654_321, locals: 50_000 } as const;

/**
 * A WebAssembly module as it is put together. It imports a memory as "env" "memory", and functions from "env" too.
 * An index stands for a function from the moment that it is imported, added or reserved.
 */
export class WasmModule {
  readonly #pages: number;
  readonly #maximum: number | undefined;
  readonly #types: Signature[] = [];
  readonly #typeIndex = new Map<string, number>();
  readonly #imports: { readonly name: string; readonly type: number }[] = [];
  readonly #functions: ModuleFunction[] = [];

  /**
   * An empty module whose memory must have at least so many pages of 64 KB; with a maximum, a memory that threads share
   * and that grows to at most so many.
   */
  constructor(pages: number, maximum?: number) {
    this.#pages = pages;
    this.#maximum = maximum;
  }

  /**
   * The index of a function that the module's user passes as `env[name]`; the same for the same name.
   *
   * @throws Error once functions have been added, because imports come first in their numbering.
   */
  importFunction(name: string, signature: Signature): number {
    const known = this.#imports.findIndex((entry) => entry.name === name);
    if (known >= 0) return known;
    if (this.#functions.length > 0) {
      throw new Error(
        `importFunction: "${name}" comes after the module's first own function; import before you add.`,
      );
    }
    return this.#imports.push({ name, type: this.#typeOf(signature) }) - 1;
  }

  /** Adds a function with its body, exported if it has a name. Its parameters are those of the code. */
  addFunction(code: Code, results: readonly ValueType[], name?: string): number {
    const index = this.reserveFunction({ params: code.params, results }, name);
    this.defineFunction(index, code);
    return index;
  }

  /** An index for a function whose body comes later. */
  reserveFunction(signature: Signature, name?: string): number {
    const type = this.#typeOf(signature);
    return this.#imports.length + this.#functions.push({ ...signature, type, name, code: undefined }) - 1;
  }

  /**
   * The body of a reserved function.
   *
   * @throws Error for a body that no JavaScript engine would accept, or with other parameters.
   */
  defineFunction(index: number, code: Code): void {
    const entry = this.#functions[index - this.#imports.length];
    if (entry === undefined)
      throw new Error(`defineFunction: there is no function ${index}; reserve it first.`);
    if (entry.params.join() !== code.params.join()) {
      throw new Error(
        `defineFunction: function ${index} has parameters (${entry.params}), its code (${code.params}).`,
      );
    }
    if (code.params.length + code.locals.length > limits.locals || code.length + 1 > limits.functionBytes) {
      throw new Error(
        `defineFunction: function ${index} has ${code.params.length + code.locals.length} locals and ` +
          `${code.length + 1} bytes; engines allow ${limits.locals} and ${limits.functionBytes}: split it.`,
      );
    }
    entry.code = code;
  }

  /**
   * The binary.
   *
   * @throws Error if a reserved function has no body.
   */
  bytes(): Uint8Array<ArrayBuffer> {
    const bodies = this.#functions.map(({ code }, i) => {
      if (code) return { head: localsOf(code), code: code.bytes() };
      throw new Error(`bytes: function ${this.#imports.length + i} is reserved and has no body; define it.`);
    });
    const size = bodies.reduce((sum, { head, code }) => sum + head.length + code.length + 6, 0);
    const out = new Bytes(size + 4096);
    for (const byte of [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) out.byte(byte);
    section(out, 1, this.#typeSection());
    section(out, 2, this.#importSection());
    section(out, 3, this.#functionSection());
    section(out, 7, this.#exportSection());

    const lengths = bodies.map(({ head, code }) => head.length + code.length + 1);
    const total = lengths.reduce((sum, length) => sum + lebLength(length) + length, lebLength(bodies.length));
    out.byte(10).unsigned(total).unsigned(bodies.length);
    bodies.forEach(({ head, code }, i) => {
      out
        .unsigned(lengths[i] as number)
        .append(head.written())
        .append(code)
        .byte(0x0b);
    });
    return out.written();
  }

  #typeOf(signature: Signature): number {
    const key = `${signature.params} ${signature.results}`;
    const known = this.#typeIndex.get(key);
    if (known !== undefined) return known;
    this.#typeIndex.set(key, this.#types.length);
    return this.#types.push(signature) - 1;
  }

  #typeSection(): Bytes {
    const section = new Bytes().unsigned(this.#types.length);
    for (const { params, results } of this.#types) {
      section.byte(0x60);
      for (const types of [params, results]) {
        section.unsigned(types.length);
        for (const type of types) section.byte(typeBytes[type]);
      }
    }
    return section;
  }

  #importSection(): Bytes {
    const section = new Bytes().unsigned(this.#imports.length + 1);
    for (const { name, type } of this.#imports) section.name("env").name(name).byte(0).unsigned(type);
    section.name("env").name("memory").byte(2);
    // A shared memory has to say how far it grows.
    if (this.#maximum === undefined) return section.byte(0).unsigned(this.#pages);
    return section.byte(3).unsigned(this.#pages).unsigned(this.#maximum);
  }

  #functionSection(): Bytes {
    const section = new Bytes().unsigned(this.#functions.length);
    for (const { type } of this.#functions) section.unsigned(type);
    return section;
  }

  #exportSection(): Bytes {
    const exported = this.#functions.flatMap(({ name }, i) => (name === undefined ? [] : [{ name, i }]));
    const section = new Bytes().unsigned(exported.length);
    for (const { name, i } of exported)
      section
        .name(name)
        .byte(0)
        .unsigned(this.#imports.length + i);
    return section;
  }
}

function section(out: Bytes, id: number, content: Bytes): void {
  out.byte(id).unsigned(content.length).append(content.written());
}

/** The declaration of a function's locals: runs of the same type. */
function localsOf({ locals }: Code): Bytes {
  const starts = locals.flatMap((type, i) => (type === locals[i - 1] ? [] : [i]));
  const head = new Bytes().unsigned(starts.length);
  starts.forEach((start, run) => {
    const length = (starts[run + 1] ?? locals.length) - start;
    head.unsigned(length).byte(typeBytes[locals[start] as ValueType]);
  });
  return head;
}

function lebLength(value: number): number {
  return new Bytes(8).unsigned(value).length;
}
