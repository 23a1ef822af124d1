def symmetric(f, a, b, c):
  """The slopes of f at (a, b, c) by nudging both ways: [df/da, df/db, df/dc]."""
  h = 1e-5
  da = (f(a + h, b, c) - f(a - h, b, c)) / (2 * h)
  db = (f(a, b + h, c) - f(a, b - h, c)) / (2 * h)
  dc = (f(a, b, c + h) - f(a, b, c - h)) / (2 * h)
  return [da, db, dc]
