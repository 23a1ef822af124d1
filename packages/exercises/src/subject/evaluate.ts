import { transform } from "sucrase";
import { shownName } from "./thrown.js";

/** A learner's class as JavaScript knows it. */
export type Class = new (...args: unknown[]) => object;

/** What a text of TypeScript defines, and a way to run more text where its names are known. */
export interface Evaluated {
  readonly exported: Readonly<Record<string, unknown>>;
  readonly classes: Readonly<Record<string, unknown>>;
  run(text: string): unknown;
}

/** A place in the text that cannot be read. */
export class Unreadable extends Error {
  readonly line: number | undefined;

  constructor(sentence: string, line: number | undefined) {
    super(sentence);
    this.line = line;
  }
}

// biome-ignore lint/security/noGlobalEval: a learner's class is there to be run
const evaluate: (js: string) => unknown = eval;

/**
 * Runs a text: types taken away, every line where it was.
 *
 * classes: the names of the classes to give, whether the text exports them or not.
 *
 * @throws Unreadable for a mistake in the grammar, and whatever the text throws.
 */
export function evaluateTypescript(text: string, classes: readonly string[]): Evaluated {
  const names = classes.map((name) => `get ${name}() { return ${name} }`).join(", ");
  // The direct eval inside sees the text's own names; the last line is what stack traces call the text.
  const body = `(function (require, exports) {${toJs(text)}
;return { exported: exports, classes: { ${names} }, run: (js) => eval(js) } })
//# sourceURL=${shownName}`;
  let define: (require: (name: string) => never, exports: object) => Omit<Evaluated, "run"> & Run;
  try {
    define = evaluate(body) as typeof define;
  } catch (error) {
    throw new Unreadable((error as Error).message, undefined);
  }
  const { exported, classes: found, run } = define(nothingToImport, {});
  return { exported, classes: found, run: (more) => run(toJs(more)) };
}

interface Run {
  run(js: string): unknown;
}

function toJs(text: string): string {
  try {
    return transform(text, { transforms: ["typescript", "imports"], preserveDynamicImport: false }).code;
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number } };
    throw new Unreadable(message.replace(/\.? \(\d+:\d+\)$/, ""), loc?.line);
  }
}

function nothingToImport(name: string): never {
  throw new Error(`There is nothing to import here, not even "${name}": the class has to stand alone.`);
}
