/** One setting as it stands in the address: how to read hostile text, and how to write a value. */
export interface Field<T> {
  /** The value when the address says nothing, or nonsense. */
  readonly initial: T;
  /** The value that a text stands for, or undefined for a text that stands for none. */
  read(text: string): T | undefined;
  /** The text that `read` turns back into the value. */
  write(value: T): string;
}

/** The values of a record of fields. */
export type ValuesOf<F extends Record<string, Field<unknown>>> = {
  -readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

/** A number between two bounds; a number outside is refused, not moved. */
export const number = (initial: number, least: number, most: number): Field<number> => ({
  initial,
  read: (text) => numberIn(text, least, most),
  write: String,
});

/** A whole number between two bounds. */
export const integer = (initial: number, least: number, most: number): Field<number> => ({
  initial,
  read(text) {
    const value = numberIn(text, least, most);
    return Number.isInteger(value) ? value : undefined;
  },
  write: String,
});

/** One word of a list. */
export const oneOf = <T extends string>(words: readonly T[], initial: T): Field<T> => ({
  initial,
  read: (text) => words.find((word) => word === text),
  write: String,
});

/** A text of at most `longest` characters. */
export const text = (initial: string, longest: number): Field<string> => ({
  initial,
  read: (written) => (written.length <= longest ? written : undefined),
  write: String,
});

/** Whole numbers between two bounds, at most `longest` of them, as "16-16"; an empty list is "none". */
export const integers = (
  initial: readonly number[],
  least: number,
  most: number,
  longest: number,
): Field<readonly number[]> => ({
  initial,
  read(written) {
    if (written === "none") return [];
    const values = written.split("-").map((part) => integer(least, least, most).read(part));
    if (values.length > longest || values.includes(undefined)) return undefined;
    return values as number[];
  },
  write: (values) => (values.length === 0 ? "none" : values.join("-")),
});

/** One to `longest` words of a list, as "relu-tanh". */
export const wordList = <T extends string>(
  words: readonly T[],
  initial: readonly T[],
  longest: number,
): Field<readonly T[]> => ({
  initial,
  read(written) {
    const found = written.split("-").map((part) => words.find((word) => word === part));
    return found.length > longest || found.includes(undefined) ? undefined : (found as T[]);
  },
  write: (values) => values.join("-"),
});

/** Reads every field from the address; what is missing or wrong takes its initial value. */
export function readFields<F extends Record<string, Field<unknown>>>(
  fields: F,
  query: URLSearchParams,
): ValuesOf<F> {
  const read = (name: string, field: Field<unknown>) => {
    const written = query.get(name);
    return (written === null ? undefined : field.read(written)) ?? field.initial;
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, read(name, field)]),
  ) as ValuesOf<F>;
}

/** Writes the fields that differ from their initial values, so that a fresh screen has a short address. */
export function writeFields<F extends Record<string, Field<unknown>>>(
  fields: F,
  values: ValuesOf<F>,
): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const written = field.write(values[name as keyof F]);
    if (written !== field.write(field.initial)) query.set(name, written);
  }
  return query;
}

/** Decimal text as a number between two bounds; undefined for anything else, "" and "0x10" included. */
function numberIn(written: string, least: number, most: number): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written)) return undefined;
  const value = Number(written);
  return value >= least && value <= most ? value : undefined;
}
