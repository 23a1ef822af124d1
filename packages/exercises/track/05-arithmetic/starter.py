class Value:

  def __radd__(self, other):  # other + self
    raise NotImplementedError("to do: radd")

  def __rmul__(self, other):  # other * self
    raise NotImplementedError("to do: rmul")

  def __pow__(self, k):  # k is a plain number
    raise NotImplementedError("to do: pow")

  def __neg__(self):
    raise NotImplementedError("to do: neg")

  def __sub__(self, other):
    raise NotImplementedError("to do: sub")

  def __rsub__(self, other):  # other - self
    raise NotImplementedError("to do: rsub")

  def __truediv__(self, other):
    raise NotImplementedError("to do: div")

  def __rtruediv__(self, other):  # other / self
    raise NotImplementedError("to do: rdiv")
