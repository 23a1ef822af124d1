import math

class Value:

  def __init__(self, data):
    self.data = data
    self.grad = 0.0
    self._prev = ()
    self._backward = lambda: None

  @staticmethod
  def wrap(x):
    return x if isinstance(x, Value) else Value(x)

  @staticmethod
  def unary(a, f, d):
    out = Value(f(a.data))
    out._prev = (a,)
    def _backward():
      a.grad += d(a.data, out.data) * out.grad
    out._backward = _backward
    return out

  @staticmethod
  def binary(a, b, f, da, db):
    a, b = Value.wrap(a), Value.wrap(b)
    out = Value(f(a.data, b.data))
    out._prev = (a, b)
    def _backward():
      a.grad += da(a.data, b.data) * out.grad
      b.grad += db(a.data, b.data) * out.grad
    out._backward = _backward
    return out

  def __add__(self, other): return Value.binary(self, other, lambda a, b: a + b, lambda a, b: 1, lambda a, b: 1)
  def __radd__(self, other): return Value.binary(other, self, lambda a, b: a + b, lambda a, b: 1, lambda a, b: 1)
  def __sub__(self, other): return Value.binary(self, other, lambda a, b: a - b, lambda a, b: 1, lambda a, b: -1)
  def __rsub__(self, other): return Value.binary(other, self, lambda a, b: a - b, lambda a, b: 1, lambda a, b: -1)
  def __mul__(self, other): return Value.binary(self, other, lambda a, b: a * b, lambda a, b: b, lambda a, b: a)
  def __rmul__(self, other): return Value.binary(other, self, lambda a, b: a * b, lambda a, b: b, lambda a, b: a)
  def __truediv__(self, other): return Value.binary(self, other, lambda a, b: a / b, lambda a, b: 1 / b, lambda a, b: -a / b ** 2)
  def __rtruediv__(self, other): return Value.wrap(other) / self
  def __neg__(self): return Value.unary(self, lambda x: -x, lambda x, y: -1)
  def __pow__(self, k): return Value.unary(self, lambda x: x ** k, lambda x, y: k * x ** (k - 1))
  def exp(self): return Value.unary(self, math.exp, lambda x, y: y)
  def log(self): return Value.unary(self, math.log, lambda x, y: 1 / x)
  def tanh(self): return Value.unary(self, math.tanh, lambda x, y: 1 - y ** 2)

  @staticmethod
  def sort(root, seen, order):
    if root in seen:
      return order
    seen.add(root)
    for v in root._prev:
      Value.sort(v, seen, order)
    order.append(root)
    return order

  def backward(self):
    order = Value.sort(self, set(), [])
    self.grad = 1.0
    for v in reversed(order):
      v._backward()
