import type { CompileOptions } from "../../compile/compile.js";
import type { Form } from "../../compile/form.js";
import type { Rule } from "../../compile/update.js";
import { recording } from "../../mode.js";
import { backend, replaceBackend } from "../backend.js";
import { allocateAlone } from "../memory.js";
import { dense, type Strided } from "../strided.js";
import { lastId, Tensor } from "../tensor.js";
import { setTracer, type Tracer, tracer } from "../tracer.js";
import { Recorder } from "./recorder.js";
import { TensorForm } from "./tensor-form.js";
import { hasTensor, mapTensors } from "./tensor-tree.js";

/** The recording of a function: what its ops did, and which Tensors from outside it used. */
export class Tracing implements Tracer {
  readonly recorder: Recorder = new Recorder(backend);
  readonly lastId: number = lastId();
  private readonly found = new Map<Tensor, Strided>();
  private opened = 0;

  /** How many Tensors the function made. */
  get count(): number {
    return this.opened;
  }

  /** Calls `body` with everything that Tensors do recorded. */
  goOn<Result>(body: () => Result): Result {
    const before = { backend: replaceBackend(this.recorder), tracer };
    const from = lastId();
    setTracer(this);
    try {
      return body();
    } finally {
      replaceBackend(before.backend);
      setTracer(before.tracer);
      this.opened += lastId() - from;
    }
  }

  before(tensor: Tensor): Strided {
    const known = this.found.get(tensor);
    if (known) return known;
    if (tensor.rule !== null) {
      throw new Error(
        `compile: the function uses the result of ${tensor.op}, shape [${tensor.shape.join(", ")}], computed outside of ` +
          "it; compute it inside, or hand in its detach().",
      );
    }
    // The array that stays the Tensor's: what is written to it counts at the next run.
    const { shape, dtype } = tensor.strided;
    const numbers = dense(tensor.ownData(), dtype, shape);
    this.found.set(tensor, numbers);
    return numbers;
  }

  also(step: () => void): void {
    this.recorder.also(step);
  }

  /** The leaves from outside that the function used, in the order of their first use. */
  captured(): Tensor[] {
    return [...this.found.keys()];
  }

  /** The arguments as leaves with arrays of their own, which every run fills. */
  own(args: readonly unknown[]): unknown[] {
    return args.map((argument, i) =>
      mapTensors(argument, `compile, argument ${i + 1}`, (given) => {
        const { dtype, size } = given;
        const data = allocateAlone(dtype, size);
        data.set(given.live ?? this.recorder.numbers(given.strided));
        return new Tensor(dense(data, dtype, [...given.shape]), true);
      }),
    );
  }
}

/** How `compile` records functions of Tensors. */
export const tensorTracing = {
  begin(): Tracing {
    return new Tracing();
  },
  takes: (args: readonly unknown[]): boolean => args.some(hasTensor),
  form(
    tracing: Tracing,
    f: (...args: never[]) => unknown,
    args: readonly unknown[],
    options: CompileOptions,
    rule?: Rule,
  ): Form {
    const own = tracing.own(args);
    const result = tracing.goOn(() => recording(() => (f as (...args: unknown[]) => unknown)(...own)));
    return new TensorForm(tracing, own, result, options, rule);
  },
  found(tracing: Tracing, result: unknown, options: CompileOptions, rule?: Rule): Form {
    return new TensorForm(tracing, [], result, options, rule);
  },
};
