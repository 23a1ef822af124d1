import math

class Value:
  __slots__ = ('_data', '_grad', '_inputs', '_fn')

  def __init__(self, data):
    self._data = data
    self._grad = 0.0
    self._inputs = []
    self._fn = None

  @property
  def data(self):
    return self._data

  @data.setter
  def data(self, x):
    self._data = x

  @property
  def grad(self):
    return self._grad

  @grad.setter
  def grad(self, x):
    self._grad = x

  def _made(self, data, inputs, fn):
    out = Value(data)
    out._inputs = inputs
    out._fn = fn
    return out

  def __add__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    def fn(out):
      self.grad += out.grad
      other.grad += out.grad
    return self._made(self.data + other.data, [self, other], fn)

  def __sub__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    def fn(out):
      self.grad += out.grad
      other.grad -= out.grad
    return self._made(self.data - other.data, [self, other], fn)

  def __mul__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    def fn(out):
      a, b = out.grad * other.data, out.grad * self.data
      self.grad += a
      other.grad += b
    return self._made(self.data * other.data, [self, other], fn)

  def __truediv__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    def fn(out):
      self.grad += out.grad / other.data
      other.grad += -out.grad * out.data / other.data
    return self._made(self.data / other.data, [self, other], fn)

  def __neg__(self):
    def fn(out):
      self.grad -= out.grad
    return self._made(-self.data, [self], fn)

  def __pow__(self, k):
    def fn(out):
      self.grad += out.grad * k * self.data ** (k - 1)
    return self._made(self.data ** k, [self], fn)

  def exp(self):
    def fn(out):
      self.grad += out.grad * out.data
    return self._made(math.exp(self.data), [self], fn)

  def log(self):
    def fn(out):
      self.grad += out.grad / self.data
    return self._made(math.log(self.data), [self], fn)

  def tanh(self):
    def fn(out):
      self.grad += out.grad * (1 - out.data * out.data)
    return self._made(math.tanh(self.data), [self], fn)

  def __radd__(self, other): return self + other
  def __rmul__(self, other): return self * other
  def __rsub__(self, other): return Value(other) - self
  def __rtruediv__(self, other): return Value(other) / self

  def backward(self):
    order = []
    seen = []
    def walk(v):
      if any(v is s for s in seen):
        return
      seen.append(v)
      for u in v._inputs:
        walk(u)
      order.insert(0, v)
    walk(self)
    self.grad = 1.0
    for v in order:
      if v._fn:
        v._fn(v)
