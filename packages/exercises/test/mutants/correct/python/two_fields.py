from math import exp, log

class Value:
  def __init__(self, data, left=None, right=None, op=None):
    self.data = data
    self.grad = 0.0
    self.left = left
    self.right = right
    self.op = op

  def __add__(self, other):
    if isinstance(other, (int, float)):
      other = Value(other)
    return Value(self.data + other.data, self, other, '+')

  def __mul__(self, other):
    if isinstance(other, (int, float)):
      other = Value(other)
    return Value(self.data * other.data, self, other, '*')

  def __pow__(self, k):
    v = Value(self.data ** k, self, None, 'pow')
    v.k = k
    return v

  def exp(self):
    return Value(exp(self.data), self, None, 'exp')

  def log(self):
    return Value(log(self.data), self, None, 'log')

  def tanh(self):
    a, b = exp(self.data), exp(-self.data)
    return Value((a - b) / (a + b), self, None, 'tanh')

  def __neg__(self): return Value(-1) * self
  def __sub__(self, other): return self + (-other)
  def __radd__(self, other): return self + other
  def __rmul__(self, other): return self * other
  def __rsub__(self, other): return -(self - other)
  def __truediv__(self, other): return self * (other ** -1)
  def __rtruediv__(self, other): return Value(other) * self ** -1

  def differentiate(self):
    l, r = self.left, self.right
    if self.op == '+':
      l.grad += self.grad
      r.grad += self.grad
    if self.op == '*':
      l.grad += self.grad * r.data
      r.grad += self.grad * l.data
    if self.op == 'pow':
      l.grad += self.grad * self.k * l.data ** (self.k - 1)
    if self.op == 'exp':
      l.grad += self.grad * self.data
    if self.op == 'log':
      l.grad += self.grad / l.data
    if self.op == 'tanh':
      l.grad += self.grad * (1 - self.data ** 2)

  def backward(self):
    order = []
    visited = set()
    def build(v):
      if v is None or id(v) in visited:
        return
      visited.add(id(v))
      build(v.left)
      build(v.right)
      order.append(v)
    build(self)
    self.grad = 1.0
    for i in range(len(order) - 1, -1, -1):
      order[i].differentiate()
