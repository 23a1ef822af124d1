def sum_rows(x):
  """The sum of each row."""
  return [sum(row) for row in x]


def sum_rows_grad(x, g):
  """The gradient of x, from g, the gradient of the sums."""
  return [[g[i] for _ in row] for i, row in enumerate(x)]
