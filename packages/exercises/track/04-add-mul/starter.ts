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
    throw new Error("to do: add");
  }

  mul(other: Value | number): Value {
    throw new Error("to do: mul");
  }
}
