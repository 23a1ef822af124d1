def add_row(x, b):
  """The table x with the row b added to each of its rows."""
  return [[each + bias for each, bias in zip(row, b)] for row in x]


def add_row_grad(x, b, g):
  """The gradients of x and of b, from g, the gradient of the result: [gx, gb]."""
  gx = [list(row) for row in g]
  gb = [sum(row[j] for row in g) for j in range(len(b))]
  return [gx, gb]
