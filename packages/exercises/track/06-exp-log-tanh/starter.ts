class Value {
  exp(): Value {
    throw new Error("to do: exp");
  }

  /** The natural logarithm. */
  log(): Value {
    throw new Error("to do: log");
  }

  tanh(): Value {
    throw new Error("to do: tanh");
  }
}
