import { callsIn } from "../formula/ast.js";
import { fold } from "../formula/fold.js";
import { parseProgram } from "../formula/parse.js";
import { intrinsics } from "../intrinsics/programs.js";
import type { SourceLanguage } from "./language.js";
import { formulaText } from "./text.js";

interface Written {
  readonly text: string;
  /** What it calls itself. */
  readonly callees: readonly string[];
}

const written = new WeakMap<SourceLanguage, Map<string, Written>>();

/** The text of the function of that name, and the names of those that it calls; written once for each language. */
export function functionOf(name: string, language: SourceLanguage): Written {
  const known = written.get(language) ?? new Map<string, Written>();
  written.set(language, known);
  let found = known.get(name);
  if (found === undefined) {
    found = write(name, language);
    known.set(name, found);
  }
  return found;
}

/** Whether the language has it itself. */
export const isBuiltin = (name: string, { builtin }: SourceLanguage): boolean => Object.hasOwn(builtin, name);

/**
 * The text of a call.
 *
 * @throws Error for a name that is no intrinsic, or another number of arguments.
 */
export function callText(name: string, args: readonly string[], language: SourceLanguage): string {
  const own = isBuiltin(name, language);
  const wanted = own ? 1 : arityOf(name, language);
  if (args.length !== wanted) {
    throw new Error(
      `call: ${name} takes ${wanted} argument${wanted === 1 ? "" : "s"}, found ${args.length}.`,
    );
  }
  return `${own ? language.builtin[name] : `og_${name}`}(${args.join(", ")})`;
}

function arityOf(name: string, { name: language, primitives }: SourceLanguage): number {
  if (Object.hasOwn(primitives, name)) return primitives[name]?.arity as number;
  if (Object.hasOwn(intrinsics, name)) return intrinsics[name]?.args.length as number;
  throw new Error(`call: there is no function "${name}" in ${language}; formulas call intrinsics only.`);
}

function write(name: string, language: SourceLanguage): Written {
  const primitive = Object.hasOwn(language.primitives, name) ? language.primitives[name] : undefined;
  if (primitive) return { text: primitive.text, callees: calleesIn(primitive.text, name, language) };
  const { doc, args, program } = intrinsics[name] as (typeof intrinsics)[string];
  const lines = parseProgram(program);
  const callees = new Set<string>();
  const texts = lines.map(({ name: line, formula }, i) => {
    callsIn(formula, callees);
    const text = formulaText(fold(formula), {
      language,
      read: (read) => local(read),
      call: (callee, given) => callText(callee, given, language),
    });
    return i < lines.length - 1 ? language.line(local(line), text) : language.result(text);
  });
  const text = language.define(`og_${name}`, args, texts, doc);
  const inner = [...callees].filter((callee) => !isBuiltin(callee, language));
  // What the text calls beside the formulas' functions: a division of the language's own.
  return { text, callees: [...new Set([...inner, ...calleesIn(text, name, language)])] };
}

/** The functions that a text names, but for the one that it defines, and but for lists that it has beside it. */
const calleesIn = (text: string, name: string, { primitives }: SourceLanguage): string[] =>
  [...text.matchAll(/\bog_(\w+)/g)]
    .map(([, callee]) => callee as string)
    .filter(
      (callee) => callee !== name && (Object.hasOwn(primitives, callee) || Object.hasOwn(intrinsics, callee)),
    );

/** Names of lines that are words of some language. */
const taken = new Set([
  "double",
  "float",
  "short",
  "long",
  "int",
  "signed",
  "case",
  "in",
  "is",
  "lambda",
  "as",
]);

const local = (name: string): string => (taken.has(name) ? `${name}_` : name);
