import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";
import { webAssembly } from "../../src/subject/python/platform.ts";
import { loadPython } from "../../src/subject/python.ts";

const bytes = readFileSync(
  createRequire(import.meta.url).resolve("@micropython/micropython-webassembly-pyscript/micropython.wasm"),
);

async function answers(options: Parameters<typeof loadPython>[0]): Promise<unknown> {
  const program = (await loadPython(options)).program("def f(x): return x + 1");
  return "code" in program ? program : program.call("f", [1]);
}

describe("loadPython(options)", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("takes the bytes, the compiled module, or an address to fetch", async () => {
    const compiled = await webAssembly().compile(new Uint8Array(bytes));
    const url = `data:application/wasm;base64,${bytes.toString("base64")}`;
    for (const options of [
      { wasm: bytes },
      { wasm: new Uint8Array(bytes).buffer },
      { wasm: compiled },
      { url },
      {},
    ]) {
      expect(await answers(options)).toEqual({ plain: 2 });
    }
  });

  it("gives machines that know nothing of each other", async () => {
    const [one, other] = await Promise.all([loadPython(), loadPython()]);
    const first = one.program("x = 1\ndef f(): return x");
    const second = other.program("x = 2\ndef f(): return x");
    if ("code" in first || "code" in second) throw new Error("refused");
    expect([first.call("f", []), second.call("f", []), first.call("f", [])]).toEqual([
      { plain: 1 },
      { plain: 2 },
      { plain: 1 },
    ]);
  });

  it("rejects with what to do where there is nothing to start", async () => {
    vi.stubGlobal("fetch", async () => ({ ok: false, status: 404 }));
    await expect(loadPython({ url: "/none.wasm" })).rejects.toThrow(
      "could not be fetched from /none.wasm: 404",
    );
    vi.stubGlobal("process", { ...process, getBuiltinModule: undefined });
    await expect(loadPython()).rejects.toThrow("give it the bytes of micropython.wasm as `wasm`");
    await expect(loadPython({ wasm: new Uint8Array([1, 2, 3, 4]) })).rejects.toThrow("WebAssembly.compile");
  });
});
