from math import exp, log

class Value:
  # every backward starts with interior gradients of zero, leaves go on adding

  def __init__(self, data, _children=(), _op=''):
    self.data = data
    self.grad = 0.0
    self._backward = lambda: None
    self._prev = list(_children)
    self._op = _op

  def accumulate(self, amount):
    self.grad += amount

  def _wrap(self, x):
    return x if isinstance(x, Value) else Value(x)

  def __add__(self, other):
    other = self._wrap(other)
    out = Value(self.data + other.data, (self, other), '+')
    def _backward():
      self.accumulate(out.grad)
      other.accumulate(out.grad)
    out._backward = _backward
    return out

  def __mul__(self, other):
    other = self._wrap(other)
    out = Value(self.data * other.data, (self, other), '*')
    def _backward():
      self.accumulate(other.data * out.grad)
      other.accumulate(self.data * out.grad)
    out._backward = _backward
    return out

  def __pow__(self, k):
    out = Value(self.data ** k, (self,), 'pow')
    out._backward = lambda: self.accumulate(k * self.data ** (k - 1) * out.grad)
    return out

  def exp(self):
    out = Value(exp(self.data), (self,), 'exp')
    out._backward = lambda: self.accumulate(out.data * out.grad)
    return out

  def log(self):
    out = Value(log(self.data), (self,), 'log')
    out._backward = lambda: self.accumulate(out.grad / self.data)
    return out

  def tanh(self):
    e = exp(2 * self.data)
    out = Value((e - 1) / (e + 1), (self,), 'tanh')
    out._backward = lambda: self.accumulate((1 - out.data ** 2) * out.grad)
    return out

  def __neg__(self): return self * -1
  def __sub__(self, other): return self + -self._wrap(other)
  def __truediv__(self, other): return self * self._wrap(other) ** -1
  def __radd__(self, other): return self + other
  def __rmul__(self, other): return self * other
  def __rsub__(self, other): return self._wrap(other) - self
  def __rtruediv__(self, other): return self._wrap(other) / self

  def backward(self):
    topo = []
    visited = set()
    def build_topo(v):
      if v not in visited:
        visited.add(v)
        for child in v._prev:
          build_topo(child)
        topo.append(v)
    build_topo(self)

    for node in topo:
      if node._prev:
        node.grad = 0.0
    self.grad = 1.0
    for node in reversed(topo):
      node._backward()
