import { type Backend, cpu, type Floats } from "@outgrad/engine";
import { enter, type Remote, type Strided } from "@outgrad/engine/backend";
import { type Assignment, toFunction } from "@outgrad/ops";
import * as intrinsics from "@outgrad/ops/intrinsics";

/** What stands in the place of an array: numbers that only the backend may look at. */
class Far implements Remote {
  readonly home: Backend;
  readonly all: Set<Far>;
  readonly numbers: Float32Array;
  holds = 0;
  isRead = false;
  isFreed = false;

  constructor(home: Backend, all: Set<Far>, numbers: Float32Array) {
    this.home = home;
    this.all = all.add(this);
    this.numbers = numbers;
    enter(this);
  }

  free(): void {
    this.isFreed = true;
    this.all.delete(this);
  }
}

const far = ({ data }: Strided): Far | undefined =>
  (data as unknown) instanceof Far ? (data as never) : undefined;
const near = (x: Strided): Strided => {
  if (far(x)?.isFreed) throw new Error("The numbers were freed.");
  if (x.dtype !== "float32") throw new TypeError("remote computes float32, and this Tensor is float64.");
  return { ...x, data: far(x)?.numbers ?? x.data };
};

/** A backend that computes float32 with the kernels of the CPU, and whose numbers can only be read by waiting for them. */
export interface RemoteBackend extends Backend {
  /** How many programs it has computed. */
  readonly programs: number;
  /** How many of the arrays that it has made are not freed. */
  readonly kept: number;
}

/**
 * A GPU as far as this package can tell, without one: it throws wherever a number is read that has not been waited for.
 * With `programs` it computes a program as the CPU's loops do, in doubles that are rounded at the end; else op by op.
 */
export function remote(options: { readonly programs: boolean } = { programs: true }): RemoteBackend {
  let programs = 0;
  const all = new Set<Far>();
  const away = (x: Strided): Strided => ({
    ...x,
    dtype: "float32",
    data: new Far(
      backend,
      all,
      x.data instanceof Float32Array ? x.data : Float32Array.from(x.data),
    ) as unknown as Floats,
  });
  const backend: RemoteBackend = {
    name: "remote",
    dtype: "float32",
    get programs() {
      return programs;
    },
    get kept() {
      return all.size;
    },
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
    ...(options.programs && {
      evaluate(
        program: readonly Assignment[],
        operands: Readonly<Record<string, Strided>>,
        numbers: Readonly<Record<string, number>>,
        results: readonly string[],
      ) {
        programs++;
        return interpreted(program, operands, numbers, results).map(away);
      },
    }),
  };
  return backend;
}

function interpreted(
  program: readonly Assignment[],
  operands: Readonly<Record<string, Strided>>,
  numbers: Readonly<Record<string, number>>,
  results: readonly string[],
): Strided[] {
  const arrays = Object.entries(operands).map(([name, x]) => [name, cpu.numbers(near(x))] as const);
  const [like] = Object.values(operands) as [Strided];
  const functions = { ...intrinsics };
  const out = results.map(() => new Float32Array(like.size));
  for (let i = 0; i < like.size; i++) {
    const env = new Map(Object.entries(numbers));
    for (const [name, array] of arrays) env.set(name, array[i] as number);
    for (const { name, formula } of program) {
      env.set(name, toFunction(formula, [...env.keys()], functions)(...env.values()));
    }
    for (const [k, name] of results.entries()) (out[k] as Float32Array)[i] = env.get(name) as number;
  }
  return out.map((data) => ({ ...like, dtype: "float32", data, offset: 0 }));
}
