class Value {
  /** (5x³ - 3x) / 2 as one operation. */
  legendre(): Value {
    throw new Error("to do: legendre");
  }
}
