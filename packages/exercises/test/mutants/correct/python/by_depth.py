from math import exp, log

class Value:
  grad = 0.0

  def __init__(self, data, *inputs):
    self.data = data
    self.inputs = inputs
    self.depth = 1 + max([v.depth for v in inputs] + [-1])

  def pull(self):
    pass

  def __add__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    out = Value(self.data + other.data, self, other)
    def pull():
      self.grad = self.grad + out.grad
      other.grad = other.grad + out.grad
    out.pull = pull
    return out

  def __mul__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    out = Value(self.data * other.data, self, other)
    def pull():
      self.grad = self.grad + out.grad * other.data
      other.grad = other.grad + out.grad * self.data
    out.pull = pull
    return out

  def __pow__(self, k):
    out = Value(self.data ** k, self)
    def pull():
      self.grad = self.grad + out.grad * k * out.data / self.data
    out.pull = pull
    return out

  def exp(self):
    out = Value(exp(self.data), self)
    def pull():
      self.grad = self.grad + out.grad * exp(self.data)
    out.pull = pull
    return out

  def log(self):
    out = Value(log(self.data), self)
    def pull():
      self.grad = self.grad + out.grad * self.data ** -1
    out.pull = pull
    return out

  def tanh(self):
    t = 1 - 2 / (exp(2 * self.data) + 1)
    out = Value(t, self)
    def pull():
      self.grad = self.grad + out.grad * (1 - t) * (1 + t)
    out.pull = pull
    return out

  def __neg__(self): return Value(0) - self
  def __sub__(self, other): return self + Value(-1) * other
  def __radd__(self, other): return Value(other) + self
  def __rsub__(self, other): return Value(other) - self
  def __rmul__(self, other): return Value(other) * self
  def __truediv__(self, other): return self * (other if isinstance(other, Value) else Value(other)) ** -1
  def __rtruediv__(self, other): return Value(other) / self

  def backward(self):
    everything = []
    queue = [self]
    while queue:
      v = queue.pop(0)
      if v in everything:
        continue
      everything.append(v)
      queue.extend(v.inputs)
    self.grad = 1.0
    everything.sort(key=lambda v: -v.depth)
    for v in everything:
      v.pull()
