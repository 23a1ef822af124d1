// The modes of modes.mjs by name, for who only wants to name them: that file loads what they need.

/** What a long run does again and again. */
export const modes: readonly string[] = [
  ...["micro", "Value", "arena", "replay", "vector", "wasm"],
  ...[
    "Tensor, eager",
    "Tensor, compiled",
    "Tensor, a function's gradient",
    "Tensor, compiled anew",
    "two threads",
  ],
  ...["SGD", "Adam", "AdamW", "NAdam", "RAdam", "RMSprop", "Adagrad", "Adadelta", "LBFGS"],
];

/** What leaks on purpose, and which bytes grow by it. */
export const leaking: Readonly<Record<string, "heap" | "external" | "wasm">> = {
  "an object a step": "heap",
  "a buffer in ten steps": "external",
  "a page of WebAssembly in a thousand steps": "wasm",
};
