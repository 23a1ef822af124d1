import { type WasmModule, webAssembly } from "./platform.js";

/** Where MicroPython's program of WebAssembly comes from. */
export interface WasmSource {
  /** Its bytes (micropython.wasm of the package @micropython/micropython-webassembly-pyscript), or the compiled module. */
  readonly wasm?: ArrayBuffer | Uint8Array | WasmModule;
  /** Where to fetch it. */
  readonly url?: string;
}

interface Node {
  getBuiltinModule(name: "node:fs"): { readFileSync(path: string): Uint8Array };
  getBuiltinModule(name: "node:module"): { createRequire(from: string): { resolve(path: string): string } };
}

/** The compiled program: as given, fetched, or in Node read from the package. */
export async function programOfWasm({ wasm, url }: WasmSource): Promise<WasmModule> {
  const { compile } = webAssembly();
  if (wasm instanceof ArrayBuffer || wasm instanceof Uint8Array) return compile(wasm);
  if (wasm) return wasm;
  if (url !== undefined) return compile(await fetched(url));
  const { process } = globalThis as { process?: Partial<Node> };
  if (!process?.getBuiltinModule) {
    throw new Error(
      "loadPython has no MicroPython to start: give it the bytes of micropython.wasm as `wasm`",
    );
  }
  const node = process as Node;
  const path = node
    .getBuiltinModule("node:module")
    .createRequire((import.meta as { url?: string }).url ?? "")
    .resolve("@micropython/micropython-webassembly-pyscript/micropython.wasm");
  return compile(node.getBuiltinModule("node:fs").readFileSync(path));
}

async function fetched(url: string): Promise<ArrayBuffer> {
  const { fetch } = globalThis as unknown as {
    fetch(url: string): Promise<{ ok: boolean; status: number; arrayBuffer(): Promise<ArrayBuffer> }>;
  };
  const response = await fetch(url);
  if (!response.ok) throw new Error(`MicroPython could not be fetched from ${url}: ${response.status}`);
  return response.arrayBuffer();
}
