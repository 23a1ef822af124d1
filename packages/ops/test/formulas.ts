import type { Formula } from "@outgrad/ops";
import fc from "fast-check";

const span = [0, 0] as const;

/** Any formula up to a depth, over a few names; numbers as the parser reads them, so none is negative. */
export function formulas({ choices }: { choices: boolean }): fc.Arbitrary<Formula> {
  const number = fc
    .oneof(fc.nat(20), fc.double({ min: 0, max: 1e30, noNaN: true, noDefaultInfinity: true }))
    .map((value): Formula => ({ kind: "number", value: Math.abs(value), span }));
  const name = fc
    .constantFrom("a", "b", "x1", "alpha")
    .map((name): Formula => ({ kind: "name", name, span }));
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      name,
      number,
      tie("formula").map((of): Formula => ({ kind: "negate", of, span })),
      fc
        .tuple(fc.constantFrom("+", "-", "*", "/"), tie("formula"), tie("formula"))
        .map(([operator, left, right]): Formula => ({ kind: "binary", operator, left, right, span })),
      fc
        .tuple(
          fc.constantFrom("exp", "log", "log1p", "expm1", "sqrt", "abs", "square", "reciprocal", "tanh"),
          tie("formula"),
        )
        .map(([name, of]): Formula => ({ kind: "call", name, args: [of], span })),
      fc
        .tuple(fc.constantFrom("pow", "max"), tie("formula"), tie("formula"))
        .map(([name, left, right]): Formula => ({ kind: "call", name, args: [left, right], span })),
      ...(choices
        ? [
            fc
              .tuple(
                fc.constantFrom("<", ">", "<=", ">=", "==", "!="),
                tie("formula"),
                tie("formula"),
                tie("formula"),
                tie("formula"),
              )
              .map(
                ([comparison, left, right, then, otherwise]): Formula => ({
                  kind: "choose",
                  comparison,
                  left,
                  right,
                  then,
                  otherwise,
                  span,
                }),
              ),
          ]
        : []),
    ),
  }));
  return formula;
}

/** The tree alone, to compare formulas read from different texts. */
export function withoutSpans(formula: Formula): unknown {
  return JSON.parse(JSON.stringify(formula, (key, value) => (key === "span" ? undefined : value)));
}
