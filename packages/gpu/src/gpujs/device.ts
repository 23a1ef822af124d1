import type { GpuJsMode } from "./compile.js";
import type { GpuJs, GpuJsKernel, GpuJsModule, GpuJsTexture, KernelClass } from "./module.js";
import { readTexture } from "./read-texture.js";

/** Whole numbers above this are not exact in float32, with which gpu.js finds its way in a texture. */
const exact = 2 ** 24;

/** What gpu.js runs on. */
export interface Device {
  readonly gpu: GpuJs;
  readonly description: string;
  /** How many arrays a kernel may read. */
  readonly inputs: number;
  /** How many numbers an array may have. */
  readonly largest: number;
  readonly bytesPerNumber: number;
  readonly lost: Promise<string>;
  read(texture: GpuJsTexture, size: number): Float32Array;
  /** What the driver has to complain about since the last call, as a sentence. */
  error(): string | undefined;
  /** Throws if gpu.js built something else than was asked for. */
  checkKernel(key: string, kernel: GpuJsKernel): void;
  destroy(): void;
}

/** Starts gpu.js on a device; throws a sentence where it cannot run. */
export function openDevice(gpuJs: GpuJsModule, mode: GpuJsMode): Device {
  const { GPU, WebGL2Kernel, HeadlessGLKernel, CPUKernel } = gpuJs;
  const wanted = { webgl2: WebGL2Kernel, headlessgl: HeadlessGLKernel, cpu: CPUKernel }[mode];
  const gpu = start(() => new GPU({ mode }), mode);
  const checkKernel = (key: string, { kernel }: GpuJsKernel): void => {
    if (!(kernel instanceof wanted))
      throw new Error(
        `gpu.js did not run the kernel "${key}" on ${mode} but on its CPU: ${kernel.fallbackReason ?? "it does not say why"}.`,
      );
  };
  const probe = gpu.createKernel("function () { return 0.5; }", { output: [1], precision: "single" });
  probe();
  checkKernel("probe", probe);
  const destroy = (): void => void gpu.destroy().catch(() => {});
  const common = { gpu, checkKernel, destroy };
  const { canvas, context } = gpu;
  if (mode === "cpu" || context === null)
    return {
      ...common,
      description: "gpu.js's CPU mode, one thread of JavaScript (software)",
      inputs: Number.POSITIVE_INFINITY,
      largest: exact,
      bytesPerNumber: 4,
      lost: new Promise(() => {}),
      read: (texture) => texture.toArray(),
      error: () => undefined,
    };
  return {
    ...common,
    description: mode === "webgl2" ? describe(context) : `headless-gl on ${describe(context)}`,
    // gpu.js itself needs one unit for the result and one to make textures.
    inputs: Number(context.getParameter(context.MAX_TEXTURE_IMAGE_UNITS)) - 2,
    largest: largest(wanted),
    bytesPerNumber: mode === "webgl2" ? 4 : 16,
    lost: new Promise((resolve) => {
      canvas?.addEventListener?.("webglcontextlost", () => resolve(lost));
    }),
    read: (texture, size) => (mode === "webgl2" ? readTexture(context, texture, size) : texture.toArray()),
    error: () => firstError(context),
  };
}

const lost =
  "The GPU device is lost: the browser took the WebGL context away. Create a new backend and go on from the last checkpoint.";

const needs: Record<GpuJsMode, string> = {
  webgl2: "It needs a browser that has WebGL 2 and can draw numbers with it; in Node there is none.",
  headlessgl: "It needs the package gl (`npm install gl`) and a graphics driver.",
  cpu: "It always should.",
};

function start(create: () => GpuJs, mode: GpuJsMode): GpuJs {
  try {
    return create();
  } catch {
    throw new Error(`gpu.js does not run on ${mode} here. ${needs[mode]}`);
  }
}

function largest({ features }: KernelClass): number {
  const side = features?.maxTextureSize ?? 0;
  return Math.min(exact, side * side);
}

function describe(context: WebGL2RenderingContext): string {
  const names = context.getExtension("WEBGL_debug_renderer_info");
  const name = String(context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  return /swiftshader|llvmpipe|software|basic render/i.test(name) ? `${name} (software)` : name;
}

function firstError(context: WebGL2RenderingContext): string | undefined {
  let found: string | undefined;
  for (let error = context.getError(); error !== context.NO_ERROR; error = context.getError()) {
    if (error === context.CONTEXT_LOST_WEBGL) return lost;
    if (error === context.OUT_OF_MEMORY)
      found =
        "The GPU has no memory left: what it computed since is lost. Create a new backend and use smaller batches.";
  }
  return found;
}
