import math

class Value:
  """Closures get what they need as default arguments."""

  def __init__(self, data, _children=(), _op=None):
    self.data, self.grad = data, 0.0
    self._prev, self._op = set(_children), _op
    self._backward = lambda: None

  def __add__(self, other):
    if type(other) in (int, float): other = Value(other)
    out = Value(self.data + other.data, (self, other), '+')
    def _backward(a=self, b=other, c=out):
      a.grad += c.grad
      b.grad += c.grad
    out._backward = _backward
    return out

  def __mul__(self, other):
    if type(other) in (int, float): other = Value(other)
    out = Value(self.data * other.data, (self, other), '*')
    def _backward(a=self, b=other, c=out):
      a.grad += b.data * c.grad
      b.grad += a.data * c.grad
    out._backward = _backward
    return out

  def __pow__(self, n):
    assert type(n) in (int, float)
    out = Value(pow(self.data, n), {self}, '**')
    def _backward(a=self, c=out):
      a.grad += n * pow(a.data, n - 1) * c.grad
    out._backward = _backward
    return out

  def exp(self):
    out = Value(math.exp(self.data), {self}, 'exp')
    def _backward(a=self, c=out):
      a.grad += c.data * c.grad
    out._backward = _backward
    return out

  def log(self):
    assert self.data > 0, "log needs a positive number"
    out = Value(math.log(self.data), {self}, 'log')
    def _backward(a=self, c=out):
      a.grad += (1 / a.data) * c.grad
    out._backward = _backward
    return out

  def tanh(self):
    x = self.data
    out = Value(math.sinh(x) / math.cosh(x), {self}, 'tanh')
    def _backward(a=self, c=out):
      a.grad += c.grad / math.cosh(a.data) ** 2
    out._backward = _backward
    return out

  def __neg__(self): return -1 * self
  def __radd__(self, other): return self + other
  def __rmul__(self, other): return self * other
  def __sub__(self, other): return self + -1 * other
  def __rsub__(self, other): return other + -1 * self
  def __truediv__(self, other): return self * other ** -1
  def __rtruediv__(self, other): return other * self ** -1

  def backward(self):
    def topo(v, done):
      if v not in done:
        done.append(v)
        for u in v._prev:
          topo(u, done)
      return done
    reachable = topo(self, [])
    order = []
    while reachable:
      for v in reachable:
        if not any(v in u._prev for u in reachable if u is not v):
          order.append(v)
          reachable.remove(v)
          break
    self.grad = 1.0
    for v in order:
      v._backward()
