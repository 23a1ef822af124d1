// How many bytes a process holds.

/** No field of memoryUsage() holds their bytes. */
const memories = new Set();
const { Memory, Instance } = WebAssembly;

/** Counts the memories that WebAssembly code gets from now on. */
export function watchMemories() {
  const watch = (memory) => memories.add(new WeakRef(memory));
  WebAssembly.Memory = new Proxy(Memory, {
    construct(target, args) {
      const memory = new target(...args);
      watch(memory);
      return memory;
    },
  });
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, args) {
      const instance = new target(...args);
      for (const item of Object.values(instance.exports)) if (item instanceof Memory) watch(item);
      return instance;
    },
  });
}

/** Bytes in use after a forced collection: the heap, ArrayBuffers and the memories of WebAssembly. */
function bytes() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const wasm = new Set([...memories].map((ref) => ref.deref()).filter(Boolean));
  return heapUsed + arrayBuffers + [...wasm].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}

/** The same once all has settled: finalizers run between collections, and what they release goes with the next. */
export async function settledBytes() {
  for (let i = 0; i < 3; i++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return bytes();
}
