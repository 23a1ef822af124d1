import math

class Value(object):
  '''sorts without recursion'''

  def __init__(self, data, parents=()):
    self.data = float(data)
    self.grad = 0.0
    self.parents = tuple(parents)
    self.pull = lambda: None

  @staticmethod
  def of(x):
    return x if type(x) is Value else Value(x)

  def __add__(self, y):
    y = Value.of(y)
    z = Value(self.data + y.data, [self, y])
    def pull():
      self.grad += z.grad
      y.grad += z.grad
    z.pull = pull
    return z

  def __sub__(self, y):
    y = Value.of(y)
    z = Value(self.data - y.data, [self, y])
    def pull():
      self.grad += z.grad
      y.grad -= z.grad
    z.pull = pull
    return z

  def __mul__(self, y):
    y = Value.of(y)
    z = Value(self.data * y.data, [self, y])
    def pull():
      self.grad += y.data * z.grad
      y.grad += self.data * z.grad
    z.pull = pull
    return z

  def __truediv__(self, y):
    y = Value.of(y)
    z = Value(self.data / y.data, [self, y])
    def pull():
      self.grad += z.grad / y.data
      y.grad -= z.grad * self.data / (y.data * y.data)
    z.pull = pull
    return z

  def __radd__(self, x): return Value.of(x) + self
  def __rsub__(self, x): return Value.of(x) - self
  def __rmul__(self, x): return Value.of(x) * self
  def __rtruediv__(self, x): return Value.of(x) / self

  def __neg__(self):
    z = Value(-self.data, [self])
    def pull():
      self.grad -= z.grad
    z.pull = pull
    return z

  def __pow__(self, n):
    z = Value(self.data ** n, [self])
    def pull():
      self.grad += z.grad * n * self.data ** (n - 1)
    z.pull = pull
    return z

  def exp(self):
    z = Value(math.exp(self.data), [self])
    def pull():
      self.grad += z.grad * z.data
    z.pull = pull
    return z

  def log(self):
    z = Value(math.log(self.data), [self])
    def pull():
      self.grad += z.grad / self.data
    z.pull = pull
    return z

  def tanh(self):
    z = Value(math.tanh(self.data), [self])
    def pull():
      self.grad += z.grad * (1 - z.data ** 2)
    z.pull = pull
    return z

  def backward(self):
    order = []
    seen = {self}
    stack = [(self, iter(self.parents))]
    while stack:
      node, rest = stack[-1]
      found = False
      for parent in rest:
        if parent not in seen:
          seen.add(parent)
          stack.append((parent, iter(parent.parents)))
          found = True
          break
      if not found:
        order.append(node)
        stack.pop()
    self.grad = 1.0
    for node in reversed(order):
      node.pull()
