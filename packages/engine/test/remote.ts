import { type Backend, cpu, type Floats } from "@outgrad/engine";
import { enter, type Remote } from "@outgrad/engine/backend";
import { contiguous, copyOf, dense, Strided } from "../src/tensor/strided.js";

/** What stands in the place of an array: numbers that only the backend may look at. */
class Far implements Remote {
  readonly home: Backend;
  readonly numbers: Floats;
  isRead = false;
  isFreed = false;
  holds = 0;

  constructor(home: Backend, numbers: Floats) {
    this.home = home;
    this.numbers = numbers;
    enter(this);
  }

  free(): void {
    this.isFreed = true;
  }
}

/** A backend that computes float32 with the kernels of the CPU, and whose numbers can only be read by waiting for them. */
export interface RemoteBackend extends Backend {
  /** How many ops it was asked for. */
  readonly asked: () => number;
}

/** A GPU as far as the engine can tell, without one: it throws wherever a number is read that has not been waited for. */
export function remote(): RemoteBackend {
  let asked = 0;
  const far = (x: Strided): Far => x.data as unknown as Far;
  const isFar = (x: Strided): boolean => far(x) instanceof Far;
  const near = (x: Strided): Strided => {
    if (isFar(x) && far(x).isFreed) throw new Error("These numbers were freed at the end of their scope.");
    if (!isFar(x)) {
      if (x.dtype !== "float32") throw new TypeError("remote computes float32, and this Tensor is float64.");
      return x;
    }
    return new Strided(far(x).numbers, x.dtype, x.shape, x.strides, x.offset, x.size, x.contiguous);
  };
  const away = (x: Strided, dtype = x.dtype): Strided => {
    const numbers = dtype === "float32" && x.dtype === "float64" ? Float32Array.from(copyOf(x)) : x.data;
    const own = numbers === x.data ? x : contiguous(dense(numbers, "float32", x.shape));
    const data = new Far(backend, numbers) as unknown as Floats;
    return new Strided(data, "float32", own.shape, own.strides, own.offset, own.size, own.contiguous);
  };
  const backend: RemoteBackend = {
    name: "remote",
    dtype: "float32",
    asked: () => asked,
    elementwise(code, shape, params, a, b) {
      asked++;
      return away(cpu.elementwise(code, shape, params, near(a), b && near(b)));
    },
    partial(code, i, shape, params, g, reads) {
      asked++;
      return away(cpu.partial(code, i, shape, params, near(g), reads.map(near)));
    },
    run(name, inputs, shape, options) {
      asked++;
      const { index } = options as { index?: { shape: number[]; numbers?: Strided } };
      const { dtype } = options as { dtype?: string };
      if (dtype === "float64") throw new TypeError("remote computes float32, so to('float64') is not there.");
      const data = index?.numbers && Int32Array.from(copyOf(near(index.numbers)));
      const all = data ? { ...(options as object), index: { ...index, data } } : options;
      return away(cpu.run(name, inputs.map(near), shape, all), "float32");
    },
    numbers(x) {
      if (isFar(x) && !far(x).isRead) {
        throw new Error("Tensor.data: the numbers are on remote; await t.read() first.");
      }
      return copyOf(near(x));
    },
    async read(x) {
      await Promise.resolve();
      far(x).isRead = true;
      return copyOf(near(x));
    },
    put: (x) => away(x, "float32"),
  };
  return backend;
}
