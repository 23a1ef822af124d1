class Value {
  /** The gradients of everything that this Value was computed from. */
  backward(): void {
    const topo: Value[] = [];
    const visited = new Set<Value>();
    const visit = (v: Value) => {
      if (visited.has(v)) return;
      visited.add(v);
      for (const input of v._prev) visit(input);
      topo.push(v);
    };
    visit(this);

    this.grad = 1;
    for (const v of topo.reverse()) v._backward();
  }
}
