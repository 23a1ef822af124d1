import type { GpuPrinter } from "@outgrad/ops/gpu";
import type { Combine } from "./combine.js";
import { times } from "./text.js";

/** The least power of two that is not below n. */
export function powerOfTwo(n: number): number {
  let power = 1;
  while (power < n) power *= 2;
  return power;
}

/** Numbers that some threads of a workgroup, `lanes` of them, combine: each takes every `lanes`-th. */
export interface Shared {
  readonly combine: Combine;
  /** The result: a variable of every thread. */
  readonly name: string;
  /** Which of the lanes a thread is, and how many there are; how far apart they lie among the threads. */
  readonly lane: string;
  readonly lanes: number;
  readonly apart: number;
  /** From which number on, up to but not including which, and how many these are at most. */
  readonly begin: string;
  readonly end: string;
  readonly most: number;
  /** Lines that come before the number `i`, and that number. */
  readonly element: { readonly lines: readonly string[]; readonly value: string };
}

/** Terms that are added one after the other before they join a larger sum. */
const run = 32;

/**
 * Lines that combine numbers; `memory` is workgroup memory with a number for each thread. A thread adds runs of 32, then
 * what comes of them; threads combine in pairs. So the rounding error of a sum hardly grows with its length.
 */
export function combined(printer: GpuPrinter, shared: Shared, memory: string): string[] {
  const { combine, name, lane, lanes, begin, end, most, element } = shared;
  const neutral = printer.number(combine.neutral);
  const add = (to: string, value: string): string[] => [
    `let term = ${value};`,
    `${to} = ${combine.of(printer, to, "term")};`,
  ];
  const loop = (to: string, from: string, until: string): string[] => [
    `for (var i = ${from}; i < ${until}; i += ${lanes}u) {`,
    ...element.lines,
    ...add(to, element.value),
    "}",
  ];
  const begins = `${begin} + ${lane}`;
  const long = most > lanes * run;
  return [
    `var ${name} = ${neutral};`,
    ...(long
      ? [
          `for (var first = ${begins}; first < ${end}; first += ${lanes * run}u) {`,
          `var some = ${neutral};`,
          ...loop("some", "first", `min(first + ${lanes * run}u, ${end})`),
          ...add(name, "some"),
          "}",
        ]
      : loop(name, begins, end)),
    ...(lanes > 1 ? together(printer, shared, memory) : []),
  ];
}

/** All lanes get what comes of theirs. */
function together(
  printer: GpuPrinter,
  { combine, name, lane, lanes, apart }: Shared,
  memory: string,
): string[] {
  return [
    `${memory}[thread] = ${name};`,
    "workgroupBarrier();",
    // A loop: drivers take long to compile many barriers.
    `for (var half = ${lanes / 2}u; half > 0u; half /= 2u) {`,
    `if (${lane} < half) {`,
    `let other = ${memory}[thread + ${times("half", apart)}];`,
    `${memory}[thread] = ${combine.of(printer, `${memory}[thread]`, "other")};`,
    "}",
    "workgroupBarrier();",
    "}",
    `${name} = ${memory}[thread - ${times(lane, apart)}];`,
    "workgroupBarrier();",
  ];
}
