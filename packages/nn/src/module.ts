import { checkOptions, isTensor, type Tensor, Value } from "@outgrad/engine";
import { Random } from "@outgrad/engine/random";
import { isBuffer, isParameter } from "./module-roles.js";
import { type LoadResult, loadState, type Named, namesOf, type StateDict, stateOf } from "./module-state.js";
import type { Parameter } from "./optim/parameters.js";
import { checkFlag } from "./optim/range.js";
import { snakeCase } from "./snake-case.js";

/** Modules whose toString is under way. */
const shown = new Set<Module>();

/**
 * Anything with parameters to train: extend it, keep Values, Tensors and other Modules in fields, and they are found.
 *
 * Parameters are the leaves in the fields, in the order of the fields: also those inside arrays, plain objects and
 * Modules there. A leaf that is found twice (tied weights) is one parameter. A Tensor must require a gradient; if that is
 * taken from it later, it is frozen and stays a parameter. Other Tensors are only fields, such as masks, unless `buffer`
 * has marked them: those are kept in the state dict, but not trained. Streams of random numbers, such as dropout's, are kept
 * in checkpoints. Private `#fields`, Maps, Sets and objects of other classes are not looked into.
 *
 * Names are PyTorch's: the path of fields, indices and keys with dots between, a field's name as Python writes it:
 * `layers.0.in_proj_weight`. P says what the parameters are: `Module<Tensor>`, `Module<Value>`, or either.
 *
 * @example
 * class Line extends Module {
 *   slope = value(1, "slope");
 *   offset = value(0, "offset");
 *   forward(x: number) {
 *     return this.slope.mul(x).add(this.offset);
 *   }
 * }
 * new Line().parameters().map((p) => p.label) // => [ 'slope', 'offset' ]
 */
export abstract class Module<out P extends Parameter = Parameter> {
  /** Whether it is being trained, which dropout and batch norm ask; see train() and eval(). */
  training = true;

  /** The parameters, each once. A Tensor without a label gets its name as label, for error messages. */
  parameters(): P[] {
    return this.namedParameters().map(([, parameter]) => parameter);
  }

  /** The parameters with their names, each once, under its first name. */
  namedParameters(): [name: string, parameter: P][] {
    const named = firstNames(this).filter(([, item]) => !isBuffer(item));
    for (const [name, item] of named) if (isTensor(item) && item.label === "") item.label = name;
    return named as [string, P][];
  }

  /** The buffers with their names, each once, under its first name. */
  namedBuffers(): [name: string, buffer: Tensor][] {
    return firstNames(this).filter(([, item]) => isBuffer(item)) as [string, Tensor][];
  }

  /** Forgets the gradients of all parameters: call it before each backward(), which adds to them. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.zeroGrad();
  }

  /** Says to this and all Modules in it that they are being trained, or, with false, used. Returns this. */
  train(training = true): this {
    if (typeof training !== "boolean") {
      throw new TypeError(`${this.constructor.name}.train: expected true or false, got ${String(training)}.`);
    }
    for (const [, item] of everythingIn(this)) if (item instanceof Module) item.training = training;
    return this;
  }

  /** Says to this and all Modules in it that they are being used, not trained. Returns this. */
  eval(): this {
    return this.train(false);
  }

  /**
   * A copy of the numbers of all parameters and buffers by their names, as `writeSafetensors` takes it. What is found
   * under several names stands under the first. What a GPU keeps must have been read, by `await readNumbers(net)`.
   */
  stateDict(): StateDict {
    return stateOf(this.constructor.name, leavesIn(this));
  }

  /**
   * Sets all parameters and buffers to the numbers in a state dict, this library's or PyTorch's, such as
   * `readSafetensors(bytes).tensors`. Numbers of another format are converted. Parameters stay the same objects.
   *
   * With strict: false names may be missing or unknown; which ones is in the result.
   *
   * @throws RangeError, naming all keys that are missing or unexpected and all shapes that differ; TypeError for what is
   * no stored tensor. Then nothing has changed.
   */
  loadStateDict(state: StateDict, options: { readonly strict?: boolean } = {}): LoadResult {
    const where = `${this.constructor.name}.loadStateDict`;
    checkOptions(where, options, ["strict"]);
    const { strict = true } = options;
    checkFlag(`${where}: strict`, strict);
    return loadState(this.constructor.name, leavesIn(this), state, strict);
  }

  /** What stands between the brackets when it is printed: the options that it was made with. */
  protected extraRepr(): string {
    return "";
  }

  /** Its name and options, and the tree of the Modules in it, as PyTorch prints them. */
  toString(): string {
    const { name } = this.constructor;
    if (shown.has(this)) return `${name}(...)`;
    shown.add(this);
    try {
      const inside = [...fieldsOf(this)].filter(([, item]) => item instanceof Module);
      if (inside.length === 0) return `${name}(${this.extraRepr()})`;
      const lines = inside.map(([field, item]) => `\n  (${field}): ${String(item).replaceAll("\n", "\n  ")}`);
      return `${name}(${this.extraRepr()}${lines.join("")}\n)`;
    } finally {
      shown.delete(this);
    }
  }
}

/** The streams of random numbers in a Module, each once: what dropout draws from. */
export const streamsIn = (module: Module): Random[] => [
  ...new Set([...everythingIn(module)].map(([, item]) => item).filter((item) => item instanceof Random)),
];

/** A Module and all Modules in it, each once. */
export const modulesIn = (module: Module): Module[] => [
  ...new Set([...everythingIn(module)].map(([, item]) => item).filter((item) => item instanceof Module)),
];

/** What is found in the fields of a Module. */
type Found = Module | Parameter | Random;

/**
 * The Modules, leaves and streams in the fields of a Module, also those inside arrays and plain objects there, but not
 * what is in the Modules.
 */
function* fieldsOf(holder: object, prefix = "", seen: Set<object> = new Set()): Generator<Named<Found>> {
  seen.add(holder);
  for (const [key, item] of Object.entries(holder)) {
    const name = prefix + (holder instanceof Module ? snakeCase(key) : key);
    if (item instanceof Module || item instanceof Random || isKept(item)) yield [name, item];
    else if (isContainer(item) && !seen.has(item)) yield* fieldsOf(item, `${name}.`, seen);
  }
}

/** A Module and everything in it under all names that lead there. What is inside itself is not entered again. */
function* everythingIn(module: Module, name = "", around: Set<Module> = new Set()): Generator<Named<Found>> {
  if (around.has(module)) return;
  around.add(module);
  yield [name, module];
  for (const [field, item] of fieldsOf(module)) {
    const path = name === "" ? field : `${name}.${field}`;
    if (item instanceof Module) yield* everythingIn(item, path, around);
    else yield [path, item];
  }
  around.delete(module);
}

function* leavesIn(module: Module): Generator<Named<Parameter>> {
  for (const [name, item] of everythingIn(module)) {
    if (!(item instanceof Module || item instanceof Random)) yield [name, item];
  }
}

/** The leaves in a Module, each once. */
const firstNames = (module: Module): Named<Parameter>[] =>
  [...namesOf(leavesIn(module))].map(([item, [name]]) => [name as string, item]);

function isKept(item: unknown): item is Parameter {
  if (item instanceof Value) return item.op === "";
  return isTensor(item) && item.isLeaf && (isBuffer(item) || isParameter(item));
}

function isContainer(item: unknown): item is object {
  if (typeof item !== "object" || item === null) return false;
  return Array.isArray(item) || Object.getPrototypeOf(item) === Object.prototype;
}
