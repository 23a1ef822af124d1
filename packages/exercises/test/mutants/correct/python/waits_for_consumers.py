import math

class Value:
  # counts who uses a node as the graph is built, and passes on when the last has paid

  def __init__(self, data):
    self.data = data
    self.grad = 0.0
    self.args = []
    self.local = []

  def result(self, data, *pairs):
    out = Value(data)
    for v, slope in pairs:
      out.args.append(v)
      out.local.append(slope)
    return out

  def value(self, x):
    return x if isinstance(x, Value) else Value(x)

  def __add__(self, x):
    x = self.value(x)
    return self.result(self.data + x.data, (self, 1), (x, 1))

  def __sub__(self, x):
    x = self.value(x)
    return self.result(self.data - x.data, (self, 1), (x, -1))

  def __mul__(self, x):
    x = self.value(x)
    return self.result(self.data * x.data, (self, x.data), (x, self.data))

  def __truediv__(self, x):
    x = self.value(x)
    return self.result(self.data / x.data, (self, 1 / x.data), (x, -self.data / x.data / x.data))

  def __radd__(self, x): return self + x
  def __rmul__(self, x): return self * x
  def __rsub__(self, x): return self.value(x) - self
  def __rtruediv__(self, x): return self.value(x) / self
  def __neg__(self): return 0 - self
  def __pow__(self, k): return self.result(self.data ** k, (self, k * self.data ** (k - 1)))
  def exp(self): return self.result(math.exp(self.data), (self, math.exp(self.data)))
  def log(self): return self.result(math.log(self.data), (self, 1 / self.data))
  def tanh(self): return self.result(math.tanh(self.data), (self, 1 - math.tanh(self.data) ** 2))

  def backward(self, seed=1.0):
    waiting = {}
    def count(v):
      for u in v.args:
        if u in waiting:
          waiting[u] += 1
        else:
          waiting[u] = 1
          count(u)
    count(self)
    self.grad = seed
    def pay(v):
      for u, slope in zip(v.args, v.local):
        u.grad += slope * v.grad
        waiting[u] -= 1
        if waiting[u] == 0:
          pay(u)
    pay(self)
