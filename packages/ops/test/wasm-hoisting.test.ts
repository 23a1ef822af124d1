import { parseFormula } from "@outgrad/ops";
import { Code, FormulaPrinter, HoistingCode, WasmModule } from "@outgrad/ops/wasm";
import { expect, it } from "vitest";

const hex = (code: Code) => Buffer.from(code.bytes()).toString("hex");

it("code.hoist(write) puts the constants that `write` pushes into locals, each once, and v128Const reads those", () => {
  const code = new HoistingCode(["i32"]);
  code.v128Const(3);
  code.hoist((to) => to.v128Const(1).v128Const(0).v128Const(-0).v128Const(1).v128Const(1, 2).drop());
  expect(code.locals).toEqual(["v128", "v128", "v128", "v128"]);
  const start = new Code(["i32"])
    .v128Const(3)
    .v128Const(1)
    .localSet(1)
    .v128Const(0)
    .localSet(2)
    .v128Const(-0)
    .localSet(3)
    .v128Const(1, 2)
    .localSet(4);
  expect(hex(code)).toBe(hex(start));
  code.v128Const(-0).v128Const(1, 2).v128Const(0).v128Const(3).v128Const(1);
  start.localGet(3).localGet(4).localGet(2).v128Const(3).localGet(1);
  expect(hex(code)).toBe(hex(start));
  code.hoist((to) => to.v128Const(0).v128Const(3));
  expect(hex(code)).toBe(hex(start.v128Const(3).localSet(5)));
});

it("code.hoist leaves no constant in a formula that is printed afterwards", () => {
  const printer = new FormulaPrinter(new WasmModule(1), "f64x2", 400);
  const code = new HoistingCode(["v128"]);
  const print = (to: Code) => printer.print(parseFormula("tanh(x) / 3"), to, () => to.localGet(0));
  code.hoist(print);
  const before = code.bytes().length;
  print(code);
  const [plain, bare] = [new Code(["v128"]), new Code()];
  print(plain);
  bare.v128Const(3);
  // Each constant of 18 bytes has become two or three.
  expect(plain.length - (code.length - before)).toBeGreaterThan(10 * (bare.length - 3));
});
