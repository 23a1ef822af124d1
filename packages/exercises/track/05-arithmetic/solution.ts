class Value {
  /** This Value to the power of a plain number. */
  pow(k: number): Value {
    const out = new Value(this.data ** k, [this], `**${k}`);
    out._backward = () => {
      this.grad += k * this.data ** (k - 1) * out.grad;
    };
    return out;
  }

  neg(): Value {
    return this.mul(-1);
  }

  sub(other: Value | number): Value {
    return this.add(other instanceof Value ? other.neg() : -other);
  }

  /** other - this */
  rsub(other: Value | number): Value {
    return this.neg().add(other);
  }

  div(other: Value | number): Value {
    return this.mul(other instanceof Value ? other.pow(-1) : 1 / other);
  }

  /** other / this */
  rdiv(other: Value | number): Value {
    return this.pow(-1).mul(other);
  }
}
