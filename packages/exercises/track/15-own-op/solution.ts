class Value {
  /** (5x³ - 3x) / 2 as one operation. */
  legendre(): Value {
    const x = this.data;
    const out = new Value((5 * x ** 3 - 3 * x) / 2, [this], "P3");
    out._backward = () => {
      this.grad += ((15 * x ** 2 - 3) / 2) * out.grad;
    };
    return out;
  }
}
