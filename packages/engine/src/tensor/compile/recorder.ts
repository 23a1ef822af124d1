import type { Backend } from "../backend.js";
import { type DType, dtypeOf, type Floats } from "../dtype.js";
import { allocateAlone, supply } from "../memory.js";
import type { Strided } from "../strided.js";

/** Something to be done at every run. */
export type Step = () => void;

/**
 * A backend that has another one compute, and keeps what it was asked for as steps to be done again.
 *
 * Floor: equals the same ops without it bit for bit (test/tensor/compile.test.ts). Trick: a step computes into the
 * arrays that it filled the first time, so what was recorded about shapes, views and results holds for every run, and
 * views need no step at all. It buys the cost of allocating, checking shapes and recording. It gives up: what depends
 * on numbers.
 */
export class Recorder implements Backend {
  readonly name: string;
  private readonly inner: Backend;
  private steps: Step[] = [];

  constructor(inner: Backend) {
    this.name = inner.name;
    this.inner = inner;
  }

  /** The steps since this was asked before. */
  take(): Step[] {
    const { steps } = this;
    this.steps = [];
    return steps;
  }

  elementwise(...asked: Parameters<Backend["elementwise"]>): Strided {
    const [, , , a, b] = asked;
    return this.record(b ? [a, b] : [a], () => this.inner.elementwise(...asked));
  }

  partial(...asked: Parameters<Backend["partial"]>): Strided {
    return this.record([asked[4], ...asked[5]], () => this.inner.partial(...asked));
  }

  run(...asked: Parameters<Backend["run"]>): Strided {
    return this.record(asked[1], () => this.inner.run(...asked));
  }

  numbers(x: Strided): Floats {
    return this.inner.numbers(x);
  }

  read(x: Strided): Promise<Floats> {
    return this.inner.read(x);
  }

  /** Does something now and at every run. */
  also(step: Step): void {
    step();
    this.steps.push(step);
  }

  private record(operands: readonly Strided[], compute: () => Strided): Strided {
    const arrays: Floats[] = [];
    const result = supply((dtype: DType, size: number) => {
      const array = allocateAlone(dtype, size);
      arrays.push(array);
      return array;
    }, compute);
    const { data } = result;
    if (arrays.length === 0 && operands.some((operand) => operand.data === data)) return result;
    let next = 0;
    // A kernel that has gone over to WebAssembly since may ask for others.
    const again = (dtype: DType, size: number, zeroed: boolean): Floats => {
      const array = arrays[next++];
      if (array?.length !== size || dtypeOf(array) !== dtype) return allocateAlone(dtype, size);
      return zeroed ? array.fill(0) : array;
    };
    this.steps.push(() => {
      next = 0;
      const { data: found } = supply(again, compute);
      // A kernel, of a user's op for one, may have arrays of its own.
      if (found !== data) data.set(found);
    });
    return result;
  }
}
