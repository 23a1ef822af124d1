import { transform } from "sucrase";

/** A place in the code that cannot be read. */
export class GrammarError extends Error {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(file: string, sentence: string, line?: number, column?: number) {
    super(sentence);
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

/** A module's body: it is given `require` and its exports. */
export type Body = (require: (name: string) => unknown, exports: Record<string, unknown>) => Promise<void>;

// biome-ignore lint/security/noGlobalEval: this worker exists to run a visitor's code
const evaluate: (js: string) => unknown = eval;

/** What stack traces call a module. */
export const shownName = (file: string): string => `${file.replace(/^\.\//, "").replace(/\.ts$/, "")}.ts`;

/**
 * TypeScript as a function: types taken away, imports and exports made `require` and `exports`, every line where it was.
 *
 * @throws GrammarError with the place of a mistake.
 */
export function compile(file: string, code: string): Body {
  const js = toJs(file, code);
  try {
    // Called by another name, eval sees nothing of this module; the last line is what stack traces call the code.
    return evaluate(`(async (require, exports) => {${js}\n})\n//# sourceURL=${shownName(file)}`) as Body;
  } catch (error) {
    throw new GrammarError(file, `The code cannot be read: ${(error as Error).message}.`);
  }
}

function toJs(file: string, code: string): string {
  try {
    return transform(code, { transforms: ["typescript", "imports"], preserveDynamicImport: false }).code;
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    const what = message.replace(/\.? \(\d+:\d+\)$/, "");
    const where = loc ? ` in line ${loc.line}, column ${loc.column}` : "";
    throw new GrammarError(file, `The code cannot be read${where}: ${what}.`, loc?.line, loc?.column);
  }
}
