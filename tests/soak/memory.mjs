// What a process holds, after everything that may go has gone. Needs --expose-gc.

/** No field of memoryUsage() has their bytes. */
const memories = new Set();
const { Memory, Instance } = WebAssembly;

const remember = (memory) => memories.add(new WeakRef(memory));

/** Counts the memories that WebAssembly code gets from now on, made here or inside. */
export function watchMemories() {
  WebAssembly.Memory = new Proxy(Memory, {
    construct(target, args) {
      const memory = new target(...args);
      remember(memory);
      return memory;
    },
  });
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, args) {
      const instance = new target(...args);
      for (const item of Object.values(instance.exports)) if (item instanceof Memory) remember(item);
      return instance;
    },
  });
}

/** Bytes of the heap, of what lies beside it, and of WebAssembly. Finalizers run between collections. */
export async function settledMemory() {
  for (let i = 0; i < 3; i++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  for (const memory of memories) if (memory.deref() === undefined) memories.delete(memory);
  const held = new Set([...memories].map((memory) => memory.deref()));
  const wasm = [...held].reduce((sum, memory) => sum + (memory?.buffer.byteLength ?? 0), 0);
  return { heap: heapUsed, external, wasm };
}
