import { type Heap, sharedHeap } from "./heap.js";

/**
 * What a kernel does in WebAssembly, made once it has done `numbers` numbers in JavaScript: then the time to compile it
 * has been lost already, and will soon be won. Until then, and where there is no WebAssembly, null. Calls of fewer than
 * `few` numbers are done in JavaScript and do not count.
 */
export function patience<Fast>(
  numbers: number,
  few: number,
  make: (heap: Heap) => Fast,
): (size: number) => Fast | null {
  let left = numbers;
  let fast: Fast | null = null;
  return (size) => {
    if (size < few) return null;
    if (left > 0) {
      left -= size;
      const heap = left > 0 ? null : sharedHeap();
      if (heap !== null) fast = make(heap);
    }
    return fast;
  };
}
