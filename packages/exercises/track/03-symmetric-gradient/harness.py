def outgrad_symmetric(k, a, b, c):
  return outgrad_nudges(symmetric, k, a, b, c)
