import math

class Value:
  '''backward keeps the gradients in a dict and writes them at the end'''

  def __init__(self, data, deps=(), rule=lambda g: ()):
    self.data = data
    self.grad = 0.0
    self.deps = deps
    self.rule = rule

  def __add__(self, other):
    other = as_value(other)
    return Value(self.data + other.data, (self, other), lambda g: ((self, g), (other, g)))

  def __sub__(self, other):
    other = as_value(other)
    return Value(self.data - other.data, (self, other), lambda g: ((self, g), (other, -g)))

  def __mul__(self, other):
    other = as_value(other)
    return Value(self.data * other.data, (self, other), lambda g: ((self, g * other.data), (other, g * self.data)))

  def __truediv__(self, other):
    other = as_value(other)
    return Value(self.data / other.data, (self, other),
                 lambda g: ((self, g / other.data), (other, -g * self.data / other.data ** 2)))

  def __radd__(self, other): return as_value(other) + self
  def __rsub__(self, other): return as_value(other) - self
  def __rmul__(self, other): return as_value(other) * self
  def __rtruediv__(self, other): return as_value(other) / self
  def __neg__(self): return Value(-self.data, (self,), lambda g: ((self, -g),))
  def __pow__(self, k): return Value(self.data ** k, (self,), lambda g: ((self, g * k * self.data ** (k - 1)),))
  def log(self): return Value(math.log(self.data), (self,), lambda g: ((self, g / self.data),))

  def exp(self):
    y = math.exp(self.data)
    return Value(y, (self,), lambda g: ((self, g * y),))

  def tanh(self):
    y = math.tanh(self.data)
    return Value(y, (self,), lambda g: ((self, g * (1 - y ** 2)),))

  def in_order(self, seen):
    if self not in seen:
      seen.add(self)
      for dep in self.deps:
        yield from dep.in_order(seen)
      yield self

  def backward(self):
    grads = {self: 1.0}
    for v in reversed(list(self.in_order(set()))):
      for dep, g in v.rule(grads[v]):
        grads[dep] = grads.get(dep, 0.0) + g
    for v, g in grads.items():
      v.grad += g

def as_value(x):
  return x if isinstance(x, Value) else Value(x)
