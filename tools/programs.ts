// Runs programs of other languages, for tests of what prints them. They read doubles and write doubles, in the bytes of
// this machine.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const find = (commands: readonly string[]): string | undefined =>
  commands.find((command) => spawnSync(command, ["--version"]).status === 0);

export const compiler = find(["cc", "gcc", "clang"]);
export const interpreter = find(["python3", "python"]);

/** Says what is not run because a command is missing; on a machine of CI that is a failure. */
export function notRun(what: string, install: string): void {
  const sentence = `NOT RUN: ${what}; ${install}.`;
  console.error(sentence);
  if (process.env.CI) throw new Error(`${sentence} With CI set, that is a failure.`);
}

function answer(command: string, args: readonly string[], input?: Float64Array): Float64Array {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...(input ? { input: new Uint8Array(input.buffer, input.byteOffset, input.byteLength) } : {}),
    maxBuffer: 1 << 30,
  });
  if (error) throw error;
  if (status !== 0 || stderr.length > 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return new Float64Array(new Uint8Array(stdout).buffer);
}

function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "outgrad-source-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Warnings are mistakes. */
const flags = ["-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror", "-Wno-unused-function"];

/** Compiles files of C, one of which has the main function, and runs them. */
export function runC(
  files: readonly string[],
  input: Float64Array,
  more: readonly string[] = ["-O1"],
): Float64Array {
  return inFolder((folder) => {
    const sources = files.map((text, i) => {
      const source = join(folder, `program${i}.c`);
      writeFileSync(source, text);
      return source;
    });
    const binary = join(folder, "program");
    answer(compiler as string, [...flags, ...more, "-o", binary, ...sources, "-lm"]);
    return answer(binary, [], input);
  });
}

/** The main function of C: `body` computes `found` from `given`, a row at a time. */
export const mainInC = (given: number, found: number, body: string): string => `
#include <stdio.h>
int main(void) {
  static double given[${given}];
  static double found[${found}];
  while (fread(given, 8, ${given}, stdin) == ${given}) {
    ${body}
    fwrite(found, 8, ${found}, stdout);
  }
  return 0;
}
`;

export function runPython(program: string, input: Float64Array): Float64Array {
  return inFolder((folder) => {
    const source = join(folder, "program.py");
    writeFileSync(source, program);
    return answer(interpreter as string, [source], input);
  });
}

/** The end of a Python program: `body` computes the list `found` from the list `given`, a row at a time. */
export const mainInPython = (given: number, body: string): string => `
import array
import sys

rows = array.array("d", sys.stdin.buffer.read())
answers = array.array("d")
for begin in range(0, len(rows), ${given}):
    given = list(rows[begin : begin + ${given}])
    ${body}
    answers.extend(found)
sys.stdout.buffer.write(answers.tobytes())
`;

const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

/** What the compiler says about a file of TypeScript at its strictest: nothing but sentences, none if it is content. */
export const complaints = (text: string): string =>
  inFolder((folder) => {
    writeFileSync(join(folder, "program.ts"), text);
    const compilerOptions = {
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noImplicitReturns: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      erasableSyntaxOnly: true,
      isolatedDeclarations: true,
      declaration: true,
      noEmit: true,
      target: "es2022",
      lib: ["es2022"],
      types: [],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
    return spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" }).stdout;
  });
