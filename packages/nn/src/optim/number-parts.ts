import { type Assignment, callsIn, type Formula, mapParts, namesIn, partsOf, toFunction } from "@outgrad/ops";

/** Lines in which each part of numbers alone has become a name, and how those numbers are computed. */
export interface NumberParts {
  readonly lines: readonly Assignment[];
  /** The numbers with those that are computed from them. */
  readonly complete: (numbers: Readonly<Record<string, number>>) => Record<string, number>;
}

/**
 * Takes the arithmetic of numbers alone out of lines. A GPU computes singles, in which 1 - 0.999 is off by 1e-5 of itself:
 * so it is done here, once, in doubles.
 */
export function numberParts(lines: readonly Assignment[], names: readonly string[]): NumberParts {
  const taken = new Map<string, (...values: number[]) => number>();
  const isNumber = (formula: Formula): boolean =>
    callsIn(formula).size === 0 && [...namesIn(formula)].every((name) => names.includes(name));
  const take = (formula: Formula): Formula => {
    if (partsOf(formula).length === 0) return formula;
    // A choice stays as it is.
    if (!isNumber(formula)) return formula.kind === "choose" ? formula : mapParts(formula, take);
    const name = `part${taken.size}`;
    taken.set(name, toFunction(formula, names, {}));
    return { kind: "name", name, span: formula.span };
  };
  const rest = lines.map((line) => ({ ...line, formula: take(line.formula) }));
  return {
    lines: rest,
    complete(numbers) {
      const values = names.map((name) => numbers[name] as number);
      return { ...numbers, ...Object.fromEntries([...taken].map(([name, f]) => [name, f(...values)])) };
    },
  };
}
