// Node has no WebGPU of its own: the `webgpu` package (Dawn) is put where browsers have it. Import before everybody else.
import { create, globals } from "webgpu";

Object.assign(globalThis, globals);
const gpu = create([]);
Object.defineProperty(globalThis, "navigator", { value: { gpu, userAgent: "Node.js" }, configurable: true });
// Node 20 has no Float16Array; jax-js asks `instanceof Float16Array` of every input.
globalThis.Float16Array ??= class {};

const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });

/** The adapter in words, undefined where there is none. */
export const adapterName =
  adapter &&
  [adapter.info.vendor, adapter.info.architecture, adapter.info.description].filter(Boolean).join(" ");

/** Whether the adapter is a program on the CPU: then CPU time says what it costs. */
export const onCpu = /swiftshader|llvmpipe|lavapipe/i.test(adapterName ?? "");
