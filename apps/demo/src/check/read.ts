import type { Data } from "@outgrad/sandbox";

/** Reads plain data of one shape; throws for any other. The sandbox's answers were made beside a visitor's code. */
export type Reader<T> = (data: Data | undefined) => T;

function reader<T>(is: (data: Data | undefined) => boolean): Reader<T> {
  return (data) => {
    if (is(data)) return data as T;
    throw new Error("The answer of the sandbox is not a report.");
  };
}

export const aNumber: Reader<number> = reader((data) => typeof data === "number");
export const aText: Reader<string> = reader((data) => typeof data === "string" && data.length <= 2_000);

export const oneOf = <T extends string>(...words: readonly T[]): Reader<T> =>
  reader((data) => words.some((word) => word === data));

export const orNull =
  <T>(of: Reader<T>): Reader<T | null> =>
  (data) =>
    data === null ? null : of(data);

const aList: Reader<readonly Data[]> = reader((data) => Array.isArray(data));

export const list =
  <T>(of: Reader<T>): Reader<T[]> =>
  (data) =>
    aList(data).map(of);

export const pair: Reader<readonly [number, number]> = (data) => {
  const [a, b] = aList(data);
  return [aNumber(a), aNumber(b)];
};

const aRecord: Reader<Readonly<Record<string, Data>>> = reader(
  (data) => typeof data === "object" && data !== null && !Array.isArray(data),
);

export const record =
  <T extends object>(fields: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> =>
  (data) => {
    const given = aRecord(data);
    const read = Object.entries<Reader<unknown>>(fields).map(([name, of]) => [name, of(given[name])]);
    return Object.fromEntries(read) as T;
  };
