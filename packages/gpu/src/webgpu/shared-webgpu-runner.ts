import { sizeOf } from "@outgrad/engine/backend";
import type { GpuJsBuffer, GpuJsContext, GpuJsModule } from "../gpujs/module.js";
import type { Buffer } from "../runner/runner.js";
import { describeAdapter } from "./describe-adapter.js";
import { WebGpuRunner } from "./webgpu-runner.js";

/**
 * A runner on the device that gpu.js uses in its mode "webgpu": arrays go from one to the other without a copy. The device
 * is gpu.js's and stays when the runner is destroyed.
 */
export class SharedWebGpuRunner extends WebGpuRunner {
  readonly #gpuJs: GpuJsModule;
  readonly #context: GpuJsContext;

  constructor(gpuJs: GpuJsModule, context: GpuJsContext) {
    super({ device: context.device, description: describeAdapter(context.adapter.info) }, false);
    this.#gpuJs = gpuJs;
    this.#context = context;
  }

  /**
   * The buffer as an argument for kernels of gpu.js, as an array of one to three dimensions, outermost first. It is good
   * until the buffer is freed; to `delete()` it does not free the buffer.
   */
  toGpuJs(buffer: Buffer, shape: readonly number[] = [buffer.size]): GpuJsBuffer {
    if (shape.length < 1 || shape.length > 3 || sizeOf(shape) !== buffer.size)
      throw new RangeError(
        `gpu.js takes arrays of one to three dimensions: ${buffer.size} numbers are not one of [${shape.join(", ")}].`,
      );
    const lent: GpuJsBuffer["buffer"] = this.lend(buffer);
    // gpu.js counts who uses a buffer and destroys it when nobody does: this runner always does.
    lent._refs ||= 1;
    return new this.#gpuJs.WebGPUBufferResult({
      buffer: lent,
      output: shape.toReversed(),
      componentCount: 1,
      context: this.#context,
      kernel: { readBufferResult: async () => nested(await this.read(buffer), shape) },
    });
  }

  /**
   * The result of a kernel of gpu.js, which must be `pipeline` and `immutable` (else its next call writes over it). It may
   * be deleted there while it is used here, and the other way round.
   */
  fromGpuJs(result: GpuJsBuffer): Buffer {
    if (result.context?.device !== this.device)
      throw new TypeError("This is no result of gpu.js's mode webgpu on this runner's device.");
    if (result.componentCount !== 1)
      throw new TypeError(
        `This result of gpu.js holds ${result.componentCount} numbers in each place, not one.`,
      );
    const kept = result.clone();
    return this.adopt(kept.buffer, sizeOf(kept.output), () => kept.delete());
  }
}

/** Numbers in rows and layers, as gpu.js gives them. */
function nested(numbers: Float32Array, [outer = 0, ...inner]: readonly number[]): unknown {
  if (inner.length === 0) return numbers;
  const size = sizeOf(inner);
  return Array.from({ length: outer }, (_, i) => nested(numbers.subarray(i * size, (i + 1) * size), inner));
}
