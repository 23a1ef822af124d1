import { charactersPerNumber, clip, limits } from "../limits.js";
import { type Data, type Failure, type Log, levels, type Shown } from "../outcome.js";

/** What comes out of the sandbox is anything at all until one of these has read it. */
export const isRecord = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === "object" && thing !== null && !Array.isArray(thing);

export const isNumber = (thing: unknown): thing is number => typeof thing === "number";

export const isText = (thing: unknown, longest: number = limits.text): thing is string =>
  typeof thing === "string" && thing.length <= longest;

/** A line of the log; undefined for anything else. */
export function readLog(log: unknown): Log | undefined {
  if (!isRecord(log) || typeof log.text !== "string") return undefined;
  const level = levels.find((each) => each === log.level);
  return level && { level, text: clip(log.text) };
}

/** Why there is no result. A place is kept only if it is one. */
export function readFailure(outcome: Readonly<Record<string, unknown>>, logs: readonly Log[]): Failure {
  const { sentence, file, line, column } = outcome;
  return {
    ok: false,
    sentence: typeof sentence === "string" && sentence !== "" ? clip(sentence) : noAnswer,
    ...(isText(file, 100) && { file }),
    ...(isPlace(line) && { line }),
    ...(isPlace(column) && { column }),
    logs,
  };
}

/** A line or a column. */
export const isPlace = (thing: unknown): thing is number =>
  Number.isSafeInteger(thing) && (thing as number) > 0;

/** Said of an outcome that is none. */
export const noAnswer = "What came back from the sandbox is not an answer.";

/** The pictures; whatever is none is left out. */
export function readShown(shown: unknown): Shown[] {
  if (!Array.isArray(shown)) return [];
  return shown.slice(0, limits.shown).flatMap((each) => {
    if (!isRecord(each) || !isText(each.svg, limits.picture) || typeof each.text !== "string") return [];
    return [{ svg: each.svg, text: clip(each.text) }];
  });
}

/** Plain data, copied; undefined for more than the bounds allow and for anything else. */
export function readData(thing: unknown, purse: { left: number }, depth = 0): Data | undefined {
  if (purse.left-- <= 0 || depth > limits.depth) return undefined;
  if (typeof thing === "number" || typeof thing === "boolean" || thing === null) return thing;
  if (typeof thing === "string") {
    purse.left -= thing.length / charactersPerNumber;
    return purse.left < 0 ? undefined : thing;
  }
  if (Array.isArray(thing)) {
    if (thing.length > purse.left) return undefined;
    const read = thing.map((each) => readData(each, purse, depth + 1));
    return read.includes(undefined) ? undefined : (read as Data[]);
  }
  if (!isRecord(thing)) return undefined;
  const entries = Object.entries(thing).map(
    ([name, each]) => [name, readData(each, purse, depth + 1)] as const,
  );
  if (entries.some(([, each]) => each === undefined)) return undefined;
  return Object.fromEntries(entries) as Data;
}
