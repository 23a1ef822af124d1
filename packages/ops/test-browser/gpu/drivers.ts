import type { GpuLanguage } from "@outgrad/ops/gpu";
import type { Run } from "./run.ts";
import { onWebGl2 } from "./webgl2.ts";
import { onWebGpu } from "./webgpu.ts";

/** The drivers of the browser, with the languages that they read. */
export const drivers: readonly (readonly [name: string, language: GpuLanguage, run: Run])[] = [
  ["WebGPU", "wgsl", onWebGpu],
  ["WebGL 2", "glsl", onWebGl2],
];
