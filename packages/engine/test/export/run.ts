import type { Value } from "@outgrad/engine";
import {
  type Exportable,
  type ExportedProgram,
  type ExportOptions,
  toC,
  toPython,
  toTypeScript,
} from "@outgrad/engine/export";
import {
  compiler,
  interpreter,
  mainInC,
  mainInPython,
  notRun,
  runC,
  runPython,
} from "../../../../tools/programs.ts";

/** A language in which exported programs are run: what they give for each row of numbers, one list after the other. */
export interface Language {
  readonly name: string;
  readonly print: (f: Exportable, options: ExportOptions) => ExportedProgram;
  /** Null where the language is not there, which it says. */
  readonly run: ((program: ExportedProgram, rows: readonly (readonly number[])[]) => number[][]) | null;
}

const sizeOf = ({ inputs }: ExportedProgram): number =>
  inputs.reduce((sum, { size }) => sum + (size ?? 1), 0);

/** How many numbers it gives for a row: the value or values, then the gradients. */
const resultsOf = (program: ExportedProgram): number =>
  (program.outputs ?? 1) + (program.gradientName === null ? 0 : sizeOf(program));

function chunks(numbers: Float64Array, size: number): number[][] {
  return Array.from({ length: numbers.length / size }, (_, i) => [
    ...numbers.subarray(i * size, (i + 1) * size),
  ]);
}

/** The arguments of a call of it, from the numbers of a row. */
function placesOf(program: ExportedProgram): { name: string; size: number | null; at: number }[] {
  let at = 0;
  return program.inputs.map(({ name, size }) => {
    const place = { name, size, at };
    at += size ?? 1;
    return place;
  });
}

const inC: Language["run"] = (program, rows) => {
  const { gradientName, name, outputs } = program;
  const places = placesOf(program);
  const args = places.map(({ size, at }) => (size === null ? `given[${at}]` : `given + ${at}`));
  const types = places.map(({ size }) => (size === null ? "double" : "const double *"));
  const grads = gradientName === null ? [] : places.map(({ at }) => `found + ${1 + at}`);
  const results = outputs === null ? [] : ["found"];
  const called = gradientName ?? name;
  const declared = [...types, ...grads.map(() => "double *"), ...results.map(() => "double *")].join(", ");
  const call = `${called}(${[...args, ...grads, ...results].join(", ")})`;
  const head = `${outputs === null ? "double" : "void"} ${called}(${declared || "void"});\n`;
  const main = mainInC(
    Math.max(1, sizeOf(program)),
    resultsOf(program),
    outputs === null ? `found[0] = ${call};` : `${call};`,
  );
  return chunks(
    runC([program.text, head + main], Float64Array.from(rows.flat()), ["-O0"]),
    resultsOf(program),
  );
};

const inPython: Language["run"] = (program, rows) => {
  const { gradientName, name, outputs } = program;
  const args = placesOf(program).map(({ size, at }) =>
    size === null ? `given[${at}]` : `given[${at}:${at + size}]`,
  );
  const call = `${gradientName ?? name}(${args.join(", ")})`;
  const flat = `[x for part in ${call} for x in (part if isinstance(part, list) else [part])]`;
  const body = `found = ${gradientName ? flat : outputs === null ? `[${call}]` : call}`;
  const text = program.text + mainInPython(Math.max(1, sizeOf(program)), body);
  return chunks(runPython(text, Float64Array.from(rows.flat())), resultsOf(program));
};

const inJavaScript: Language["run"] = (program, rows) => {
  const { gradientName, name, text } = program;
  const f = new Function(`${text.replaceAll(/^export /gm, "")}; return ${gradientName ?? name};`)();
  return rows.map((row) => {
    const args = placesOf(program).map(({ size, at }) =>
      size === null ? row[at] : row.slice(at, at + size),
    );
    return [f(...args)].flat(2);
  });
};

/** The languages that compute the bits of replay. */
export const languages: readonly Language[] = [
  { name: "toC", print: toC, run: compiler ? inC : null },
  { name: "toPython", print: toPython, run: interpreter ? inPython : null },
  {
    name: "toTypeScript",
    print: (f, options) => toTypeScript(f, { ...options, types: false }),
    run: inJavaScript,
  },
];

/** What a program gave, and the Values that it has as parameters. */
export interface Made {
  readonly found: number[][];
  readonly parameters: readonly Value[];
}

/** What the program gives in a language, for rows or for the parameters of now; null, and said, if that is not there. */
export function runIn(
  { name, print, run }: Language,
  f: Exportable,
  options: ExportOptions,
  rows: readonly (readonly number[])[] | "parameters",
): Made | null {
  const program = print(f, options);
  const { parameters } = program;
  if (run)
    return {
      found: run(program, rows === "parameters" ? [parameters.map(({ data }) => data)] : rows),
      parameters,
    };
  notRun(`${name}: what it prints`, "install gcc and libc6-dev, and python3");
  return null;
}
