import { Code } from "./code.js";
import { WasmModule } from "./module.js";

/** The one function of the global `WebAssembly` that is asked here; absent where there is no such global. */
interface Validator {
  validate(bytes: Uint8Array): boolean;
}

const known = new Map<string, boolean>();

/** Whether this machine runs WebAssembly with lanes (fixed-width SIMD). Asked once by validating a tiny module. */
export function simd(): boolean {
  return accepts("simd", (code) => code.v128Const(1).drop());
}

/** Whether it has relaxed SIMD too, whose fused multiply-add rounds once and so changes bits. */
export function relaxedSimd(): boolean {
  return accepts("relaxed", (code) => code.v128Const(1).v128Const(1).v128Const(1).f64x2RelaxedMadd().drop());
}

function accepts(feature: string, write: (code: Code) => void): boolean {
  const answer = known.get(feature);
  if (answer !== undefined) return answer;
  const { WebAssembly } = globalThis as { WebAssembly?: Validator };
  const module = new WasmModule(0);
  const code = new Code();
  write(code);
  module.addFunction(code, []);
  const fresh = WebAssembly?.validate(module.bytes()) ?? false;
  known.set(feature, fresh);
  return fresh;
}
