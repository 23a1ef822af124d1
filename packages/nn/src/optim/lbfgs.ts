import { type Scalar, Value } from "@outgrad/engine";
import { descent, type Minimum } from "../minimize/descend.js";
import { History } from "../minimize/history.js";
import { complete, type DescentOptions } from "../minimize/options.js";
import { shown } from "../shown.js";
import { nameOf, parametersOf } from "./parameters.js";

/** What an `LBFGS` remembers, as plain data: safe in JSON, without loss of a bit. */
export interface LBFGSState {
  readonly name: "LBFGS";
  readonly options: Readonly<Required<DescentOptions>>;
  /** How the parameters moved in each of the last steps, and how their gradients changed by that. */
  readonly pairs: readonly { readonly move: readonly number[]; readonly change: readonly number[] }[];
}

/**
 * L-BFGS, a quasi-Newton method, with torch.optim.LBFGS's meaning of the options, but with its line search for the
 * strong Wolfe conditions unless told otherwise.
 *
 * It wants a loss that is the same whenever it is asked, so all of the data, not a new batch each time. Each step
 * asks for it many times. A parameter that no gradient reaches is left alone. For functions of plain numbers there
 * is `minimize`.
 *
 * @example
 * const [x, y] = [value(-1.2, "x"), value(1, "y")];
 * const optimizer = new LBFGS([x, y], { maxIter: 100 });
 * const { converged } = optimizer.step(() => {
 *   const loss = sub(1, x).square().add(y.sub(x.square()).square().mul(100));
 *   loss.backward();
 *   return loss;
 * });
 * [converged, x.data.toFixed(6), y.data.toFixed(6)] // => [true, "1.000000", "1.000000"]
 */
export class LBFGS {
  readonly parameters: readonly Value[];
  #options: Required<DescentOptions>;
  #history: History;

  constructor(parameters: Iterable<Value>, options: DescentOptions = {}) {
    this.#options = complete("LBFGS", options, 20);
    this.parameters = parametersOf("LBFGS", parameters);
    this.#history = new History(this.#options.historySize);
  }

  /** The first length to try; set it to follow a schedule. */
  get lr(): number {
    return this.#options.lr;
  }

  set lr(lr: number) {
    this.#options = complete("LBFGS", { ...this.#options, lr }, 20);
  }

  /**
   * Goes on for up to `maxIter` iterations, and says where that led. The closure computes the loss for the parameters
   * as they are, runs backward() and gives the loss: a compiled function's step() does all of that. Gradients are
   * forgotten before each call. Afterwards the parameters are where the last iteration led, also if the closure
   * throws, and have the gradients found there.
   *
   * Throws if the loss or a gradient is NaN or infinite at the start. Met on the way, it makes the steps shorter.
   */
  step(closure: () => Scalar): Minimum {
    const { parameters } = this;
    const place = (x: Float64Array) =>
      parameters.forEach((parameter, i) => {
        parameter.data = x[i] as number;
      });
    const lossAt = (x: Float64Array): [number, number[]] => {
      place(x);
      this.zeroGrad();
      const loss = lossOf(closure());
      if (!parameters.some(({ hasGrad }) => hasGrad)) {
        throw new Error("LBFGS.step: the closure gave no parameter a gradient; let it call loss.backward().");
      }
      return [loss, parameters.map(({ grad }) => grad)];
    };
    parameters.forEach((parameter, i) => {
      if (Number.isFinite(parameter.data)) return;
      throw new RangeError(`LBFGS.step: the data of parameter ${nameOf(parameter, i)} is ${parameter.data}.`);
    });
    let x: Float64Array = Float64Array.from(parameters, ({ data }) => data);
    try {
      const path = descent("LBFGS.step", lossAt, x, this.#options, this.#history);
      for (;;) {
        const { done, value } = path.next();
        ({ x } = value);
        if (!done) continue;
        parameters.forEach((parameter, i) => {
          if (parameter.hasGrad) parameter.grad = value.gradient[i] as number;
        });
        return value;
      }
    } finally {
      place(x);
    }
  }

  /** Forgets the gradients of all parameters; step() does so itself. */
  zeroGrad(): void {
    for (const parameter of this.parameters) parameter.zeroGrad();
  }

  /** Options and memory, to go on from later. The parameters' own data are not in it. */
  state(): LBFGSState {
    const pairs = this.#history.pairs.map(({ move, change }) => ({ move: [...move], change: [...change] }));
    return { name: "LBFGS", options: { ...this.#options }, pairs };
  }

  /** Takes over a state() of an LBFGS with as many parameters: it goes on bit for bit. */
  load(state: LBFGSState): void {
    const { name, options, pairs } = state ?? {};
    if (name !== "LBFGS" || !Array.isArray(pairs)) {
      throw new TypeError(`LBFGS.load: expected a state() of LBFGS, got one of ${shown(name)}.`);
    }
    const vector = (list: unknown): Float64Array => {
      if (Array.isArray(list) && list.length === this.parameters.length && list.every(Number.isFinite)) {
        return Float64Array.from(list);
      }
      throw new TypeError(
        `LBFGS.load: each move and change must be a list of ${this.parameters.length} finite numbers, one for each parameter.`,
      );
    };
    const loaded = complete("LBFGS", { ...this.#options, ...options }, 20);
    const history = new History(loaded.historySize);
    for (const pair of pairs) history.push(vector(pair?.move), vector(pair?.change));
    this.#options = loaded;
    this.#history = history;
  }
}

function lossOf(loss: unknown): number {
  if (typeof loss === "number") return loss;
  if (loss instanceof Value) return loss.data;
  throw new TypeError(
    `LBFGS.step: the closure must give the loss, a number or a Value; it gave ${shown(loss)}. Did it forget to return?`,
  );
}
