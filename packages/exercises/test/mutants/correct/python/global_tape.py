from math import exp, log

tape = []

class Value:
  # what was computed is written on the tape; the nodes know nothing of each other

  def __init__(self, data):
    self.data = data
    self.grad = 0.0

  def __repr__(self):
    return 'Value(' + str(self.data) + ')'

  def __add__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    out = Value(self.data + other.data)
    tape.append((out, [(self, 1.0), (other, 1.0)]))
    return out

  def __mul__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    out = Value(self.data * other.data)
    tape.append((out, [(self, other.data), (other, self.data)]))
    return out

  def __pow__(self, k):
    out = Value(self.data ** k)
    tape.append((out, [(self, k * self.data ** (k - 1))]))
    return out

  def exp(self):
    out = Value(exp(self.data))
    tape.append((out, [(self, out.data)]))
    return out

  def log(self):
    out = Value(log(self.data))
    tape.append((out, [(self, 1 / self.data)]))
    return out

  def tanh(self):
    e = exp(2 * self.data)
    out = Value((e - 1) / (e + 1))
    tape.append((out, [(self, 1 - out.data ** 2)]))
    return out

  def __neg__(self): return self * -1
  def __sub__(self, other): return self + (-other)
  def __rsub__(self, other): return (-self) + other
  def __radd__(self, other): return self + other
  def __rmul__(self, other): return self * other
  def __truediv__(self, other): return self * other ** -1
  def __rtruediv__(self, other): return self ** -1 * other

  def backward(self):
    self.grad = 1.0
    started = False
    for out, shares in reversed(tape):
      started = started or out is self
      if started:
        for v, slope in shares:
          v.grad += slope * out.grad
