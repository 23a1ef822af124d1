import { fold } from "../formula/fold.js";
import { parseProgram } from "../formula/parse.js";
import type { Intrinsic } from "../intrinsics/intrinsic.js";
import type { Dialect } from "./dialect.js";
import { type Call, formulaText } from "./expression.js";
import { safe } from "./safe.js";

/** A function that printed text calls: float32 arguments, a float32 value. */
export interface GpuFunction {
  /** It starts with "og_". */
  readonly name: string;
  readonly args: readonly string[];
  readonly text: string;
}

interface Written {
  readonly made: GpuFunction;
  /** What it calls itself. */
  readonly callees: readonly string[];
}

const written = new WeakMap<Dialect, Map<string, Written>>();

/** The function of that name, and the names of those that it calls; written once for each language. */
export function functionOf(name: string, dialect: Dialect): Written {
  const known = written.get(dialect) ?? new Map<string, Written>();
  written.set(dialect, known);
  let found = known.get(name);
  if (found === undefined) {
    found = write(name, dialect);
    known.set(name, found);
  }
  return found;
}

/**
 * The text of a call.
 *
 * @throws Error for a name that is no function of a GPU, or another number of arguments.
 */
export function callText(name: string, args: readonly string[], dialect: Dialect): string {
  const builtin = builtinOf(name, dialect);
  const wanted = builtin === undefined ? argsOf(name, dialect).length : 1;
  if (args.length !== wanted) {
    throw new Error(
      `call: ${name} takes ${wanted} argument${wanted === 1 ? "" : "s"}, found ${args.length}.`,
    );
  }
  return `${builtin ?? `og_${name}`}(${args.join(", ")})`;
}

/** What the language itself calls a function that it has. */
export function builtinOf(name: string, { builtin }: Dialect): string | undefined {
  return Object.hasOwn(builtin, name) ? builtin[name] : undefined;
}

function primitiveOf(name: string, { primitives }: Dialect) {
  return Object.hasOwn(primitives, name) ? primitives[name] : undefined;
}

function argsOf(name: string, dialect: Dialect): readonly string[] {
  const found = primitiveOf(name, dialect) ?? (Object.hasOwn(safe, name) ? safe[name] : undefined);
  if (found === undefined) {
    throw new Error(`call: there is no function "${name}" on a GPU; formulas call intrinsics only.`);
  }
  return found.args;
}

function write(name: string, dialect: Dialect): Written {
  const args = argsOf(name, dialect);
  const body = primitiveOf(name, dialect)?.body ?? programText(safe[name] as Intrinsic, dialect);
  const callees = [...body.matchAll(/\bog_(\w+)\(/g)].map(([, callee]) => callee as string);
  const text = dialect.define(`og_${name}`, args, body);
  return { made: { name: `og_${name}`, args, text }, callees };
}

function programText({ program }: Intrinsic, dialect: Dialect): string {
  const call: Call = (name, args) => callText(name, args, dialect);
  const lines = parseProgram(program);
  return lines
    .map(({ name, formula }, i) => {
      const text = formulaText(fold(formula), {
        dialect,
        read: String,
        call,
        choose: (comparison, parts) => dialect.choose(comparison, ...parts),
      });
      return i < lines.length - 1 ? dialect.line(name, text) : `return ${text};`;
    })
    .join("\n  ");
}
