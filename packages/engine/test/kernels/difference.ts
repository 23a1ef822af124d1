/** Says where two arrays first differ in their bits, any NaN being a NaN; nothing if they do not. */
export function difference(found: ArrayLike<number>, wanted: ArrayLike<number>): string {
  if (found.length !== wanted.length) return `${found.length} numbers, not ${wanted.length}`;
  for (let i = 0; i < wanted.length; i++) {
    if (!Object.is(found[i], wanted[i])) return `[${i}] is ${found[i]}, not ${wanted[i]}`;
  }
  return "";
}
