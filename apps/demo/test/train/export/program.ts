import * as datasets from "@outgrad/datasets";
import * as engine from "@outgrad/engine";
import * as random from "@outgrad/engine/random";
import * as losses from "@outgrad/losses";
import * as nn from "@outgrad/nn";
import { transform } from "sucrase";

const modules: Readonly<Record<string, unknown>> = {
  "@outgrad/datasets": datasets,
  "@outgrad/engine": engine,
  "@outgrad/engine/random": random,
  "@outgrad/losses": losses,
  "@outgrad/nn": nn,
};

/** Runs a TypeScript program with the real packages; gives what it exports and what it printed. */
export function runProgram(code: string): {
  exported: Record<string, unknown>;
  printed: readonly (readonly unknown[])[];
} {
  const javascript = transform(code, { transforms: ["typescript", "imports"] }).code;
  const exported = {};
  const printed: unknown[][] = [];
  new Function("require", "exports", "console", javascript)((name: string) => modules[name], exported, {
    log: (...words: unknown[]) => printed.push(words),
  });
  return { exported, printed };
}
