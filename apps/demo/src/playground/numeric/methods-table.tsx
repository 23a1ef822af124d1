import { format } from "../../format.ts";
import type { Word } from "../../ui/glossary.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Term } from "../../ui/term.tsx";
import { best, type LeafErrors } from "./error-curves.ts";
import { type Method, methods, type SlopeRow } from "./slopes.ts";
import { agreement, errorText } from "./verdict.ts";

interface Recipe {
  readonly formula: string;
  readonly curve: string;
  readonly word?: Word;
}

/** What each method computes, and what its curve is called. */
const recipes: Readonly<Record<Method, Recipe>> = {
  forward: { formula: "(f(x + h) − f(x)) / h", curve: "forward" },
  symmetric: { formula: "(f(x + h) − f(x − h)) / 2h", curve: "symmetric" },
  richardson: { formula: "h, h/2 and h/4 to the limit", curve: "Richardson", word: "richardson" },
  complex: { formula: "Im f(x + ih) / h", curve: "complex step", word: "complexStep" },
};

interface MethodsTableProps {
  readonly row: SlopeRow;
  /** The errors over all steps, when they are known. */
  readonly errors: LeafErrors | undefined;
}

/** One leaf's slope by every method, with all digits, and the gradient below them. */
export function MethodsTable({ row: { grad, measured }, errors }: MethodsTableProps) {
  return (
    <ScrollRegion label="Methods">
      <table class="methods">
        <thead>
          <tr>
            <th scope="col">Method</th>
            <th scope="col" class="num">
              Slope
            </th>
            <th scope="col" class="num">
              Rel. error
            </th>
            <th scope="col" class="num wide">
              Best h
            </th>
          </tr>
        </thead>
        <tbody>
          {methods.map((method) => {
            const found = measured[method];
            const { formula, curve, word } = recipes[method];
            const least = errors && best(errors, curve);
            return (
              <tr key={method}>
                <th scope="row">
                  <span class="method-name">{word ? <Term word={word}>{curve}</Term> : curve}</span>{" "}
                  <span class="method-formula">{formula}</span>
                </th>
                <td class="num">{found ? format(found.slope, 15) : "–"}</td>
                <td class={`num ${(found?.error ?? 1) < agreement ? "good" : ""}`}>
                  {found ? errorText(found.error) : "–"}
                </td>
                <td class="num wide">{least ? format(least.h) : "–"}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">
              <span class="method-name">gradient</span> <span class="method-formula">backward()</span>
            </th>
            <td class="num grad">{format(grad, 15)}</td>
            <td class="num" />
            <td class="num wide" />
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
