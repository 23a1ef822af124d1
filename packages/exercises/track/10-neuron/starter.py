import random


class Neuron:

  def __init__(self, nin):
    raise NotImplementedError("to do: Neuron")

  def __call__(self, x):
    raise NotImplementedError("to do: Neuron")

  def parameters(self):
    raise NotImplementedError("to do: Neuron")
