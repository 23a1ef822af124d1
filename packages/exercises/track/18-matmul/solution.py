def transposed(a):
  return [[row[j] for row in a] for j in range(len(a[0]))]


def matmul(a, b):
  """The product of two tables."""
  return [[sum(x * y for x, y in zip(row, column)) for column in transposed(b)] for row in a]


def matmul_grad(a, b, g):
  """The gradients of a and of b, from g, the gradient of the product: [ga, gb]."""
  return [matmul(g, transposed(b)), matmul(transposed(a), g)]
