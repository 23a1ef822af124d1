import { type Backend, cpu, type Floats } from "@outgrad/engine";
import { enter, type Remote, type Strided } from "@outgrad/engine/backend";

/** What stands in the place of an array: numbers that only the backend may look at. */
class Far implements Remote {
  readonly home: Backend;
  readonly numbers: Float32Array;
  holds = 0;
  isRead = false;
  isFreed = false;

  constructor(home: Backend, numbers: Float32Array) {
    this.home = home;
    this.numbers = numbers;
    enter(this);
  }

  free(): void {
    this.isFreed = true;
  }
}

const far = ({ data }: Strided): Far | undefined =>
  (data as unknown) instanceof Far ? (data as never) : undefined;
const near = (x: Strided): Strided => {
  if (far(x)?.isFreed) throw new Error("The numbers were freed.");
  if (x.dtype !== "float32") throw new TypeError("remote computes float32, and this Tensor is float64.");
  return { ...x, data: far(x)?.numbers ?? x.data };
};

/**
 * A GPU as far as this package can tell, without one: it computes float32 with the kernels of the CPU, and throws wherever a
 * number is read that has not been waited for.
 */
export function remote(): Backend {
  const away = (x: Strided): Strided => ({
    ...x,
    dtype: "float32",
    data: new Far(
      backend,
      x.data instanceof Float32Array ? x.data : Float32Array.from(x.data),
    ) as unknown as Floats,
  });
  const backend: Backend = {
    name: "remote",
    dtype: "float32",
    elementwise: (code, shape, params, a, b) =>
      away(cpu.elementwise(code, shape, params, near(a), b && near(b))),
    partial: (code, i, shape, params, g, reads) =>
      away(cpu.partial(code, i, shape, params, near(g), reads.map(near))),
    run(name, inputs, shape, given) {
      const { index } = given as { index?: { numbers?: Strided } };
      const data = index?.numbers && Int32Array.from(cpu.numbers(near(index.numbers)));
      if ((given as { dtype?: string }).dtype === "float64") {
        throw new TypeError("remote computes float32, so to('float64') is not there.");
      }
      const all = data ? { ...(given as object), index: { ...index, data } } : given;
      return away(cpu.run(name, inputs.map(near), shape, all));
    },
    numbers(x) {
      if (far(x)?.isRead === false) {
        throw new Error("Tensor.data: the numbers are on remote; await t.read() first.");
      }
      return cpu.numbers(near(x));
    },
    async read(x) {
      const numbers = cpu.numbers(near(x));
      await Promise.resolve();
      (far(x) as Far).isRead = true;
      return numbers;
    },
    put: away,
  };
  return backend;
}
