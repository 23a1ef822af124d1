import { isElsewhere, isTensor, type Scalar, type Tensor, Value } from "@outgrad/engine";
import { descent, type Minimum } from "../minimize/descend.js";
import { History } from "../minimize/history.js";
import { complete, type DescentOptions } from "../minimize/options.js";
import { shown } from "../shown.js";
import { type Block, blocksOf, checkFinite, checkGradients } from "./blocks.js";
import { type Parameter, parametersOf } from "./parameters.js";

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
 * Its line search looks at the loss and at all gradients in every iteration, so it works on the CPU alone.
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
  readonly parameters: readonly Parameter[];
  readonly #blocks: readonly Block[];
  #options: Required<DescentOptions>;
  #history: History;

  constructor(parameters: Iterable<Parameter>, options: DescentOptions = {}) {
    this.#options = complete("LBFGS", options, 20);
    this.parameters = parametersOf("LBFGS", parameters);
    this.#blocks = blocksOf(this.parameters);
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
  step(closure: () => Scalar | Tensor): Minimum {
    if (typeof closure !== "function") {
      throw new TypeError(`LBFGS.step: the closure is a function; got ${shown(closure)}.`);
    }
    const blocks = this.#blocks;
    let isStart = true;
    const lossAt = (x: Float64Array): [number, Float64Array] => {
      this.#place(x);
      this.zeroGrad();
      const found = closure();
      const gradient = this.#gradient();
      const loss = lossOf(found);
      if (!blocks.some((block) => someGrad(block))) {
        throw new Error("LBFGS.step: the closure gave no parameter a gradient; let it call loss.backward().");
      }
      if (isStart) checkGradients("LBFGS.step", blocks);
      isStart = false;
      return [loss, gradient];
    };
    let x = this.#numbers();
    for (const block of blocks) {
      for (let k = 0; k < block.count; k++) {
        checkFinite("LBFGS.step: the data of parameter", block, block.data, k);
      }
    }
    try {
      const path = descent("LBFGS.step", lossAt, x, this.#options, this.#history);
      for (;;) {
        const { done, value } = path.next();
        ({ x } = value);
        if (!done) continue;
        this.#eachBlock((block, at) => block.changeGrad((_, i) => value.gradient[at + i] as number));
        return value;
      }
    } finally {
      this.#place(x);
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
      if (Array.isArray(list) && list.length === this.#size && list.every(Number.isFinite)) {
        return Float64Array.from(list);
      }
      throw new TypeError(
        `LBFGS.load: each move and change must be a list of ${this.#size} finite numbers, all those of the parameters.`,
      );
    };
    const loaded = complete("LBFGS", { ...this.#options, ...options }, 20);
    const history = new History(loaded.historySize);
    for (const pair of pairs) history.push(vector(pair?.move), vector(pair?.change));
    this.#options = loaded;
    this.#history = history;
  }

  /** How many numbers the parameters have. */
  get #size(): number {
    return this.#blocks.reduce((sum, { count, size }) => sum + count * size, 0);
  }

  /** Calls `visit` with each block and where its numbers begin among all. */
  #eachBlock(visit: (block: Block, at: number) => void): void {
    let at = 0;
    for (const block of this.#blocks) {
      visit(block, at);
      at += block.count * block.size;
    }
  }

  /** All numbers of the parameters. */
  #numbers(): Float64Array {
    const numbers = new Float64Array(this.#size);
    this.#eachBlock((block, at) => {
      this.#read(block);
      numbers.set(block.data, at);
    });
    return numbers;
  }

  /** All their gradients, 0 where there is none. */
  #gradient(): Float64Array {
    const gradient = new Float64Array(this.#size);
    this.#eachBlock((block, at) => {
      this.#read(block);
      const { count, size, grad } = block;
      for (let k = 0; k < count; k++) {
        if (block.hasGrad(k)) gradient.set(grad.subarray(k * size, (k + 1) * size), at + k * size);
      }
    });
    return gradient;
  }

  #read(block: Block): void {
    block.read("LBFGS.step");
    if (!block.away) return;
    const { backend } = isElsewhere(block.away) ? block.away : (block.away.grad as Tensor);
    throw new Error(
      `LBFGS.step: parameter ${block.nameOf(0)} or its gradient is on ${backend.name}, and each iteration looks at all numbers; ` +
        "compute on the CPU, by useBackend(cpu), or take another optimiser.",
    );
  }

  #place(x: Float64Array): void {
    this.#eachBlock((block, at) => {
      block.data.set(x.subarray(at, at + block.data.length));
      block.write(0, block.count);
    });
  }
}

function someGrad(block: Block): boolean {
  for (let k = 0; k < block.count; k++) if (block.hasGrad(k)) return true;
  return false;
}

function lossOf(loss: unknown): number {
  if (typeof loss === "number") return loss;
  if (loss instanceof Value) return loss.data;
  if (isTensor(loss)) return loss.item();
  throw new TypeError(
    `LBFGS.step: the closure must give the loss, a number, Value or Tensor; it gave ${shown(loss)}. Did it forget to return?`,
  );
}
