import math

class Value:
  count = 0

  def __init__(self, data):
    self.data = data
    self.grad = 0.0
    self.inputs = []
    self.send = self.nothing
    Value.count += 1
    self.id = Value.count

  def nothing(self, g):
    pass

  @classmethod
  def node(cls, data, inputs, send):
    v = cls(data)
    v.inputs = inputs
    v.send = send
    return v

  def __add__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    def send(g):
      self.grad += g
      other.grad += g
    return Value.node(self.data + other.data, [self, other], send)

  def __radd__(self, other):
    return self.__add__(other)

  def __mul__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    def send(g):
      self.grad += g * other.data
      other.grad += g * self.data
    return Value.node(self.data * other.data, [self, other], send)

  def __rmul__(self, other):
    return self.__mul__(other)

  def __neg__(self):
    return self.__mul__(-1.0)

  def __sub__(self, other):
    return self.__add__(-other)

  def __rsub__(self, other):
    return self.__neg__().__add__(other)

  def __pow__(self, k):
    def send(g):
      self.grad += g * k * math.pow(self.data, k - 1)
    return Value.node(math.pow(self.data, k), [self], send)

  def __truediv__(self, other):
    return self.__mul__(other ** -1)

  def __rtruediv__(self, other):
    return self.__pow__(-1).__mul__(other)

  def exp(self):
    y = math.e ** self.data
    def send(g):
      self.grad += g * y
    return Value.node(y, [self], send)

  def log(self):
    def send(g):
      self.grad += g / self.data
    return Value.node(math.log(self.data), [self], send)

  def tanh(self):
    y = math.tanh(self.data)
    def send(g):
      self.grad += g * (1 - y * y)
    return Value.node(y, [self], send)

  def backward(self):
    reachable = set()
    todo = [self]
    while todo:
      v = todo.pop()
      if v not in reachable:
        reachable.add(v)
        todo.extend(v.inputs)
    self.grad = 1.0
    for v in sorted(reachable, key=lambda v: v.id, reverse=True):
      v.send(v.grad)
