/** A list in as few parts of at most `most` as possible, their lengths as even as possible: so of two lengths at most. */
export function parts<T>(list: readonly T[], most: number): (readonly T[])[] {
  const count = Math.ceil(list.length / most);
  const start = (i: number) => Math.floor((i * list.length) / count);
  return Array.from({ length: count }, (_, i) => list.slice(start(i), start(i + 1)));
}
