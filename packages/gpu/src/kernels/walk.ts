import type { Text, Writer } from "../kernel/writer.js";
import type { Shape } from "./recipe.js";

/** Names the indices of number `place` of a shape, whose last dim runs fastest. */
export function coordinates(w: Writer, name: string, place: Text, shape: Shape): readonly Text[] {
  if (shape.length === 0) return [];
  const found: Text[] = [];
  let rest = place;
  for (let dim = shape.length - 1; dim > 0; dim--) {
    found.unshift(w.int(`${name}${dim}`, w.mod(rest, shape[dim] as number)));
    rest = w.int(`${name}Over${dim}`, w.div(rest, shape[dim] as number));
  }
  return [rest, ...found];
}

/** Where a number lies: at a start, if there is one, and so many strides on. */
export function placeText(start: Text | null, at: readonly Text[], strides: readonly number[]): Text {
  const terms = at.flatMap((index, dim) => {
    const stride = strides[dim] as number;
    if (stride === 0) return [];
    const size = Math.abs(stride);
    return [`${stride < 0 ? "-" : "+"} ${size === 1 ? index : `${index} * ${size}`}`];
  });
  if (start !== null) return [start, ...terms].join(" ");
  const [first, ...rest] = terms;
  if (first === undefined) return "0";
  return [first.startsWith("+") ? first.slice(2) : `0 ${first}`, ...rest].join(" ");
}

/** A loop, if it has more than one turn. */
export function turns(w: Writer, name: string, count: number, body: (counter: Text) => void): void {
  if (count === 1) body("0");
  else w.loop(name, count, body);
}

/** Longer sums are taken in parts. */
const shortSum = 64;

/**
 * Adds `count` terms to a variable: `term` is given the number of the term and what to add it to. A long sum is one of
 * the sums of parts, about as many parts as terms in each, so that its error grows with the root of its length.
 */
export function sumOf(
  w: Writer,
  name: string,
  total: Text,
  count: number,
  term: (r: Text, to: Text) => void,
): void {
  if (count <= shortSum) {
    if (count > 0) turns(w, name, count, (r) => term(r, total));
    return;
  }
  const length = partOf(count);
  const part = w.float(`${name}Sum`, w.number(0));
  w.loop(`${name}Part`, Math.ceil(count / length), (p) => {
    w.set(part, w.number(0));
    w.loop(`${name}In`, length, (k) => {
      const r = w.int(name, `${p} * ${length} + ${k}`);
      if (count % length === 0) term(r, part);
      else w.when(`${r} < ${count}`, () => term(r, part));
    });
    w.set(total, `${total} + ${part}`);
  });
}

/** How long the parts of a sum are: a divisor of its length if there is one near its root, so that none is cut short. */
function partOf(count: number): number {
  const root = Math.ceil(Math.sqrt(count));
  for (let length = root; length <= 4 * root; length++) if (count % length === 0) return length;
  return root;
}
