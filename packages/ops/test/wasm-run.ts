import type { Formula } from "@outgrad/ops";
import { Code, FormulaPrinter, imports, type Shape, WasmModule } from "@outgrad/ops/wasm";

/** What the tests need of the global of that name, which the library types of TypeScript's es2023 leave out. */
interface WebAssemblyGlobal {
  Memory: new (size: {
    initial: number;
    maximum?: number;
    shared?: boolean;
  }) => {
    readonly buffer: ArrayBuffer;
  };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
  validate(bytes: Uint8Array): boolean;
}

export const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyGlobal };

/** The numbers that a test runs a formula on: a column for each of its names, all of the same even length. */
export type Columns = readonly Float64Array[];

/** Compiles a formula to a loop over columns in a memory, in one shape, and runs it; `inlined` is FormulaPrinter's. */
export function run(
  formula: Formula,
  names: readonly string[],
  columns: Columns,
  shape: Shape,
  inlined?: number,
): Float64Array {
  const count = columns[0]?.length ?? 0;
  const bytes = 8 * count;
  const pages = Math.ceil(((columns.length + 1) * bytes) / 65536);
  const module = new WasmModule(pages);
  const printer = new FormulaPrinter(module, shape, inlined);
  const code = new Code();
  const at = code.local("i32");
  const values = names.map(() => code.local(printer.type));
  code.loop();
  values.forEach((value, i) => {
    code.localGet(at);
    if (shape === "f64") code.f64Load(i * bytes);
    else code.v128Load(i * bytes);
    code.localSet(value);
  });
  code.localGet(at);
  printer.print(formula, code, (name) => code.localGet(values[names.indexOf(name)] as number));
  if (shape === "f64") code.f64Store(names.length * bytes);
  else code.v128Store(names.length * bytes);
  const step = shape === "f64" ? 8 : 16;
  code.localGet(at).i32Const(step).i32Add().localTee(at).i32Const(bytes).i32LtU().brIf(0).end();
  module.addFunction(code, [], "run");

  const memory = new WebAssembly.Memory({ initial: pages });
  columns.forEach((column, i) => {
    new Float64Array(memory.buffer, i * bytes, count).set(column);
  });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.bytes()), {
    env: { memory, ...imports },
  });
  (instance.exports.run as () => void)();
  return new Float64Array(memory.buffer, names.length * bytes, count);
}

/** The first place where two columns differ in their bits, any NaN being a NaN; undefined if there is none. */
export function difference(found: Float64Array, wanted: Float64Array): number | undefined {
  const [a, b] = [found, wanted].map((x) => new BigInt64Array(x.slice().buffer));
  const index = found.findIndex((x, i) => a?.[i] !== b?.[i] && !(Number.isNaN(x) && Number.isNaN(wanted[i])));
  return index < 0 ? undefined : index;
}

/** Numbers of all kinds: all exponents, whole ones, near multiples of pi/2 and near 1, infinite, NaN, `borders`. */
export function numbers(count: number, borders: readonly number[], uniform: () => number): Float64Array {
  const size = () => 2 ** (2100 * uniform() - 1076) * (1 + uniform());
  const near = (x: number) => x * (1 + Math.round(8 * uniform() - 4) * 2 ** -52);
  const kinds: readonly (() => number)[] = [
    size,
    () => 2 ** (16 * uniform() - 8),
    () => 40 * uniform(),
    () => 1500 * uniform(),
    () => Math.floor(2 ** (60 * uniform())),
    () => 0.5 * Math.floor(100 * uniform()),
    () => near(Math.floor(2 ** (20 * uniform())) * 0.5 * Math.PI),
    () => near(1),
    () => 1 + size() * 2 ** -400,
    () => 2 ** -1074 * Math.floor(2 ** (52 * uniform())),
    () => near(borders[Math.floor(borders.length * uniform())] ?? 1),
    () => near(borders[Math.floor(borders.length * uniform())] ?? 1),
    () => [0, 0, 1, 2, 0.5, Infinity, Number.NaN, Number.MAX_VALUE][Math.floor(8 * uniform())] as number,
  ];
  return Float64Array.from({ length: count }, () => {
    const kind = kinds[Math.floor(kinds.length * uniform())] as () => number;
    return (uniform() < 0.5 ? -1 : 1) * kind();
  });
}

/** A seeded stream of numbers in [0, 1). */
export function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
