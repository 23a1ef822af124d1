import type { Module } from "@micropython/micropython-webassembly-pyscript";
import type { Memory } from "./memory.js";
import type { WasmInstance } from "./platform.js";

/** The stack that MicroPython is built to keep to, in bytes: good for about 110 operators inside each other. */
const builtIn = 32 * 1024;

/**
 * The stack that it gets here: about 680 operators or 940 functions inside each other, near Python's own 1,000. A
 * quarter of the stack that engines give JavaScript is left over then.
 */
const given = 192 * 1024;

/** The words of MicroPython's state of a thread: from the top of the stack to what is only alive in a call. */
const threadBytes = 48;

/**
 * Starts MicroPython on a stack of its own, deep enough for the graphs of learners: recursion is the first way to sort
 * one. Returns a function that puts the interpreter at rest again after an error of the engine has gone through it.
 */
export function startDeep(module: Module, instance: WasmInstance, memory: Memory): () => void {
  const { exports } = instance;
  // Room for the frames that are entered before the limit is looked at.
  const margin = 32 * 1024;
  const bottom = module._malloc(given + margin);
  const top = (bottom + given + margin) & ~15;
  exports._emscripten_stack_restore(top);
  module._mp_js_init(64 * 1024, 512 * 1024);
  module._proxy_c_init();

  const thread = threadState(memory, bottom, top);
  if (thread !== undefined) memory.view.setUint32(thread + 4, given, true);
  const rest = thread === undefined ? undefined : memory.bytes(thread, threadBytes).slice();
  return () => {
    exports._emscripten_stack_restore(top);
    if (thread !== undefined && rest) memory.bytes(thread, threadBytes).set(rest);
  };
}

/** Where the state of the thread lies: the top of the stack and then its limit, which is the one that is built in. */
function threadState({ view }: Memory, bottom: number, top: number): number | undefined {
  for (let at = 0; at < bottom; at += 4) {
    const stackTop = view.getUint32(at, true);
    if (stackTop <= top && stackTop > top - 256 && view.getUint32(at + 4, true) === builtIn) return at;
  }
  return undefined;
}
