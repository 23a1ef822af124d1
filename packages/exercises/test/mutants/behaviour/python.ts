import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { probes } from "./probes.ts";

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
