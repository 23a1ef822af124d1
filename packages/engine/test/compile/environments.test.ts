import type { Target, Value } from "@outgrad/engine";
import { afterEach, describe, expect, it, vi } from "vitest";

const { WebAssembly: here } = globalThis as unknown as { WebAssembly: Record<string, unknown> };

/** Copied, because the functions of the global are not enumerable. */
const parts = { Memory: here.Memory, Instance: here.Instance, Module: here.Module, validate: here.validate };

/** The package as loaded where the global WebAssembly is this. */
async function loadedWith(stub: unknown): Promise<typeof import("@outgrad/engine")> {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", stub);
  return await import("@outgrad/engine");
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("compile where WebAssembly", () => {
  it.each([
    ["is missing", undefined, "WebAssembly with SIMD is missing here"],
    ["has no SIMD", { ...parts, validate: () => false }, "WebAssembly with SIMD is missing here"],
    [
      "is forbidden by a Content-Security-Policy",
      {
        ...parts,
        Module: class {
          constructor() {
            throw new Error("Refused to compile: 'wasm-unsafe-eval' is not allowed");
          }
        },
      },
      "WebAssembly is not allowed here (Refused to compile: 'wasm-unsafe-eval' is not allowed)",
    ],
  ])("%s computes by rows, and says why", async (_, stub, why) => {
    const { compile, sum, value } = await loadedWith(stub);
    const xs = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
    for (const target of ["wasm", "auto"] satisfies Target[]) {
      const w = value(2);
      const f = (xs: Value[]): Value => sum(xs.map((x) => w.mul(x).tanh()));
      const compiled = compile(f, { target });
      const found = compiled.step(xs);
      const grad = w.grad;
      w.zeroGrad();
      const root = f(xs.map((x) => value(x)));
      root.backward();
      expect(found).toBe(root.data);
      expect(grad).toBeCloseTo(w.grad, 14);
      expect(compiled.choice).toMatchObject({ target: "vector", why });
    }
  });

  it("is missing replays by itself what does not repeat", async () => {
    const { compile } = await loadedWith(undefined);
    const f = compile((x: Value) => x.sin().exp().add(x));
    f.value(1);
    expect(f.choice).toMatchObject({
      target: "replay",
      why: "WebAssembly with SIMD is missing here, and most of its nodes stand alone",
    });
  });
});
