import type { Data, Failure, RunOptions, Sandbox } from "@outgrad/sandbox";
import { readErrors, readLook, readRound } from "./answers.ts";
import graphCode from "./inside/graph.ts?raw";
import mainCode from "./inside/main.ts?raw";
import measureCode from "./inside/measure.ts?raw";
import type { Look, OpErrors, SearchRound } from "./inside/report.ts";
import searchCode from "./inside/search.ts?raw";
import subjectCode from "./inside/subject.ts?raw";
import tableCode from "./inside/table.ts?raw";
import worseCode from "./inside/worse.ts?raw";
import type { Reader } from "./read.ts";

/** An answer, or why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | Pick<Failure, "ok" | "sentence" | "line" | "column">;

let opened: Promise<Sandbox> | undefined;

/** The sandbox that checks run in: also those of ops, so that there is one way to check. */
function sandbox(): Promise<Sandbox> {
  opened ??= import("@outgrad/sandbox").then(({ openSandbox }) => openSandbox());
  return opened;
}

/** The files that run beside the visitor's, each after those that it imports. */
const files = (code: string) => ({
  "./function": code,
  "./graph": graphCode,
  "./subject": subjectCode,
  "./measure": measureCode,
  "./worse": worseCode,
  "./search": searchCode,
});

/** Calls a function once for each list of arguments, and reads what it gave. */
async function ask<T>(
  code: string,
  name: string,
  argsList: readonly (readonly Data[])[],
  read: Reader<T>,
  options: RunOptions,
): Promise<Answer<T[]>> {
  const answer = await (await sandbox()).call(code, name, argsList, options);
  if (!answer.ok) {
    const { file, line, column, sentence } = answer;
    const isTheirs = file === "./function";
    return { ok: false, sentence, ...(isTheirs && line && { line }), ...(isTheirs && column && { column }) };
  }
  try {
    return { ok: true, value: answer.results.map(read) };
  } catch (error) {
    return { ok: false, sentence: (error as Error).message };
  }
}

/** The one answer of one call. */
async function askOnce<T>(
  ...[code, name, args, read, options]: Parameters<typeof ask<T>>
): Promise<Answer<T>> {
  const answer = await ask(code, name, args, read, options);
  return answer.ok ? { ok: true, value: answer.value[0] as T } : answer;
}

/** The function that the code exports, at a point, with the error curve of one input. */
export const look = (
  code: string,
  at: readonly number[] | null,
  of: number,
  signal: AbortSignal,
): Promise<Answer<Look>> => askOnce(mainCode, "look", [[at, of]], readLook, { modules: files(code), signal });

/** One round of the search for the input at which its gradient is worst. */
export const seek = (
  code: string,
  seed: number,
  round: number,
  signal: AbortSignal,
): Promise<Answer<SearchRound>> =>
  askOnce(mainCode, "seek", [[seed, round]], readRound, { modules: files(code), signal, seconds: 4 });

/** The measured errors of some ops' partials and of every method. */
export const errorsOf = (
  names: readonly string[],
  seed: number,
  signal: AbortSignal,
): Promise<Answer<OpErrors[][]>> =>
  ask(
    tableCode,
    "errorsOf",
    names.map((name) => [name, seed]),
    readErrors,
    { signal, seconds: 10 },
  );
