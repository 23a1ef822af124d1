def outgrad_numerical(k, a, b, c):
  return outgrad_nudges(numerical, k, a, b, c)
