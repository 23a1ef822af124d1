function outgrad_symmetric(k: number[], a: number, b: number, c: number) {
  return outgrad_nudges(symmetric, k, a, b, c);
}
