def numerical(f, a, b, c):
  """The slopes of f at (a, b, c) by nudging: [df/da, df/db, df/dc]."""
  h = 1e-8
  here = f(a, b, c)
  da = (f(a + h, b, c) - here) / h
  db = (f(a, b + h, c) - here) / h
  dc = (f(a, b, c + h) - here) / h
  return [da, db, dc]
