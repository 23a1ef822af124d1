import { elementwiseOps } from "../../generated/elementwise-ops.js";
import type { Backend, ElementwiseStep } from "../backend.js";
import { type DType, dtypeOf, type Floats } from "../dtype.js";
import { homeOf } from "../home.js";
import { allocateAlone, supply } from "../memory.js";
import type { Strided } from "../strided.js";
import type { Step } from "./fuse.js";

/** A user's op is a function, of which nothing is known. */
const isOfTable = (asked: Asked | undefined): asked is Asked =>
  asked !== undefined && elementwiseOps[asked.code] !== undefined;

/** What is known of an elementwise step before it is computed. */
type Asked = Pick<ElementwiseStep, "code" | "partial" | "params">;

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
  /** Who computes. */
  readonly inner: Backend;
  private steps: Step[] = [];
  private reads: Floats[] = [];

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
    const [code, , params, a, b] = asked;
    const element = { code, partial: null, params };
    return this.record(b ? [a, b] : [a], () => this.inner.elementwise(...asked), element);
  }

  partial(...asked: Parameters<Backend["partial"]>): Strided {
    const [code, partial, , params, g, reads] = asked;
    return this.record([g, ...reads], () => this.inner.partial(...asked), { code, partial, params });
  }

  run(...asked: Parameters<Backend["run"]>): Strided {
    return this.record(asked[1], () => this.inner.run(...asked));
  }

  numbers(x: Strided): Floats {
    this.reads.push(x.data);
    return this.inner.numbers(x);
  }

  read(x: Strided): Promise<Floats> {
    return this.inner.read(x);
  }

  /** Does something now and at every run. */
  also(step: () => void): void {
    this.reads = [];
    step();
    this.steps.push({ run: step, reads: this.reads, element: null });
  }

  private record(operands: readonly Strided[], compute: () => Strided, asked?: Asked): Strided {
    const arrays: Floats[] = [];
    const result = supply((dtype: DType, size: number) => {
      const array = allocateAlone(dtype, size);
      arrays.push(array);
      return array;
    }, compute);
    const { data } = result;
    const home = homeOf(result);
    if (home) {
      throw new Error(
        `compile: functions of Tensors are compiled for the CPU, and these are computed on ${home.name}; call the function ` +
          "itself there, or useBackend(cpu) before.",
      );
    }
    if (arrays.length === 0 && operands.some((operand) => operand.data === data)) return result;
    let next = 0;
    // A kernel that has gone over to WebAssembly since may ask for others.
    const again = (dtype: DType, size: number, zeroed: boolean): Floats => {
      const array = arrays[next++];
      if (array?.length !== size || dtypeOf(array) !== dtype) return allocateAlone(dtype, size);
      return zeroed ? array.fill(0) : array;
    };
    const run = (): void => {
      next = 0;
      const { data: found } = supply(again, compute);
      // A kernel, of a user's op for one, may have arrays of its own.
      if (found !== data) data.set(found);
    };
    const reads = operands.map((operand) => operand.data);
    this.steps.push({ run, reads, element: isOfTable(asked) ? { ...asked, operands, result, run } : null });
    return result;
  }
}
