class Value:

  def legendre(self):
    """(5x^3 - 3x) / 2 as one operation."""
    raise NotImplementedError("to do: legendre")
