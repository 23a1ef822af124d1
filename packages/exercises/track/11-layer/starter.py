class Layer:

  def __init__(self, nin, nout):
    raise NotImplementedError("to do: Layer")

  def __call__(self, x):
    raise NotImplementedError("to do: Layer")

  def parameters(self):
    raise NotImplementedError("to do: Layer")
