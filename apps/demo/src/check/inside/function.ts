import type { Value } from "@outgrad/engine";
import { tanh } from "@outgrad/ops/intrinsics";

// The function to check, written with Values: its parameters' names are the inputs.
export function f(x: Value, w: Value, b: Value) {
  return x.mul(w).add(b).tanh();
}

// If you have worked out its gradient by hand, it is judged too. Is this one right?
export function gradient(x: number, w: number, b: number) {
  const y = tanh(x * w + b);
  return [(1 - y * y) * w, (1 - y * y) * x, 1 - y];
}
