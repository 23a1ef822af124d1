function outgrad_numerical(k: number[], a: number, b: number, c: number) {
  return outgrad_nudges(numerical, k, a, b, c);
}
