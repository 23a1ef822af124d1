import math

class Value:
  """Each op is a class of its own."""

  def __init__(self, data, *inputs):
    self.data = data
    self.grad = 0.0
    self.inputs = inputs

  def push(self):
    pass

  def __add__(self, other): return Sum(self, lift(other))
  def __mul__(self, other): return Product(self, lift(other))
  def __pow__(self, k): return Power(self, k)
  def __neg__(self): return Product(self, Value(-1))
  def __sub__(self, other): return Sum(self, -lift(other))
  def __truediv__(self, other): return Product(self, Power(lift(other), -1))
  def __radd__(self, other): return Sum(lift(other), self)
  def __rmul__(self, other): return Product(lift(other), self)
  def __rsub__(self, other): return Sum(lift(other), -self)
  def __rtruediv__(self, other): return Product(lift(other), Power(self, -1))
  def exp(self): return Exp(self)
  def log(self): return Log(self)
  def tanh(self): return Tanh(self)

  def backward(self):
    order = []
    def visit(v):
      if v not in order:
        for u in v.inputs:
          visit(u)
        order.append(v)
    visit(self)
    self.grad = 1.0
    for v in reversed(order):
      v.push()

class Sum(Value):
  def __init__(self, a, b):
    super().__init__(a.data + b.data, a, b)
  def push(self):
    for v in self.inputs:
      v.grad += self.grad

class Product(Value):
  def __init__(self, a, b):
    super().__init__(a.data * b.data, a, b)
  def push(self):
    a, b = self.inputs
    a.grad += self.grad * b.data
    b.grad += self.grad * a.data

class Power(Value):
  def __init__(self, a, k):
    super().__init__(a.data ** k, a)
    self.k = k
  def push(self):
    a = self.inputs[0]
    a.grad += self.grad * self.k * a.data ** (self.k - 1)

class Exp(Value):
  def __init__(self, a):
    super().__init__(math.exp(a.data), a)
  def push(self):
    self.inputs[0].grad += self.grad * self.data

class Log(Value):
  def __init__(self, a):
    super().__init__(math.log(a.data), a)
  def push(self):
    self.inputs[0].grad += self.grad / self.inputs[0].data

class Tanh(Value):
  def __init__(self, a):
    super().__init__(math.tanh(a.data), a)
  def push(self):
    self.inputs[0].grad += self.grad * (1 - self.data ** 2)

def lift(x):
  return x if isinstance(x, Value) else Value(x)
