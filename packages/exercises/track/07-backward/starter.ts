class Value {
  /** The gradients of everything that this Value was computed from. */
  backward(): void {
    throw new Error("to do: backward");
  }
}
