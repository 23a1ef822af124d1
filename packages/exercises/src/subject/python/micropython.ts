/** A function that MicroPython's program of WebAssembly imports. */
export type Imported = (...args: number[]) => unknown;

/** Emscripten's module with what we use of MicroPython in it. Pointers are places in its memory. */
export interface Module {
  _malloc(size: number): number;
  _free(pointer: number): void;
  _mp_js_init(pystackWords: number, heapBytes: number): void;
  _proxy_c_init(): void;
  _mp_js_do_exec(source: number, length: number, out: number): void;
  _mp_js_do_import(name: number, out: number): void;
  _proxy_c_to_js_lookup_attr(object: number, name: number, out: number): void;
  _proxy_c_to_js_call(callable: number, count: number, args: number, out: number): void;
}

export interface Options {
  instantiateWasm(imports: { env: Record<string, Imported> }, done: (instance: unknown) => void): void;
  stdin(): number | null;
  /** Gets a byte that is printed; null is the end. */
  stdout(byte: number | null): void;
  stderr(byte: number | null): void;
}

/** MicroPython's own code in JavaScript, loaded when it is first needed. */
export async function createModule(options: Options): Promise<Module> {
  // @ts-expect-error The package has no types; these are ours.
  const { default: create } = await import("@micropython/micropython-webassembly-pyscript");
  return create(options);
}
