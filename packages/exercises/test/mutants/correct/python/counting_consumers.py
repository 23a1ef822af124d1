from math import exp, log

class Value:
  # Kahn: a node goes when all that use it are done

  def __init__(self, data, prev=(), backward_fn=None):
    self.data = data
    self.grad = 0.0
    self.prev = prev
    self.backward_fn = backward_fn

  def __add__(self, other):
    o = other if isinstance(other, Value) else Value(other)
    def fn(g):
      self.grad += g
      o.grad += g
    return Value(self.data + o.data, (self, o), fn)

  def __mul__(self, other):
    o = other if isinstance(other, Value) else Value(other)
    def fn(g):
      self.grad += g * o.data
      o.grad += g * self.data
    return Value(self.data * o.data, (self, o), fn)

  def __pow__(self, k):
    def fn(g):
      self.grad += g * (k * self.data ** (k - 1))
    return Value(self.data ** k, (self,), fn)

  def exp(self):
    y = exp(self.data)
    def fn(g):
      self.grad += g * y
    return Value(y, (self,), fn)

  def log(self):
    def fn(g):
      self.grad += g * (1 / self.data)
    return Value(log(self.data), (self,), fn)

  def tanh(self):
    e = exp(2 * self.data)
    y = (e - 1) / (e + 1)
    def fn(g):
      self.grad += g * (1 - y ** 2)
    return Value(y, (self,), fn)

  def __neg__(self): return self * -1
  def __radd__(self, other): return self + other
  def __rmul__(self, other): return self * other
  def __sub__(self, other): return self + other * -1
  def __rsub__(self, other): return self * -1 + other
  def __truediv__(self, other): return self * other ** -1
  def __rtruediv__(self, other): return self ** -1 * other

  def backward(self):
    users = {self: 0}
    found = [self]
    for v in found:
      for p in v.prev:
        if p not in users:
          users[p] = 0
          found.append(p)
        users[p] += 1
    self.grad = 1.0
    ready = [self]
    while ready:
      v = ready.pop()
      if v.backward_fn is not None:
        v.backward_fn(v.grad)
      for p in v.prev:
        users[p] -= 1
        if users[p] == 0:
          ready.append(p)
