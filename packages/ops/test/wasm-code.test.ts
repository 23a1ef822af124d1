import { Code } from "@outgrad/ops/wasm";
import { expect, it } from "vitest";

const hex = (code: Code) => Buffer.from(code.bytes()).toString("hex");

// The bytes are those of the specification, chapter "Binary format": an opcode, then its immediates in LEB128.
it.each<[string, (code: Code) => Code]>([
  ["2003", (code) => code.localGet(3)],
  ["21c801", (code) => code.localSet(200)],
  ["2203", (code) => code.localTee(3)],
  ["417f", (code) => code.i32Const(-1)],
  ["42c000", (code) => code.i64Const(64n)],
  ["44000000000000f03f", (code) => code.f64Const(1)],
  ["fd0c000000000000f03f0000000000000040", (code) => code.v128Const(1, 2)],
  ["fd0c000000000000f03f000000000000f03f", (code) => code.v128Const(1)],
  ["280208", (code) => code.i32Load(8)],
  ["2b0308", (code) => code.f64Load(8)],
  ["fd000408", (code) => code.v128Load(8)],
  ["fd090208", (code) => code.v128Load32Splat(8)],
  ["fd0a0308", (code) => code.v128Load64Splat(8)],
  ["fd5c0208", (code) => code.v128Load32Zero(8)],
  ["fd5d0308", (code) => code.v128Load64Zero(8)],
  ["360208", (code) => code.i32Store(8)],
  ["390308", (code) => code.f64Store(8)],
  ["fd0b0408", (code) => code.v128Store(8)],
  ["fd56020803", (code) => code.v128Load32Lane(3, 8)],
  ["fd57030801", (code) => code.v128Load64Lane(1, 8)],
  ["fd5a020803", (code) => code.v128Store32Lane(3, 8)],
  ["fd5b030801", (code) => code.v128Store64Lane(1, 8)],
  ["280200", (code) => code.i32Load()],
  ["2b0300", (code) => code.f64Load()],
  ["fd000400", (code) => code.v128Load()],
  ["fd090200", (code) => code.v128Load32Splat()],
  ["fd0a0300", (code) => code.v128Load64Splat()],
  ["fd5c0200", (code) => code.v128Load32Zero()],
  ["fd5d0300", (code) => code.v128Load64Zero()],
  ["360200", (code) => code.i32Store()],
  ["390300", (code) => code.f64Store()],
  ["fd0b0400", (code) => code.v128Store()],
  ["fd56020000", (code) => code.v128Load32Lane(0)],
  ["fd57030000", (code) => code.v128Load64Lane(0)],
  ["fd5a020000", (code) => code.v128Store32Lane(0)],
  ["fd5b030000", (code) => code.v128Store64Lane(0)],
  ["fd2101", (code) => code.f64x2ExtractLane(1)],
  ["fd2201", (code) => code.f64x2ReplaceLane(1)],
  ["fd0d081f", (code) => code.i8x16Shuffle([8, 31])],
  ["0240", (code) => code.block()],
  ["037c", (code) => code.loop("f64")],
  ["047b", (code) => code.if("v128")],
  ["027f", (code) => code.block("i32")],
  ["027e", (code) => code.block("i64")],
  ["0c02", (code) => code.br(2)],
  ["0d02", (code) => code.brIf(2)],
  ["100a", (code) => code.call(10)],
  ["a0", (code) => code.f64Add()],
  ["fd13", (code) => code.f32x4Splat()],
  ["fde401", (code) => code.f32x4Add()],
  ["fde601", (code) => code.f32x4Mul()],
  ["fd5e", (code) => code.f32x4DemoteF64x2Zero()],
  ["fd5f", (code) => code.f64x2PromoteLowF32x4()],
  ["fdf001", (code) => code.f64x2Add()],
  ["fdf701", (code) => code.f64x2Pmax()],
  ["fd8502", (code) => code.f32x4RelaxedMadd()],
  ["fd8702", (code) => code.f64x2RelaxedMadd()],
])("the bytes %s are those of %s", (wanted, write) => {
  const code = new Code();
  expect(write(code)).toBe(code);
  expect(hex(code)).toBe(wanted);
  expect(code.length).toBe(wanted.length / 2);
});

it("code.local(type) counts on from the parameters, and takes what was released of the same type", () => {
  const code = new Code(["f64", "i32"]);
  expect([code.local("f64"), code.local("v128"), code.local("f64")]).toEqual([2, 3, 4]);
  code.release(2);
  code.release(3);
  expect([code.local("i32"), code.local("v128"), code.local("f64"), code.local("f64")]).toEqual([5, 3, 2, 6]);
  expect(code.locals).toEqual(["f64", "v128", "f64", "i32", "f64"]);
});
