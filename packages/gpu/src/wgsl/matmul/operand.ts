import { digit, plus, times, upTo } from "../text.js";

/**
 * An operand of a product as the loads see it: lines of numbers, one for each row of the left or column of the right
 * operand, k numbers long.
 */
export interface Lines {
  /** Its binding, and the workgroup memory that its part goes to. */
  readonly name: string;
  readonly tile: string;
  /** How many lines there are, and how many a tile has. */
  readonly count: number;
  readonly height: number;
  /** From one line to the next, and along a line. */
  readonly stride: number;
  readonly step: number;
  /** Names in the text: the first line of the tile, the place of the matrix. */
  readonly first: string;
  readonly base: string;
  /** Whether four lines are read at once. */
  readonly quads: boolean;
}

/** Four neighbouring lines lie together, and all places are multiples of four. */
export const inQuads = (count: number, stride: number, places: readonly number[]): boolean =>
  stride === 1 && [count, ...places].every((place) => place % 4 === 0);

/** Between two steps of a tile, in runs of 4: with one more, threads that write along k meet different banks. */
export const pitchOf = ({ height, step, stride }: Lines): number =>
  height / 4 + (step === 1 && stride !== 1 ? 1 : 0);

/** What lies before the loop, and what copies a part of `depth` steps that begins at step `from`. */
export interface Load {
  readonly before: readonly string[];
  readonly copy: readonly string[];
}

/**
 * Copies a part of an operand, four lines at one step by a thread, so that threads side by side read side by side: along
 * k where a line lies together, else across lines. Lines beyond the last are read as the last: what comes of them is
 * never written, and the loop has no condition.
 */
export function loadOf(lines: Lines, depth: number, threads: number, from: string): Load {
  const quads = lines.height / 4;
  const entries = depth * quads;
  const alongK = lines.step === 1 && lines.stride !== 1;
  const before: string[] = [];
  const copy: string[] = [];
  const fast = alongK ? depth : quads;
  const slow = alongK ? quads : depth;
  for (const slot of upTo(Math.ceil(entries / threads))) {
    const id = `${lines.name}${slot}`;
    const entry = slot === 0 ? "thread" : `(thread + ${slot * threads}u)`;
    // Where the threads fill whole runs, each has the same place in every run.
    const runs = slot > 0 && threads % fast === 0 ? (slot * threads) / fast : 0;
    const [inRun, run] = alongK ? ["k", "q"] : ["q", "k"];
    before.push(
      `let ${id}${inRun} = ${runs > 0 ? `${lines.name}0${inRun}` : digit(entry, 1, fast, slow)};`,
      `let ${id}${run} = ${runs > 0 ? `${lines.name}0${run} + ${runs}u` : digit(entry, fast, slow)};`,
      ...placesOf(lines, id),
    );
    const line = `${lines.tile}[${id}k * ${pitchOf(lines)}u + ${id}q] = ${read(lines, id, from)};`;
    const partial = (slot + 1) * threads > entries;
    copy.push(partial ? `if (${entry} < ${entries}u) { ${line} }` : line);
  }
  return { before, copy };
}

/** Where the lines of a slot begin. */
function placesOf(lines: Lines, id: string): string[] {
  const { base, first, count, height, stride, step, quads } = lines;
  const whole = count % height === 0;
  const inLine = times(`${id}k`, step);
  if (quads) {
    const quad = `${first} / 4u + ${id}q`;
    const inside = whole ? quad : `min(${quad}, ${count / 4 - 1}u)`;
    return [`let ${id}at = ${plus(`${base} / 4u`, inside, times(`${id}k`, step / 4))};`];
  }
  return upTo(4).map((j) => {
    const line = `${first} + ${id}q * 4u${j > 0 ? ` + ${j}u` : ""}`;
    const inside = whole ? `(${line})` : `min(${line}, ${count - 1}u)`;
    return `let ${id}at${j} = ${plus(base, times(inside, stride), inLine)};`;
  });
}

function read({ name, step, quads }: Lines, id: string, from: string): string {
  if (quads) return `${name}[${plus(`${id}at`, times(from, step / 4))}]`;
  return `vec4<f32>(${upTo(4)
    .map((j) => `${name}[${plus(`${id}at${j}`, times(from, step))}]`)
    .join(", ")})`;
}
