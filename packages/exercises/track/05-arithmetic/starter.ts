class Value {
  /** This Value to the power of a plain number. */
  pow(k: number): Value {
    throw new Error("to do: pow");
  }

  neg(): Value {
    throw new Error("to do: neg");
  }

  sub(other: Value | number): Value {
    throw new Error("to do: sub");
  }

  /** other - this */
  rsub(other: Value | number): Value {
    throw new Error("to do: rsub");
  }

  div(other: Value | number): Value {
    throw new Error("to do: div");
  }

  /** other / this */
  rdiv(other: Value | number): Value {
    throw new Error("to do: rdiv");
  }
}
