import { type Field, integer, oneOf, readFields, text, writeFields } from "../state/fields.ts";
import { examples } from "./examples.ts";
import { opNames } from "./op-code.ts";

/** What is checked: an op of the table, or code. */
const kinds = ["op", "code"] as const;

/** How the table of ops is sorted. */
export const orders = [
  "op",
  "partial",
  "forward",
  "symmetric",
  "fivePoint",
  "richardson",
  "ridders",
] as const;
export type Order = (typeof orders)[number];

/** Longer code is not kept in the address. */
export const longestCode = 6_000;

/** A point: numbers with commas between; null for one that nobody chose. */
const point: Field<readonly number[] | null> = {
  initial: null,
  read(written) {
    const parts = written.split(",");
    const numbers = parts.map((part) => (/^[-+.\de]+$/i.test(part) ? Number(part) : Number.NaN));
    return parts.length <= 12 && numbers.every(Number.isFinite) ? numbers : undefined;
  },
  write: (numbers) => (numbers === null ? "" : numbers.join(",")),
};

const fields = {
  kind: oneOf(kinds, "code"),
  op: oneOf(opNames, "tanh"),
  code: text(examples.neuron.code, longestCode),
  x: point,
  of: integer(0, 0, 11),
  seed: integer(1, 0, 999_999),
  sort: oneOf(orders, "op"),
  by: oneOf(["median", "worst"], "worst"),
  find: text("", 40),
};

/** Everything that the screen's address says. */
export type Config = ReturnType<typeof readConfig>;

/** What an address stands for; nonsense takes the initial value. */
export const readConfig = (query: URLSearchParams) => readFields(fields, query);

/** The address of a state; that of a fresh page is empty. */
export const writeConfig = (config: Config): URLSearchParams => writeFields(fields, config);
