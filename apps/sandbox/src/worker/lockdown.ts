/** The language itself, and what code may use beside it. */
const kept = new Set(
  (
    "globalThis self undefined NaN Infinity eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI " +
    "encodeURIComponent escape unescape Object Function Array Number Boolean String Symbol Date Promise RegExp Error " +
    "AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError JSON Math Intl " +
    "ArrayBuffer SharedArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array " +
    "Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set Iterator WeakMap " +
    "WeakSet WeakRef FinalizationRegistry Proxy Reflect DisposableStack AsyncDisposableStack WebAssembly console " +
    "setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance TextEncoder TextDecoder " +
    "atob btoa constructor"
  ).split(" "),
);

/**
 * What takes everything but the language away from this worker's global object, names that it has now: what is added
 * before that is done stays. Afterwards what can be called by name is what is on the list. The frame's policy and its
 * opaque origin are what keeps code in; without the names, mistakes are clear ones, and nothing but the answer can be
 * posted.
 */
export function lockDown(scope: object): () => void {
  const layers: object[] = [];
  for (
    let layer = scope;
    layer !== Object.prototype && layer !== null;
    layer = Object.getPrototypeOf(layer)
  ) {
    layers.push(layer);
  }
  const taken = layers.map((layer) => Object.getOwnPropertyNames(layer).filter((name) => !kept.has(name)));
  return () => {
    for (const [i, layer] of layers.entries())
      for (const name of taken[i] as string[]) Reflect.deleteProperty(layer, name);
  };
}
