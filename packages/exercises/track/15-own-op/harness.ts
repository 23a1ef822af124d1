function outgrad_legendre(x: number, upstream: number[]) {
  const leaf: any = new Value(x);
  const input = leaf.mul(1);
  const out = upstream.map(() => outgrad_value(input.legendre(), "legendre"));
  if (out[0] === input) outgrad_stop("returns-self", "legendre", "", "");
  outgrad_backward(out, upstream);
  return [out[0].data, input.grad, leaf.grad, input.data];
}
