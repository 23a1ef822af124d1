import { readFileSync } from "node:fs";

const doubles = new Float64Array(1);
const bits = new BigUint64Array(doubles.buffer);

/** The double with these bits, in hexadecimal. */
function doubleOf(hexadecimal: string): number {
  bits[0] = BigInt(`0x${hexadecimal}`);
  return doubles[0] as number;
}

/** The distance from a number to the next double above it in size: its unit in the last place. */
export function ulp(x: number): number {
  doubles[0] = Math.abs(x);
  bits[0] = (bits[0] as bigint) + 1n;
  const above = doubles[0] as number;
  return above === Infinity ? 2 ** 971 : above - Math.abs(x);
}

/** The lines of a file of golden numbers, in words, under the name of each function. */
export function golden(file: string): Map<string, string[][]> {
  const text = readFileSync(new URL(`../golden/${file}`, import.meta.url), "utf8");
  const sections = text.trim().split(/\n(?=[a-z]\w*$)/m);
  return new Map(
    sections.map((section) => {
      const [name = "", ...lines] = section.split("\n");
      return [name, lines.map((line) => line.split(" "))];
    }),
  );
}

/** The numbers of a line that holds nothing but their bits. */
export function numbersOf(words: string[]): number[] {
  return words.map(doubleOf);
}

/** Arguments, the nearest double to the exact result, and how far above it that lies, in ulp. */
export interface Point {
  readonly args: number[];
  readonly nearest: number;
  readonly rest: number;
}

export function pointOf(words: string[]): Point {
  const numbers = numbersOf(words.slice(0, -1));
  return { args: numbers.slice(0, -1), nearest: numbers.at(-1) as number, rest: Number(words.at(-1)) / 1000 };
}

/** Arguments, the index of one of them, and the derivative with respect to it. */
export interface Slope {
  readonly args: number[];
  readonly index: number;
  readonly derivative: number;
}

export function slopeOf(words: string[]): Slope {
  const args = numbersOf(words.slice(0, -2));
  return { args, index: Number(words.at(-2)), derivative: doubleOf(words.at(-1) as string) };
}
