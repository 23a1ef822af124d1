import math

def make(data, inputs, slopes):
  out = Value(data)
  out.inputs = inputs
  out.slopes = slopes
  return out

def number(x):
  return getattr(x, 'data', x)

def values(*pairs):
  return [p for p in pairs if isinstance(p[0], Value)]

def combine(data, *pairs):
  kept = values(*pairs)
  return make(data, [v for v, _ in kept], [s for _, s in kept])

def add(a, b): return combine(number(a) + number(b), (a, 1.0), (b, 1.0))
def sub(a, b): return combine(number(a) - number(b), (a, 1.0), (b, -1.0))
def mul(a, b): return combine(number(a) * number(b), (a, number(b)), (b, number(a)))
def div(a, b): return combine(number(a) / number(b), (a, 1 / number(b)), (b, -number(a) / number(b) ** 2))
def power(a, k): return combine(a.data ** k, (a, k * a.data ** (k - 1)))
def negative(a): return combine(-a.data, (a, -1.0))
def exponential(a): return combine(math.exp(a.data), (a, math.exp(a.data)))
def logarithm(a): return combine(math.log(a.data), (a, 1 / a.data))
def tangent(a): return combine(math.tanh(a.data), (a, 1 - math.tanh(a.data) ** 2))

class Value:
  def __init__(self, data):
    self.data = data
    self.grad = 0.0
    self.inputs = []
    self.slopes = []

  __add__ = add
  __radd__ = lambda self, other: add(other, self)
  __sub__ = sub
  __rsub__ = lambda self, other: sub(other, self)
  __mul__ = mul
  __rmul__ = lambda self, other: mul(other, self)
  __truediv__ = div
  __rtruediv__ = lambda self, other: div(other, self)
  __pow__ = power
  __neg__ = negative
  exp = exponential
  log = logarithm
  tanh = tangent

  def backward(self):
    order = []
    def visit(v):
      for u in v.inputs:
        if u not in order:
          visit(u)
      order.append(v)
    visit(self)
    self.grad = 1.0
    for v in reversed(order):
      for u, slope in zip(v.inputs, v.slopes):
        u.grad += slope * v.grad
