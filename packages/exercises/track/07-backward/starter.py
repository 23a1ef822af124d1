class Value:

  def backward(self):
    """The gradients of everything that this Value was computed from."""
    raise NotImplementedError("to do: backward")
