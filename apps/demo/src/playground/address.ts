import { type Field, integer, readFields, text, writeFields } from "../state/fields.ts";
import type { Leaves } from "./circuit.ts";
import { longestText, usualLeaf } from "./compile.ts";
import { type Preset, presets } from "./presets.ts";

/** All that the playground's screen depends on. */
export interface PlayState {
  readonly text: string;
  readonly leaves: Leaves;
  readonly passes: number;
  readonly position: number;
  readonly exponent: number;
}

const mostLeaves = 500;

/** Numbers by name, as "a:2,b:-3"; names are those of the formula language. */
const numbers: Field<Leaves> = {
  initial: new Map(),
  read(written) {
    const entries = written
      .split(",")
      .slice(0, mostLeaves)
      .flatMap((part) => {
        const [, name, number] = /^([\p{L}_][\p{L}\p{N}_]*):(-?[\d.]+(?:e[+-]?\d+)?)$/u.exec(part) ?? [];
        const value = Number(number);
        return name !== undefined && Number.isFinite(value) ? [[name, value] as const] : [];
      });
    return new Map(entries);
  },
  write: (leaves) => [...leaves].map(([name, value]) => `${name}:${value}`).join(","),
};

const fields = {
  e: text(presets[0].text, longestText),
  at: numbers,
  step: integer(-1, 0, 100_000),
  passes: integer(1, 0, 99),
  h: integer(-6, -16, -1),
};

/** The state of a preset, told to its end. */
export function startOf({ text: written, leaves }: Preset): PlayState {
  return {
    text: written,
    leaves: new Map(Object.entries(leaves)),
    passes: 1,
    position: Number.POSITIVE_INFINITY,
    exponent: fields.h.initial,
  };
}

/** The state that an address stands for; nonsense takes the initial value. */
export function readPlay(query: URLSearchParams): PlayState {
  const { e, at, step, passes, h } = readFields(fields, query);
  const known = e === presets[0].text && !query.has("at") ? startOf(presets[0]).leaves : at;
  return {
    text: e,
    leaves: known,
    passes,
    position: step < 0 ? Number.POSITIVE_INFINITY : step,
    exponent: h,
  };
}

/** The address of a state; that of a fresh page is empty. */
export function writePlay(state: PlayState): URLSearchParams {
  const query = writeFields(fields, {
    e: state.text,
    at: state.leaves,
    step: Number.isFinite(state.position) ? state.position : -1,
    passes: state.passes,
    h: state.exponent,
  });
  const usual = state.text === presets[0].text ? startOf(presets[0]).leaves : new Map<string, number>();
  const isUsual = [...state.leaves].every(([name, value]) => Object.is(value, usual.get(name) ?? usualLeaf));
  if (isUsual) query.delete("at");
  return query;
}
