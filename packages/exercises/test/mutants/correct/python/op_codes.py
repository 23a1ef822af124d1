from math import exp, log, tanh

# No closures: backward asks each node for its op.
class Value:
  def __init__(self, data, inputs=(), op='leaf', k=None):
    self.data = data
    self.grad = 0.0
    self.inputs = inputs
    self.op = op
    self.k = k

  def __add__(self, other):
    other = to_value(other)
    return Value(self.data + other.data, (self, other), 'add')

  def __mul__(self, other):
    other = to_value(other)
    return Value(self.data * other.data, (self, other), 'mul')

  def __pow__(self, k):
    return Value(self.data ** k, (self,), 'pow', k)

  def exp(self):
    return Value(exp(self.data), (self,), 'exp')

  def log(self):
    return Value(log(self.data), (self,), 'log')

  def tanh(self):
    return Value(tanh(self.data), (self,), 'tanh')

  __radd__ = __add__
  __rmul__ = __mul__

  def __neg__(self): return self * -1
  def __sub__(self, other): return self + -to_value(other)
  def __rsub__(self, other): return to_value(other) - self
  def __truediv__(self, other): return self * to_value(other) ** -1
  def __rtruediv__(self, other): return to_value(other) / self

  def step(self):
    g = self.grad
    if self.op == 'add':
      for v in self.inputs:
        v.grad += g
    elif self.op == 'mul':
      a, b = self.inputs
      a.grad += g * b.data
      b.grad += g * a.data
    elif self.op == 'pow':
      a, = self.inputs
      a.grad += g * self.k * a.data ** (self.k - 1)
    elif self.op == 'exp':
      self.inputs[0].grad += g * self.data
    elif self.op == 'log':
      self.inputs[0].grad += g / self.inputs[0].data
    elif self.op == 'tanh':
      self.inputs[0].grad += g * (1 - self.data * self.data)

  def backward(self):
    order, seen = [], set()
    def visit(v):
      if v not in seen:
        seen.add(v)
        for u in v.inputs:
          visit(u)
        order.append(v)
    visit(self)
    self.grad = 1.0
    while order:
      order.pop().step()

def to_value(x):
  return x if isinstance(x, Value) else Value(x)
