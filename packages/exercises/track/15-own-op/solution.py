class Value:

  def legendre(self):
    """(5x^3 - 3x) / 2 as one operation."""
    x = self.data
    out = Value((5 * x**3 - 3 * x) / 2, (self,), 'P3')

    def _backward():
      self.grad += (15 * x**2 - 3) / 2 * out.grad
    out._backward = _backward

    return out
