import math

class Value:
  '''each node keeps (input, slope) pairs'''

  def __init__(self, data, edges=()):
    self.data = data
    self.grad = 0.0
    self.edges = edges

  def __add__(self, other):
    if isinstance(other, Value):
      return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
    return Value(self.data + other, ((self, 1.0),))

  def __mul__(self, other):
    if isinstance(other, Value):
      return Value(self.data * other.data, ((self, other.data), (other, self.data)))
    return Value(self.data * other, ((self, other),))

  def __sub__(self, other):
    if isinstance(other, Value):
      return Value(self.data - other.data, ((self, 1.0), (other, -1.0)))
    return Value(self.data - other, ((self, 1.0),))

  def __truediv__(self, other):
    if isinstance(other, Value):
      return Value(self.data / other.data, ((self, 1 / other.data), (other, -self.data / other.data ** 2)))
    return Value(self.data / other, ((self, 1 / other),))

  __radd__ = __add__
  __rmul__ = __mul__

  def __rsub__(self, other):
    return Value(other - self.data, ((self, -1.0),))

  def __rtruediv__(self, other):
    return Value(other / self.data, ((self, -other / self.data ** 2),))

  def __neg__(self):
    return Value(-self.data, ((self, -1.0),))

  def __pow__(self, k):
    return Value(self.data ** k, ((self, k * self.data ** (k - 1)),))

  def exp(self):
    y = math.exp(self.data)
    return Value(y, ((self, y),))

  def log(self):
    return Value(math.log(self.data), ((self, 1 / self.data),))

  def tanh(self):
    y = math.tanh(self.data)
    return Value(y, ((self, 1 - y * y),))

  def backward(self):
    order = []
    seen = set()
    def visit(v):
      if v in seen:
        return
      seen.add(v)
      for u, _ in v.edges:
        visit(u)
      order.append(v)
    visit(self)
    self.grad = 1.0
    for v in reversed(order):
      for u, slope in v.edges:
        u.grad += slope * v.grad
