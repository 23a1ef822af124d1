import type { Machine } from "./machine.js";
import { Interpreter } from "./python/interpreter.js";
import { pythonProgram } from "./python/program.js";
import { programOfWasm, type WasmSource } from "./python/program-of-wasm.js";
import { pythonSubject } from "./python/subject.js";

/** MicroPython, ready to run learners' texts. Everything after loading is synchronous. */
export interface Python extends Machine {
  readonly language: "python";
}

/** Where MicroPython comes from, and where what it prints goes. */
export interface PythonOptions extends WasmSource {
  /** Gets each line that a program prints; without it they go nowhere. */
  readonly print?: (line: string) => void;
}

/**
 * Loads MicroPython, about 0.5 MB that nothing else needs. In Node its program of WebAssembly is read from the package;
 * elsewhere give its bytes as `wasm`, or its `url`. Rejects where WebAssembly is forbidden: a page's policy has to allow
 * 'wasm-unsafe-eval'.
 */
export async function loadPython(options: PythonOptions = {}): Promise<Python> {
  const interpreter = await Interpreter.load(await programOfWasm(options), options.print ?? (() => {}));
  return {
    language: "python",
    subject: (text) => pythonSubject(interpreter, text),
    program: (text) => pythonProgram(interpreter, text),
  };
}
