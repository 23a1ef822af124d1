def numerical(f, a, b, c):
  """The slopes of f at (a, b, c) by nudging: [df/da, df/db, df/dc]."""
  raise NotImplementedError("to do: numerical")
