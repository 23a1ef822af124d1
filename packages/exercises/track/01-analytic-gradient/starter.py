from math import cos, sin


def f(a, b, c):
  return -a**3 + sin(3 * b) - 1.0 / c + b**2.5 - a**0.5


def gradient(a, b, c):
  """The gradient of f at (a, b, c): [df/da, df/db, df/dc]."""
  raise NotImplementedError("to do: gradient")
