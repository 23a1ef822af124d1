class Value:

  def backward(self):
    """The gradients of everything that this Value was computed from."""
    topo = []
    visited = set()

    def visit(v):
      if v not in visited:
        visited.add(v)
        for child in v._prev:
          visit(child)
        topo.append(v)
    visit(self)

    self.grad = 1.0
    for node in reversed(topo):
      node._backward()
