/** What we use of MicroPython's package, which has no types of its own. */
declare module "@micropython/micropython-webassembly-pyscript" {
  export type Imported = (...args: number[]) => unknown;

  /** Emscripten's module with MicroPython's functions in it. */
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
    instantiateWasm?(imports: { env: Record<string, Imported> }, done: (instance: unknown) => void): void;
    locateFile?(path: string, folder: string): string;
    stdin(): number | null;
    stdout(byte: number | null): void;
    stderr(byte: number | null): void;
  }

  export default function createModule(options: Options): Promise<Module>;
}
