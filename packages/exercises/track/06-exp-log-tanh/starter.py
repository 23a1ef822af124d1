import math


class Value:

  def exp(self):
    raise NotImplementedError("to do: exp")

  def log(self):  # the natural logarithm
    raise NotImplementedError("to do: log")

  def tanh(self):
    raise NotImplementedError("to do: tanh")
