import { compile, type Target, Value } from "@outgrad/engine";
import { Value as MicroValue } from "@outgrad/engine/micro";
import type { Num, Program } from "./programs.ts";

export const paths = ["micro", "eager", "replay", "vector", "wasm"] as const;
export type Path = (typeof paths)[number];

export const pathNames: Readonly<Record<Path, string>> = {
  micro: "Micro",
  eager: "Eager",
  replay: "Replay",
  vector: "Vector",
  wasm: "WebAssembly",
};

/** Why each takes the time that it takes. */
export const pathReasons: Readonly<Record<Path, string>> = {
  micro:
    "The engine on one screen. Every operation is an object with lists of its inputs and slopes, made anew at each step; backward walks them with a map.",
  eager: "The engine of Values builds the graph anew at each step too, but as numbers in typed arrays.",
  replay:
    "The graph is recorded once. Each step goes through its arrays again, node after node, and makes nothing new.",
  vector:
    "What repeats in the recording becomes rows of numbers: the operation is looked up once for a whole row.",
  wasm: "The same rows as machine code, by WebAssembly: nothing is looked up, and SIMD takes two numbers at a time.",
};

/** A program that one of the paths computes. */
export interface Contestant {
  /** One step of gradient descent; gives the loss before it. */
  step(): number;
  /** Puts the leaves back to their start. */
  reset(): void;
  /** What the leaves are now. */
  leaves(): readonly number[];
}

/** Prepares a path: for the compiled ones that records the program and makes its code. */
export function prepare(path: Path, program: Program): Contestant {
  const make = path === "micro" ? (x: number) => new MicroValue(x) : (x: number) => new Value(x);
  const leaves: readonly Num[] = program.start.map((x) => make(x));
  const common = {
    reset: () => {
      for (const [i, leaf] of leaves.entries()) leaf.data = program.start[i] as number;
    },
    leaves: () => leaves.map(({ data }) => data),
  };
  if (path === "micro" || path === "eager") {
    const step = () => {
      const loss = program.loss(leaves);
      for (const leaf of leaves) leaf.grad = 0;
      loss.backward();
      for (const leaf of leaves) leaf.data -= program.rate * leaf.grad;
      return loss.data;
    };
    return { ...common, step };
  }
  const target: Target = path;
  const update = { formula: "p - rate * g", numbers: { rate: program.rate } };
  const compiled = compile(() => program.loss(leaves) as Value, { target, update });
  // The first call records and compiles.
  compiled.step();
  common.reset();
  return { ...common, step: () => compiled.step() };
}
