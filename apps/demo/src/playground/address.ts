import { type Field, integer, oneOf, readFields, text, writeFields } from "../state/fields.ts";
import type { Leaves } from "./circuit.ts";
import { longestText, usualLeaf } from "./compile.ts";
import { type Looking, nowhere } from "./numeric/looking.ts";
import { presets } from "./presets/index.ts";
import type { Preset } from "./presets/preset.ts";

/** What the screen shows is written in one of two languages. */
export const languages = ["expression", "typescript"] as const;
export type Language = (typeof languages)[number];

/** In which order the nodes pass their gradients on. */
export const orders = ["topological", "recursive"] as const;
export type Order = (typeof orders)[number];

/** All that the playground's screen depends on. */
export interface PlayState {
  readonly language: Language;
  /** The expression. */
  readonly text: string;
  /** The TypeScript program. */
  readonly code: string;
  /** The numbers of an expression's leaves; of a program's those that a person has changed. */
  readonly leaves: Leaves;
  readonly passes: number;
  readonly position: number;
  readonly order: Order;
  /** Whether numbers are asked for before they are shown. */
  readonly predict: boolean;
  readonly exponent: number;
  /** Which leaves are looked at closely. */
  readonly looking: Looking;
}

/** Longer programs are not kept in the address. */
export const longestCode = 8000;

/** The nudge h is 1e−6 on a fresh page. */
export const usualExponent = -6;

const mostLeaves = 500;
const longestName = 80;

/** Numbers by name, as "a:2,b:-3"; names are those of the formula language, or of modules: "l0.n1.w2". */
const numbers: Field<Leaves> = {
  initial: new Map(),
  read(written) {
    const entries = written
      .split(",")
      .slice(0, mostLeaves)
      .flatMap((part) => {
        const [, name, number] = /^([\p{L}_][\p{L}\p{N}_.]*):(-?[\d.]+(?:e[+-]?\d+)?)$/u.exec(part) ?? [];
        const value = Number(number);
        return name !== undefined && Number.isFinite(value) ? [[name, value] as const] : [];
      });
    return new Map(entries);
  },
  write: (leaves) => [...leaves].map(([name, value]) => `${name}:${value}`).join(","),
};

const fields = {
  in: oneOf(languages, "expression"),
  e: text(presets[0].text, longestText),
  ts: text("", longestCode),
  at: numbers,
  step: integer(-1, 0, 100_000),
  order: oneOf(orders, "topological"),
  predict: oneOf(["no", "yes"], "no"),
  passes: integer(1, 0, 99),
  h: integer(usualExponent, -16, -1),
  leaf: text("", longestName),
  across: text("", longestName),
  up: text("", longestName),
};

/** The state of a preset, told to its end. */
export function startOf({ text: written, leaves }: Preset): PlayState {
  return {
    language: "expression",
    text: written,
    code: "",
    leaves: new Map(Object.entries(leaves)),
    passes: 1,
    position: Number.POSITIVE_INFINITY,
    order: "topological",
    predict: false,
    exponent: usualExponent,
    looking: nowhere,
  };
}

/** The state that an address stands for; nonsense takes the initial value. */
export function readPlay(query: URLSearchParams): PlayState {
  const {
    in: language,
    e,
    ts,
    at,
    step,
    order,
    predict,
    passes,
    h,
    leaf,
    across,
    up,
  } = readFields(fields, query);
  // A program that a link leaves out is written from the expression, and so from its numbers.
  const isFresh = (language === "expression" || ts === "") && e === presets[0].text && at.size === 0;
  return {
    language,
    text: e,
    code: ts,
    leaves: isFresh ? startOf(presets[0]).leaves : at,
    passes,
    position: step < 0 ? Number.POSITIVE_INFINITY : step,
    order,
    predict: predict === "yes",
    exponent: h,
    looking: { leaf, across, up },
  };
}

/** The address of a state; that of a fresh page is empty. */
export function writePlay(state: PlayState): URLSearchParams {
  const query = writeFields(fields, {
    in: state.language,
    e: state.text,
    ts: state.code.length <= longestCode ? state.code : "",
    at: state.leaves,
    step: Number.isFinite(state.position) ? state.position : -1,
    order: state.order,
    predict: state.predict ? "yes" : "no",
    passes: state.passes,
    h: state.exponent,
    ...state.looking,
  });
  if (state.language === "expression" && isUsual(state)) query.delete("at");
  return query;
}

/** Whether all leaves have the numbers that they would have without being written. */
function isUsual({ text: written, leaves }: PlayState): boolean {
  const usual = written === presets[0].text ? startOf(presets[0]).leaves : new Map<string, number>();
  return [...leaves].every(([name, value]) => Object.is(value, usual.get(name) ?? usualLeaf));
}
