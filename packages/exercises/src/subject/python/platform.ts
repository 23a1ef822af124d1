/** What of WebAssembly is used: TypeScript knows it from browsers' types alone. */
export interface Wasm {
  compile(bytes: ArrayBuffer | Uint8Array): Promise<WasmModule>;
  Module: new (bytes: Uint8Array) => WasmModule;
  Instance: new (module: WasmModule, imports: object) => WasmInstance;
}

/** A compiled program of WebAssembly: a `WebAssembly.Module`. */
export type WasmModule = object & { readonly __module?: never };

export interface WasmInstance {
  readonly exports: {
    readonly memory: { readonly buffer: ArrayBuffer };
    _emscripten_stack_restore(pointer: number): void;
    emscripten_stack_get_current(): number;
  };
}

export const webAssembly = (): Wasm => (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;

// Both are in every engine, but not in the library of plain ES2023.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
