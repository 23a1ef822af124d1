import { readFileSync } from "node:fs";
import { join } from "node:path";
// @ts-expect-error The package has no types.
import * as micropython from "@micropython/micropython-webassembly-pyscript";
import { probes } from "./probes.ts";

/** The package's own way in, which it has no types for. */
interface Interpreter {
  runPython(text: string): void;
  readonly globals: { get(name: string): (...args: string[]) => unknown };
}
const { loadMicroPython } = micropython as {
  loadMicroPython(options: { heapsize: number }): Promise<Interpreter>;
};

/** Tries a text of Python on every probe: a line for each. */
export type Tried = (text: string) => readonly string[];

/** Loads Python and what tries classes on it. */
export async function pythonTried(): Promise<Tried> {
  const python = await loadMicroPython({ heapsize: 32 * 1024 * 1024 });
  python.runPython(readFileSync(join(import.meta.dirname, "driver.py"), "utf8"));
  const tryClass = python.globals.get("try_class");
  const all = JSON.stringify(probes);
  return (text) => String(tryClass(text, all)).split("\n");
}
