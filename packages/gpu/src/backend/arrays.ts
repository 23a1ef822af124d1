import { type Backend, enter, type Floats, type Shape, type Strided } from "@outgrad/engine/backend";
import { copyKernel } from "../kernels/copy.js";
import type { Buffer, Runner } from "../runner/runner.js";
import { DeviceArray, deviceArrayOf, tensorOf } from "./device-array.js";
import { dtypeError, elsewhereError, freedError } from "./errors.js";
import { Uploads } from "./uploads.js";

/** The arrays that a backend keeps on its device, and how operands become such. */
export class Arrays {
  /** Whether threads can share memory there. */
  readonly shares: boolean;
  readonly #home: Backend;
  readonly #runner: Runner;
  readonly #uploads: Uploads;

  constructor(home: Backend, runner: Runner) {
    this.#home = home;
    this.#runner = runner;
    this.#uploads = new Uploads(home, runner);
    this.shares = runner.kind === "webgpu";
  }

  /** A result. */
  wrap(buffer: Buffer, shape: Shape): Strided {
    const array = new DeviceArray(this.#home, this.#runner, buffer);
    enter(array);
    return tensorOf(array, shape);
  }

  empty(shape: Shape): Strided {
    return this.wrap(this.#runner.upload(new Float32Array(0)), shape);
  }

  upload(numbers: Floats): DeviceArray {
    return this.#uploads.of(numbers);
  }

  /** Throws for numbers that a GPU cannot compute with. */
  checked(x: Strided): Strided {
    if (x.dtype === "float64") throw dtypeError(this.#home.name, x.shape);
    return x;
  }

  /** The array that a Tensor's numbers are in, on the device. */
  bufferOf(x: Strided): Buffer {
    const array = deviceArrayOf(x) ?? this.upload(this.checked(x).data);
    if (array.home !== this.#home) throw elsewhereError(array.home.name, this.#home.name);
    if (array.isFreed) throw freedError(x.shape);
    return array.buffer;
  }

  /** A buffer with these numbers and no others. */
  whole(x: Strided): Buffer {
    const buffer = this.bufferOf(x);
    return x.contiguous && buffer.size === x.size ? buffer : this.bufferOf(this.#copy(x));
  }

  /** The numbers one after the other. */
  contiguous(x: Strided): Strided {
    return x.contiguous ? x : this.#copy(x);
  }

  /** The numbers one after the other from the first of an array on, as kernels read them. */
  packed(x: Strided): Strided {
    return x.contiguous && x.offset === 0 ? x : this.#copy(x);
  }

  #copy(x: Strided): Strided {
    if (x.size === 0) return this.empty(x.shape);
    const buffer = this.#runner.run(copyKernel(x.shape, x.strides), [this.bufferOf(x)], [x.offset]);
    return this.wrap(buffer, x.shape);
  }
}
