import { type Formula, mapParts, namesIn, partsOf } from "../formula/ast.js";
import { parseProgram } from "../formula/parse.js";
import { toText } from "../formula/to-text.js";
import type { Intrinsics } from "./intrinsic.js";

/** A program read: lines that name a formula, and the formula of the value. */
export interface Tight {
  readonly args: readonly string[];
  readonly lines: readonly { readonly name: string; readonly formula: Formula }[];
  readonly value: Formula;
}

interface Draft {
  args: readonly string[];
  lines: { name: string; formula: Formula }[];
}

/** A line of several programs becomes a function if its formula has that many parts. */
const worthSharing = 20;

const span = [0, 0] as const;

/**
 * Programs as less text that computes the same bits: a name that is read once gives way to its formula, the two lines of
 * split() to a call of leading(), and a long formula that several programs have becomes a function of its own, in `shared`.
 */
export function tighten(programs: Intrinsics): {
  functions: Record<string, Tight>;
  shared: Record<string, Tight>;
} {
  const drafts = Object.entries(programs).map(
    ([name, { args, program }]) =>
      [name, inlined(withLeading({ args, lines: [...parseProgram(program)] }))] as const,
  );
  const shared: Record<string, Tight> = {};
  for (let found = mostShared(drafts); found !== null; found = mostShared(drafts)) {
    const args = [...namesIn(found)];
    const name = `shared${Object.keys(shared).length + 1}`;
    shared[name] = { args, lines: [], value: found };
    const text = toText(found);
    const call = (part: Formula): Formula => {
      if (toText(part) !== text) return mapParts(part, call);
      return { kind: "call", name, args: args.map((arg) => ({ kind: "name", name: arg, span })), span };
    };
    for (const [, { lines }] of drafts) for (const line of lines) line.formula = call(line.formula);
  }
  const functions = drafts.map(([name, { args, lines }]) => {
    const { formula } = lines.at(-1) as Draft["lines"][number];
    return [name, { args, lines: lines.slice(0, -1), value: formula }] as const;
  });
  return { functions: Object.fromEntries(functions), shared };
}

/** Puts calls of leading() in the place of what split() wrote. */
function withLeading({ args, lines }: Draft): Draft {
  const shifts = new Set<string>();
  const found = lines.flatMap(({ name, formula }) => {
    if (formula.kind === "binary" && formula.right.kind === "number" && formula.right.value === 134217729) {
      shifts.add(name);
      return [];
    }
    if (formula.kind !== "binary" || formula.left.kind !== "name" || !shifts.has(formula.left.name))
      return [{ name, formula }];
    const whole = formula.right as Formula & { kind: "binary" };
    return [{ name, formula: { kind: "call", name: "leading", args: [whole.right], span } as const }];
  });
  return { args, lines: found };
}

/** Without the names that are read at most once. */
function inlined({ args, lines }: Draft): Draft {
  const left = [...lines];
  for (let i = 0; i < left.length - 1; ) {
    const { name, formula } = left[i] as Draft["lines"][number];
    const uses = left.reduce((sum, line) => sum + readsOf(line.formula, name), 0);
    if (uses > 1 && formula.kind !== "number" && formula.kind !== "name") {
      i++;
      continue;
    }
    left.splice(i, 1);
    for (const line of left) line.formula = replaced(line.formula, name, formula);
    i = 0;
  }
  return { args, lines: left };
}

/** The formula whose sharing saves most, null if there is none. */
function mostShared(drafts: readonly (readonly [string, Draft])[]): Formula | null {
  const counts = new Map<string, { formula: Formula; size: number; count: number }>();
  const visit = (formula: Formula): void => {
    const size = sizeOf(formula);
    if (size < worthSharing || namesIn(formula).size > 3) {
      partsOf(formula).forEach(visit);
      return;
    }
    const text = toText(formula);
    const known = counts.get(text);
    if (known) known.count++;
    else counts.set(text, { formula, size, count: 1 });
    partsOf(formula).forEach(visit);
  };
  for (const [, { lines }] of drafts) for (const { formula } of lines) visit(formula);
  const worth = ({ size, count }: { size: number; count: number }) => (count - 1) * size;
  const [best] = [...counts.values()].sort((a, b) => worth(b) - worth(a));
  return best && worth(best) > 0 ? best.formula : null;
}

const sizeOf = (formula: Formula): number => partsOf(formula).reduce((size, part) => size + sizeOf(part), 1);

const readsOf = (formula: Formula, name: string): number =>
  formula.kind === "name"
    ? Number(formula.name === name)
    : partsOf(formula).reduce((count, part) => count + readsOf(part, name), 0);

function replaced(formula: Formula, name: string, by: Formula): Formula {
  if (formula.kind === "name" && formula.name === name) return by;
  return mapParts(formula, (part) => replaced(part, name, by));
}
