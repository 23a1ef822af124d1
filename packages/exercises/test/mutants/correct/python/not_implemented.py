from math import exp, log

class Value:
  '''gives up politely on what it does not know'''

  def __init__(self, data, prev=frozenset()):
    self.data = data
    self.grad = 0.0
    self.prev = prev
    self._backward = None

  def _coerce(self, other):
    if isinstance(other, Value):
      return other
    if isinstance(other, (int, float)):
      return Value(other)
    return None

  def __add__(self, other):
    other = self._coerce(other)
    if other is None:
      return NotImplemented
    out = Value(self.data + other.data, frozenset([self, other]))
    def _backward():
      self.grad += out.grad
      other.grad += out.grad
    out._backward = _backward
    return out

  def __mul__(self, other):
    other = self._coerce(other)
    if other is None:
      return NotImplemented
    out = Value(self.data * other.data, frozenset([self, other]))
    def _backward():
      if self is other:
        self.grad += 2 * self.data * out.grad
      else:
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad
    out._backward = _backward
    return out

  def __pow__(self, k):
    if not isinstance(k, (int, float)):
      return NotImplemented
    out = Value(self.data ** k, frozenset([self]))
    def _backward():
      self.grad += k * self.data ** (k - 1) * out.grad
    out._backward = _backward
    return out

  def __neg__(self):
    return self.__mul__(-1)

  def __sub__(self, other):
    other = self._coerce(other)
    return NotImplemented if other is None else self + (-other)

  def __truediv__(self, other):
    other = self._coerce(other)
    return NotImplemented if other is None else self * other ** -1

  def __radd__(self, other): return self._coerce(other) + self
  def __rsub__(self, other): return self._coerce(other) - self
  def __rmul__(self, other): return self._coerce(other) * self
  def __rtruediv__(self, other): return self._coerce(other) / self

  def _unary(self, value, slope):
    out = Value(value, frozenset([self]))
    def _backward():
      self.grad += slope * out.grad
    out._backward = _backward
    return out

  def exp(self):
    y = exp(self.data)
    return self._unary(y, y)

  def log(self):
    return self._unary(log(self.data), 1 / self.data)

  def tanh(self):
    y = (exp(2 * self.data) - 1) / (exp(2 * self.data) + 1)
    return self._unary(y, 1 - y * y)

  def backward(self):
    topo, visited = [], set()
    stack = [(self, False)]
    while stack:
      v, expanded = stack.pop()
      if expanded:
        topo.append(v)
      elif v not in visited:
        visited.add(v)
        stack.append((v, True))
        for u in v.prev:
          stack.append((u, False))
    self.grad = 1.0
    for v in reversed(topo):
      if v._backward is not None:
        v._backward()
