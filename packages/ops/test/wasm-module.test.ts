import { parseFormula } from "@outgrad/ops";
import { exp, sin, tanh } from "@outgrad/ops/intrinsics";
import {
  Code,
  FormulaPrinter,
  imports,
  limits,
  relaxedSimd,
  simd,
  type ValueType,
  WasmModule,
} from "@outgrad/ops/wasm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Bytes } from "../src/wasm/bytes.js";
import { WebAssembly } from "./wasm-run.js";

type Exports = Readonly<Record<string, (...values: number[]) => number>>;

function instantiate(module: WasmModule, more: object = {}) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bytes = module.bytes();
  expect(WebAssembly.validate(bytes)).toBe(true);
  const env = { memory, ...imports, ...more };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env });
  return { call: exports as Exports, doubles: new Float64Array(memory.buffer) };
}

/** What a function that pushes this one value returns. */
function resultOf(type: ValueType, write: (code: Code) => void): unknown {
  const module = new WasmModule(0);
  const code = new Code();
  write(code);
  module.addFunction(code, [type], "value");
  return instantiate(module).call.value?.();
}

describe("Bytes", () => {
  it.each([0, 63, 64, 127, 128, 255, 16384, 2 ** 28 - 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1])(
    "unsigned(%d) is read back from LEB128",
    (value) => {
      const bytes = [...new Bytes().unsigned(value).written()];
      expect(bytes.reduce((sum, byte, i) => sum + (byte & 127) * 2 ** (7 * i), 0)).toBe(value);
      expect(bytes.map((byte) => byte >> 7)).toEqual(bytes.map((_, i) => (i < bytes.length - 1 ? 1 : 0)));
    },
  );

  it("grows: a double, a byte and an append reach over the end of its capacity", () => {
    const bytes = new Bytes(1).byte(1).double(1.5).append(new Uint8Array(100).fill(7)).byte(2);
    expect(bytes.length).toBe(110);
    expect([...bytes.written()]).toEqual([1, 0, 0, 0, 0, 0, 0, 248, 63, ...Array(100).fill(7), 2]);
  });
});

describe("Code", () => {
  it.each([0, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, -8193, 2 ** 31 - 1, -(2 ** 31)])(
    "i32Const(%d) and i64Const give that number",
    (value) => {
      expect(resultOf("i32", (code) => code.i32Const(value))).toBe(value);
      expect(resultOf("i64", (code) => code.i64Const(BigInt(value)))).toBe(BigInt(value));
    },
  );

  it("i32Const(2 ** 31) wraps, and i64Const takes all 64 bits", () => {
    expect(resultOf("i32", (code) => code.i32Const(2 ** 31))).toBe(-(2 ** 31));
    for (const value of [2n ** 31n, 2n ** 63n - 1n, -(2n ** 63n), -(2n ** 40n)])
      expect(resultOf("i64", (code) => code.i64Const(value))).toBe(value);
  });

  it.each([0, -0, 1.5, Infinity, -Infinity, 5e-324, Number.MAX_VALUE])(
    "f64Const(%d) gives that number",
    (x) => {
      expect(resultOf("f64", (code) => code.f64Const(x))).toBe(x);
    },
  );

  it("local(type) hands out what release(index) gave back, by type", () => {
    const code = new Code(["f64", "i32"]);
    const [a, b, c] = [code.local("f64"), code.local("v128"), code.local("f64")] as const;
    expect([a, b, c]).toEqual([2, 3, 4]);
    code.release(a);
    expect([code.local("v128"), code.local("f64"), code.local("f64")]).toEqual([5, a, 6]);
    expect(code.locals).toEqual(["f64", "v128", "f64", "v128", "f64"]);
  });

  it("loads and stores at static offsets, in scalars and lanes", () => {
    const module = new WasmModule(1);
    const code = new Code(["i32"]);
    code.localGet(0).localGet(0).f64Load(8).f64Store(16);
    code.localGet(0).localGet(0).v128Load64Splat(8).localGet(0).v128Load(24).f64x2Mul().v128Store(128);
    code.localGet(0).localGet(0).v128Load64Zero(8).v128Store(40);
    code.localGet(0).localGet(0).v128Load(24).v128Store64Lane(1, 300);
    const swapped = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23];
    code.localGet(0).localGet(0).v128Load(24).v128Const(7, 9).i8x16Shuffle(swapped).v128Store(400);
    module.addFunction(code, [], "run");
    const { call, doubles } = instantiate(module);
    doubles.set([0, 0, 3, 0, 5, 6, 1, 1], 0);
    call.run?.(8);
    expect([...doubles.slice(2, 8)]).toEqual([3, 3, 5, 6, 3, 0]);
    expect([...doubles.slice(17, 19)]).toEqual([15, 18]);
    expect(new DataView(doubles.buffer).getFloat64(308, true)).toBe(6);
    expect([...doubles.slice(51, 53)]).toEqual([6, 7]);
  });
});

describe("WasmModule", () => {
  it("numbers functions as they are asked for: one may be called before it has a body", () => {
    const module = new WasmModule(1);
    const twice = module.importFunction("twice", { params: ["f64"], results: ["f64"] });
    expect(module.importFunction("twice", { params: ["f64"], results: ["f64"] })).toBe(twice);
    const later = module.reserveFunction({ params: ["f64"], results: ["f64"] });
    module.addFunction(new Code(["f64"]).localGet(0).call(later), ["f64"], "run");
    module.defineFunction(later, new Code(["f64"]).localGet(0).call(twice).f64Const(1).f64Add());
    expect(instantiate(module, { twice: (x: number) => 2 * x }).call.run?.(5)).toBe(11);
  });

  it("lists a type once, however many functions have it", () => {
    const module = new WasmModule(1);
    const signature = { params: ["f64"], results: ["f64"] } as const;
    module.importFunction("half", signature);
    module.importFunction("twice", signature);
    for (let i = 0; i < 3; i++) module.addFunction(new Code(["f64"]).localGet(0), ["f64"], `f${i}`);
    module.addFunction(new Code(["f64", "f64"]).localGet(1), ["f64"], "second");
    const half = (x: number) => x / 2;
    expect(instantiate(module, { half, twice: half }).call.second?.(3, 4)).toBe(4);
    const [types, bytesOfTypes, count] = module.bytes().slice(8);
    expect([types, bytesOfTypes, count]).toEqual([1, 12, 2]);
  });

  it("a function may have more than 1000 locals of mixed types", () => {
    const module = new WasmModule(1);
    const code = new Code(["f64"]);
    const locals = Array.from({ length: 1200 }, (_, i) => code.local(i % 3 === 0 ? "v128" : "f64"));
    let before = 0;
    locals.forEach((local, i) => {
      if (i % 3 === 0) return;
      code.localGet(before).f64Const(i).f64Add().localSet(local);
      before = local;
    });
    module.addFunction(code.localGet(before), ["f64"], "run");
    const sum = locals.reduce((total, _, i) => (i % 3 === 0 ? total : total + i), 0);
    expect(instantiate(module).call.run?.(0.5)).toBe(sum + 0.5);
  });

  it("a body of megabytes is valid", () => {
    const module = new WasmModule(1);
    const code = new Code(["f64"]).localGet(0);
    for (let i = 0; i < 300_000; i++) code.f64Const(1).f64Add();
    module.addFunction(code, ["f64"], "run");
    expect(instantiate(module).call.run?.(1)).toBe(300_001);
  });

  it("imports a memory that threads share if it is told how far that grows", () => {
    const module = new WasmModule(1, 300);
    module.addFunction(new Code().i32Const(8).f64Load(), ["f64"], "run");
    const compiled = new WebAssembly.Module(module.bytes());
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 300, shared: true });
    new Float64Array(memory.buffer)[1] = 2.5;
    const { run } = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Exports;
    expect(run?.()).toBe(2.5);
    for (const limits of [{ maximum: 301, shared: true }, {}]) {
      const other = new WebAssembly.Memory({ initial: 1, ...limits });
      expect(() => new WebAssembly.Instance(compiled, { env: { memory: other } })).toThrow("memory");
    }
  });

  it("refuses what no engine would take, and what does not fit together", () => {
    const module = new WasmModule(1);
    const wide = new Code();
    for (let i = 0; i <= limits.locals; i++) wide.local("f64");
    expect(() => module.addFunction(wide, [])).toThrow(
      "defineFunction: function 0 has 50001 locals and 1 bytes; engines allow 50000 and 7654321: split it.",
    );
    expect(() => module.defineFunction(0, new Code(["f64"]))).toThrow(
      "defineFunction: function 0 has parameters (), its code (f64).",
    );
    expect(() => module.defineFunction(7, new Code())).toThrow("there is no function 7; reserve it first.");
    expect(() => module.bytes()).toThrow("bytes: function 0 is reserved and has no body; define it.");
    expect(() => new FormulaPrinter(module, "f64")).toThrow(
      'importFunction: "largeAngle" comes after the module\'s first own function; import before you add.',
    );
  });
});

describe("FormulaPrinter", () => {
  it("shares the intrinsics of a module among its formulas, in both shapes", () => {
    const module = new WasmModule(1);
    const [scalar, lanes] = [new FormulaPrinter(module, "f64"), new FormulaPrinter(module, "f64x2")];
    const index = scalar.functionOf("tanh");
    expect(scalar.functionOf("tanh")).toBe(index);
    expect(lanes.functionOf("tanh")).toBeGreaterThan(index);
    for (const printer of [scalar, lanes]) {
      const code = new Code(["f64"]);
      const read = () => {
        code.localGet(0);
        if (printer === lanes) code.f64x2Splat();
      };
      printer.print(parseFormula("tanh(x) + sin(x) > 0 ? tanh(x) : exp(x)"), code, read);
      if (printer === lanes) code.f64x2ExtractLane(1);
      module.addFunction(code, ["f64"], printer.shape);
    }
    const { call } = instantiate(module);
    expect(call.f64?.(-0.5)).toBe(exp(-0.5));
    expect(call.f64x2?.(0.5)).toBe(tanh(0.5));
  });

  it("asks for the parts of a large angle only where a lane has one", () => {
    const module = new WasmModule(1);
    const printer = new FormulaPrinter(module, "f64x2");
    const code = new Code(["f64", "f64"]);
    const both = code.local("v128");
    code.localGet(0).f64x2Splat().localGet(1).f64x2ReplaceLane(1).localSet(both);
    printer.print(parseFormula("sin(x)"), code, () => code.localGet(both));
    module.addFunction(code.f64x2ExtractLane(0), ["f64"], "sin");
    const largeAngle = vi.fn(imports.largeAngle);
    const { call } = instantiate(module, { largeAngle });
    expect(call.sin?.(1, 16383)).toBe(sin(1));
    expect(largeAngle).not.toHaveBeenCalled();
    expect(call.sin?.(1, 1e22)).toBe(sin(1));
    expect(largeAngle).toHaveBeenCalledWith(1e22, 2);
  });

  it.each([
    ["x < 1 ? x : largeAngle(x, 2)", [0, 0.5], [0, 1e22]],
    ["x > 1 ? largeAngle(x, 2) : x", [0, 0.5], [0, 1e22]],
  ])("%s computes the long side only where a lane takes it", (text, short, long) => {
    const module = new WasmModule(1);
    const printer = new FormulaPrinter(module, "f64x2");
    const code = new Code(["f64", "f64"]);
    const both = code.local("v128");
    code.localGet(0).f64x2Splat().localGet(1).f64x2ReplaceLane(1).localSet(both);
    printer.print(parseFormula(text), code, () => code.localGet(both));
    module.addFunction(code.f64x2ExtractLane(1), ["f64"], "run");
    const largeAngle = vi.fn(() => 7);
    const { call } = instantiate(module, { largeAngle });
    expect(call.run?.(...short)).toBe(0.5);
    expect(largeAngle).not.toHaveBeenCalled();
    expect(call.run?.(...long)).toBe(7);
  });

  it("refuses a call of what is not an intrinsic, or with too many arguments", () => {
    const printer = new FormulaPrinter(new WasmModule(1), "f64");
    const print = (text: string) => () => printer.print(parseFormula(text), new Code(), () => undefined);
    expect(print("foo(1)")).toThrow('print: there is no intrinsic "foo"; formulas call intrinsics only.');
    expect(print("constructor(1)")).toThrow('print: there is no intrinsic "constructor"');
    expect(print("exp(1, 2)")).toThrow("print: exp takes 1 argument, found 2.");
    expect(print("sqrt(1, 2)")).toThrow("print: sqrt takes 1 argument, found 2.");
    expect(print("pow(1)")).toThrow("print: pow takes 2 arguments, found 1.");
  });
});

describe("simd() and relaxedSimd()", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it("are true where a module with lanes is valid: simd() in every Node that is supported", () => {
    expect(simd()).toBe(true);
    expect(relaxedSimd()).toBeTypeOf("boolean");
  });

  it("ask about a module with the instruction: v128.const is fd 0c, f64x2.relaxed_madd fd 87 02", async () => {
    vi.resetModules();
    const asked: string[] = [];
    const validate = (bytes: Uint8Array) => asked.push(Buffer.from(bytes).toString("hex")) === 1;
    vi.stubGlobal("WebAssembly", { validate });
    const fresh = await import("../src/wasm/features.js");
    expect([fresh.simd(), fresh.relaxedSimd(), fresh.simd(), fresh.relaxedSimd()]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain("fd0c000000000000f03f000000000000f03f1a0b");
    expect(asked[1]).toContain("fd87021a0b");
  });

  it("are false where there is no WebAssembly, and ask once", async () => {
    vi.resetModules();
    vi.stubGlobal("WebAssembly", undefined);
    const fresh = await import("../src/wasm/features.js");
    expect([fresh.simd(), fresh.relaxedSimd()]).toEqual([false, false]);
    const validate = vi.fn(() => true);
    vi.stubGlobal("WebAssembly", { validate });
    expect([fresh.simd(), fresh.relaxedSimd()]).toEqual([false, false]);
    expect(validate).not.toHaveBeenCalled();
  });
});
