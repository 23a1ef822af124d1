import random


class Neuron:

  def __init__(self, nin):
    self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
    self.b = Value(0.0)

  def __call__(self, x):
    total = sum((weight * each for weight, each in zip(self.w, x)), self.b)
    return total.tanh()

  def parameters(self):
    return self.w + [self.b]
