import math


class Value:

  def exp(self):
    out = Value(math.exp(self.data), (self,), 'exp')

    def _backward():
      self.grad += out.data * out.grad
    out._backward = _backward

    return out

  def log(self):  # the natural logarithm
    assert self.data > 0, f"log: expected a positive number, got {self.data}"
    out = Value(math.log(self.data), (self,), 'log')

    def _backward():
      self.grad += (1 / self.data) * out.grad
    out._backward = _backward

    return out

  def tanh(self):
    out = Value(math.tanh(self.data), (self,), 'tanh')

    def _backward():
      self.grad += (1 - out.data**2) * out.grad
    out._backward = _backward

    return out
