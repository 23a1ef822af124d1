import type { Imported } from "./micropython.js";

/** The most that a learner's program may take, in bytes: a list that grows for ever ends in a MemoryError. */
const most = 256 * 1024 * 1024;

/** What MicroPython takes from JavaScript that would reach beyond a world. */
export function worldlyImports(env: Readonly<Record<string, Imported>>): Record<string, Imported> {
  return {
    // `import js` finds nothing: a learner's Python has no page.
    has_attr: () => 0,
    lookup_attr: () => 0,
    store_attr: () => undefined,
    proxy_js_free_obj: () => undefined,
    // No object of Python's has one of JavaScript that stands for it.
    js_check_existing: () => -1,
    // The seed of the module random: the same numbers each time that a text is run.
    mp_js_random_u32: () => 1337,
    emscripten_resize_heap: (size) => (size > most ? 0 : env.emscripten_resize_heap?.(size)),
  };
}
