import { driver } from "./driver.js";
import { type DriverFunction, driverFunctions } from "./driver-functions.js";
import { worldlyImports } from "./imports.js";
import { Memory } from "./memory.js";
import { createModule, type Module, type Options } from "./micropython.js";
import { type WasmInstance, type WasmModule, webAssembly } from "./platform.js";
import { Printer } from "./printer.js";
import { DeepStack } from "./stack.js";

/** What is handed to a function of the driver: a float, a held object or another whole number, a text, a function of ours. */
export type Given = number | { readonly ref: number } | string | (() => { readonly ref: number } | undefined);

/** What a function of the driver gives back. */
export type Got = null | number | { readonly ref: number } | string;

/** One text's world: all that Python knows while it runs. */
export interface World {
  /** Its memory while another world has the interpreter. */
  image?: Uint8Array | undefined;
  readonly hosts: (() => { readonly ref: number } | undefined)[];
}

/** The kinds of values that cross, by their numbers in MicroPython. */
const toPython = { nothing: 1, int: 3, float: 4, text: 5, host: 7 };
const fromPython = { error: -1, nothing: 1, int: 3, float: 4, text: 5, callable: 6, object: 8 };
/** Bytes of a value that crosses. */
const slot = 12;

/**
 * MicroPython, with worlds that share nothing: each begins with the memory as it was right after loading. One world
 * has the interpreter at a time; the memory of the others is put aside.
 */
export class Interpreter {
  readonly #module: Module;
  readonly #memory: Memory;
  readonly #stack: DeepStack;
  readonly #functions = new Map<DriverFunction, number>();
  readonly #args: number;
  readonly #out: number;
  readonly #base: Uint8Array;
  readonly #print: Printer;
  #active: World | undefined;
  #depth = 0;
  #hostError: { readonly error: unknown } | undefined;

  /** Starts it. `print` gets each line that a learner's program prints. */
  static async load(program: WasmModule, print: (line: string) => void): Promise<Interpreter> {
    const printer = new Printer(print);
    let interpreter: Interpreter | undefined;
    let instance: WasmInstance | undefined;
    const { Instance } = webAssembly();
    const options: Options = {
      instantiateWasm(imports, done) {
        const env = {
          ...imports.env,
          ...worldlyImports(imports.env),
          call0: (host: number, out: number) => interpreter?.callHost(host, out),
        };
        instance = new Instance(program, { ...imports, env, wasi_snapshot_preview1: env });
        done(instance);
      },
      stdin: () => null,
      stdout: (byte) => printer.take(byte),
      stderr: (byte) => printer.take(byte),
    };
    const module = await createModule(options);
    interpreter = new Interpreter(module, instance as unknown as WasmInstance, printer);
    return interpreter;
  }

  private constructor(module: Module, instance: WasmInstance, print: Printer) {
    this.#module = module;
    this.#print = print;
    this.#memory = new Memory(instance);
    this.#memory.watchEnd(module._malloc, module._free);
    this.#stack = new DeepStack(module, instance, this.#memory);
    this.#args = module._malloc(8 * slot);
    this.#out = module._malloc(slot);
    const [source, length] = this.#memory.write(driver, module._malloc);
    module._mp_js_do_exec(source, length, this.#out);
    this.#take();
    module._mp_js_do_import(this.#memory.write("__main__", module._malloc)[0], this.#out);
    const main = this.#reference(fromPython.object);
    for (const name of driverFunctions) {
      module._proxy_c_to_js_lookup_attr(main, this.#memory.write(name, module._malloc)[0], this.#out);
      this.#functions.set(name, this.#reference(fromPython.callable));
    }
    this.#base = this.#memory.image();
    this.#stack.fit(() => {
      const world = this.open();
      const borne = this.call(world, "dive") === null;
      this.close(world);
      return borne;
    });
  }

  /** A new world. */
  open(): World {
    this.#park();
    this.#memory.restore(this.#base);
    this.#stack.reset();
    this.#active = { hosts: [] };
    return this.#active;
  }

  close(world: World): void {
    world.image = undefined;
    if (this.#active === world) this.#active = undefined;
  }

  /** Calls a function of the driver. An error of the engine, as when its stack is at its end, comes back as Python's do. */
  call(world: World, name: DriverFunction, ...given: readonly Given[]): Got {
    this.#enter(world);
    given.forEach((each, index) => {
      this.#give(world, each, this.#args + slot * index);
    });
    this.#depth++;
    try {
      const callable = this.#functions.get(name) as number;
      this.#module._proxy_c_to_js_call(callable, given.length, this.#args, this.#out);
    } catch (error) {
      // The frames of Python that it went through are lost, and so are those around them.
      if (this.#depth > 1) throw passesOurs(error) ? error : new Lost(error);
      this.#stack.reset();
      this.#hostError = undefined;
      return error instanceof Lost ? engineError(error.cause) : engineError(error);
    } finally {
      this.#depth--;
    }
    if (this.#depth > 0 || !this.#hostError) return this.#take();
    const { error } = this.#hostError;
    this.#hostError = undefined;
    throw error;
  }

  /** Called by Python in place of a function of JavaScript. */
  callHost(index: number, out: number): void {
    let result: { readonly ref: number } | undefined;
    try {
      result = this.#active?.hosts[index]?.();
    } catch (error) {
      if (passesOurs(error) || isDeep(error)) throw error;
      this.#hostError ??= { error };
    }
    this.#memory.view.setInt32(out, result ? toPython.int : toPython.nothing, true);
    this.#memory.view.setInt32(out + 4, result?.ref ?? 0, true);
  }

  #park(): void {
    if (this.#depth > 0) throw new Error("A world cannot be left while its code runs");
    if (this.#active) this.#active.image = this.#memory.image();
    this.#active = undefined;
    this.#print.clear();
  }

  #enter(world: World): void {
    if (this.#active === world) return;
    if (!world.image) throw new Error("This text has been closed: open it again");
    this.#park();
    this.#memory.restore(world.image);
    world.image = undefined;
    this.#active = world;
  }

  #give(world: World, given: Given, at: number): void {
    const put = (kind: number, first: number, second = 0): void => {
      const { view } = this.#memory;
      view.setInt32(at, kind, true);
      view.setInt32(at + 4, first, true);
      view.setInt32(at + 8, second, true);
    };
    switch (typeof given) {
      case "number":
        put(toPython.float, 0);
        this.#memory.view.setFloat64(at + 4, given, true);
        break;
      case "string": {
        const [place, length] = this.#memory.write(given, this.#module._malloc);
        put(toPython.text, length, place);
        break;
      }
      case "function":
        put(toPython.host, world.hosts.push(given) - 1);
        break;
      default:
        put(toPython.int, given.ref);
    }
  }

  #take(): Got {
    const { view } = this.#memory;
    const at = this.#out;
    const [first, second] = [view.getInt32(at + 4, true), view.getInt32(at + 8, true)];
    switch (view.getInt32(at, true)) {
      case fromPython.nothing:
        return null;
      case fromPython.int:
        return { ref: first };
      case fromPython.float:
        return view.getFloat64(at + 4, true);
      case fromPython.text:
        return this.#memory.text(second, first);
      case fromPython.error:
        return `!${this.#memory.text(second, first).replace("\x04", "\0")}`;
      default:
        throw new Error("MicroPython gave what cannot be read");
    }
  }

  #reference(kind: number): number {
    const { view } = this.#memory;
    if (view.getInt32(this.#out, true) !== kind)
      throw new Error(`MicroPython did not start: ${String(this.#take())}`);
    return view.getInt32(this.#out + 4, true);
  }
}

/** An error of the engine that has gone through Python called by ours called by Python: nothing of it can go on. */
class Lost extends Error {
  constructor(cause: unknown) {
    super("", { cause });
  }
}

/** Whether it is for those around ours: Infinity is what Emscripten throws for longjmp, a jump of Python's to its frames. */
const passesOurs = (error: unknown): boolean => error instanceof Lost || error === Number.POSITIVE_INFINITY;

const isDeep = (error: unknown): boolean => /call stack|too much recursion/i.test(String(error));

const engineError = (error: unknown): string =>
  isDeep(error) || error === Number.POSITIVE_INFINITY
    ? "!RecursionError\0RecursionError: maximum recursion depth exceeded"
    : `!SystemError\0SystemError: ${String(error)}`;
