import { firstLine } from "../runner/first-line.js";

/**
 * The part of gpu.js that is used here. Its own types leave out some of it, and to name them would make everybody who
 * reads ours install gpu.js.
 */
export interface GpuJsModule {
  readonly GPU: new (settings: { mode: string }) => GpuJs;
  readonly CPUKernel: KernelClass;
  readonly WebGL2Kernel: KernelClass;
  readonly HeadlessGLKernel: KernelClass;
  readonly WebGPUContext: { acquire(): Promise<GpuJsContext> };
  readonly WebGPUBufferResult: new (settings: {
    buffer: GPUBuffer;
    output: readonly number[];
    componentCount: number;
    context: GpuJsContext;
    kernel: { readBufferResult(): Promise<unknown> };
  }) => GpuJsBuffer;
}

/** The device that all WebGPU kernels of gpu.js share. */
export interface GpuJsContext {
  readonly adapter: GPUAdapter;
  readonly device: GPUDevice;
}

/** A result of gpu.js on WebGPU. */
export interface GpuJsBuffer {
  readonly buffer: GPUBuffer & { _refs?: number };
  readonly output: readonly number[];
  readonly componentCount: number;
  readonly context: GpuJsContext;
  toArray(): Promise<unknown>;
  clone(): GpuJsBuffer;
  delete(): void;
}

/** A kernel class, which knows whether this machine can run it. */
// biome-ignore lint/suspicious/noExplicitAny: what it is built from is gpu.js's own.
export type KernelClass = (new (...args: any[]) => unknown) & { readonly features: KernelFeatures | null };

export interface KernelFeatures {
  readonly maxTextureSize?: number;
  readonly isFloatRead?: boolean;
}

/** An instance of gpu.js: one context of WebGL, or none. */
export interface GpuJs {
  readonly Kernel: KernelClass;
  readonly canvas: EventTarget | null;
  readonly context: WebGL2RenderingContext | null;
  createKernel(text: string, settings: object): GpuJsKernel;
  destroy(): Promise<void>;
}

/** A kernel of gpu.js; `kernel` is what really runs, which gpu.js exchanges when it falls back. */
export interface GpuJsKernel {
  (...args: unknown[]): Result;
  readonly kernel: { readonly fallbackReason: string | null };
}

/** A texture, or on the CPU the numbers themselves. */
export type Result = GpuJsTexture | Float32Array;

export interface GpuJsTexture {
  readonly texture: WebGLTexture;
  readonly size: readonly [width: number, height: number];
  framebuffer(): WebGLFramebuffer;
  toArray(): Float32Array;
  delete(): void;
}

const help =
  "Add it with `npm install gpu.js`; its README section in @outgrad/gpu says how to leave out what it does not need.";

/**
 * Loads gpu.js, which is not a dependency: only who wants its devices installs it. In a browser it takes the name `GPU`,
 * WebGPU's own, for itself; this gives the name back.
 */
export async function loadGpuJs(): Promise<GpuJsModule> {
  const before = Object.getOwnPropertyDescriptor(globalThis, "GPU");
  let loaded: object;
  try {
    loaded = await import("gpu.js");
  } catch (error) {
    throw new Error(
      `gpu.js is not here: ${firstLine(error instanceof Error ? error.message : String(error))}. ${help}`,
    );
  } finally {
    restore(before);
  }
  return ("default" in loaded ? loaded.default : loaded) as GpuJsModule;
}

function restore(before: PropertyDescriptor | undefined): void {
  const now = Object.getOwnPropertyDescriptor(globalThis, "GPU");
  if (now?.get === before?.get && now?.value === before?.value) return;
  if (before === undefined) delete (globalThis as { GPU?: unknown }).GPU;
  else Object.defineProperty(globalThis, "GPU", before);
}
