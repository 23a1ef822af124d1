class Value {
  data: number;
  /** How much the final result grows per unit of this value. */
  grad = 0;
  /** Gives the inputs their shares of this value's gradient. */
  _backward: () => void = () => {};
  _prev: Value[];
  _op: string;

  constructor(data: number, _prev: Value[] = [], _op = "") {
    this.data = data;
    this._prev = _prev;
    this._op = _op;
  }

  toString(): string {
    return `Value(data=${this.data})`;
  }

  add(other: Value | number): Value {
    const b = other instanceof Value ? other : new Value(other);
    const out = new Value(this.data + b.data, [this, b], "+");
    out._backward = () => {
      this.grad += out.grad;
      b.grad += out.grad;
    };
    return out;
  }

  mul(other: Value | number): Value {
    const b = other instanceof Value ? other : new Value(other);
    const out = new Value(this.data * b.data, [this, b], "*");
    out._backward = () => {
      this.grad += b.data * out.grad;
      b.grad += this.data * out.grad;
    };
    return out;
  }
}
