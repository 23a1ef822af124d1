import math
import random

class Value:
  def __init__(self, data, _children=(), _op='', label=''):
    self.data = data
    self.grad = 0.0
    self._prev = tuple(_children)
    self._op = _op
    self.label = label
    self._backward = self._leaf

  def _leaf(self):
    return None

  def __repr__(self): return "Value(%s)" % self.data
  def __lt__(self, other): return self.data < (other.data if isinstance(other, Value) else other)
  def __gt__(self, other): return self.data > (other.data if isinstance(other, Value) else other)

  def __add__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    out = Value(self.data + other.data, (self, other), '+')
    def _backward():
      self.grad += out.grad
      other.grad += out.grad
    out._backward = _backward
    return out

  def __mul__(self, other):
    other = other if isinstance(other, Value) else Value(other)
    out = Value(self.data * other.data, (self, other), '*')
    def _backward():
      self.grad += other.data * out.grad
      other.grad += self.data * out.grad
    out._backward = _backward
    return out

  def __pow__(self, other):
    # a Value may be the exponent too
    if isinstance(other, Value):
      return (other * self.log()).exp()
    out = Value(self.data ** other, (self,), 'pow')
    def _backward():
      self.grad += other * self.data ** (other - 1) * out.grad
    out._backward = _backward
    return out

  def __neg__(self): return self * -1
  def __sub__(self, other): return self + (-other)
  def __truediv__(self, other): return self * other ** -1
  def __radd__(self, other): return self + other
  def __rmul__(self, other): return self * other
  def __rsub__(self, other): return (-self) + other
  def __rtruediv__(self, other): return self ** -1 * other

  def exp(self):
    out = Value(math.exp(self.data), (self,), 'exp')
    def _backward():
      self.grad += out.data * out.grad
    out._backward = _backward
    return out

  def log(self):
    out = Value(math.log(self.data), (self,), 'log')
    def _backward():
      self.grad += out.grad / self.data
    out._backward = _backward
    return out

  def tanh(self):
    # by atoms
    e = (self * 2).exp()
    return (e - 1) / (e + 1)

  def relu(self):
    out = Value(max(0, self.data), (self,), 'relu')
    def _backward():
      self.grad += (out.data > 0) * out.grad
    out._backward = _backward
    return out

  def sigmoid(self):
    return 1 / (1 + (-self).exp())

  def sin(self):
    out = Value(math.sin(self.data), (self,), 'sin')
    def _backward():
      self.grad += math.cos(self.data) * out.grad
    out._backward = _backward
    return out

  def sqrt(self):
    return self ** 0.5

  def zero_grad(self):
    self.grad = 0.0

  def backward(self):
    topo, visited = [], set()
    def build(v):
      if v not in visited:
        visited.add(v)
        for c in v._prev: build(c)
        topo.append(v)
    build(self)
    self.grad = 1.0
    for v in topo[::-1]: v._backward()

def softmax(logits):
  counts = [l.exp() for l in logits]
  total = sum(counts)
  return [c / total for c in counts]

if __name__ == '__main__':
  print(softmax([Value(random.random()) for _ in range(3)]))
