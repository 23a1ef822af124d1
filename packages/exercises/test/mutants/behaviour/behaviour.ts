import type { Language } from "../../../src/finding.ts";
import { probes, wantedOf } from "./probes.ts";
import { pythonTried } from "./python.ts";
import { typescriptTried } from "./typescript.ts";

/** How a class fares: what it does wrong, probe by probe; nothing where it behaves as it must. */
export interface Behaviour {
  readonly loads: boolean;
  readonly wrong: readonly string[];
}

const wanted = probes.map(wantedOf);
const tolerance = 1e-9;

/** Gives a function that tries classes of a language on every probe. */
export async function behaviourIn(language: Language): Promise<(text: string) => Behaviour> {
  const tried = language === "python" ? await pythonTried() : typescriptTried;
  return (text) => {
    const lines = tried(text);
    if (lines.length < probes.length) return { loads: false, wrong: lines };
    return { loads: true, wrong: probes.flatMap(({ name }, i) => complaintOf(name, lines[i] ?? "", i)) };
  };
}

function complaintOf(name: string, line: string, i: number): string[] {
  const seen = line.split(" ").map((word) => Number(word.replace("inf", "Infinity")));
  const right = (wanted[i] ?? []).flat();
  if (seen.length === right.length && right.every((number, j) => isClose(number, seen[j] ?? Number.NaN)))
    return [];
  return [`${name}: ${line.slice(0, 160)}`];
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
