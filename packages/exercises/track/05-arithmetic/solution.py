class Value:

  def __radd__(self, other):  # other + self
    return self + other

  def __rmul__(self, other):  # other * self
    return self * other

  def __pow__(self, k):  # k is a plain number
    out = Value(self.data**k, (self,), f'**{k}')

    def _backward():
      self.grad += k * self.data**(k - 1) * out.grad
    out._backward = _backward

    return out

  def __neg__(self):
    return self * -1

  def __sub__(self, other):
    return self + (-other)

  def __rsub__(self, other):  # other - self
    return (-self) + other

  def __truediv__(self, other):
    return self * other**-1

  def __rtruediv__(self, other):  # other / self
    return self**-1 * other
