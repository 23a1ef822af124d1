def transposed(a):
  return [[row[j] for row in a] for j in range(len(a[0]))]


def matmul(a, b):
  """The product of two tables."""
  raise NotImplementedError("to do: matmul")


def matmul_grad(a, b, g):
  """The gradients of a and of b, from g, the gradient of the product: [ga, gb]."""
  raise NotImplementedError("to do: matmul_grad")
