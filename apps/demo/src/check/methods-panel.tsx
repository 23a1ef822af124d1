import { format } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { Term } from "../ui/term.tsx";
import type { InputReport, Slopes } from "./inside/report.ts";
import { report } from "./store.ts";
import { errorText } from "./words.ts";

/** The methods, and what they do. */
const methods: readonly (readonly [key: keyof Slopes, name: string, recipe: string])[] = [
  ["forward", "forward", "(f(x+h) − f(x)) / h"],
  ["symmetric", "symmetric", "(f(x+h) − f(x−h)) / 2h"],
  ["fivePoint", "five-point", "four values of f"],
  ["richardson", "Richardson", "h, h/2, h/4 to the limit"],
  ["ridders", "Ridders", "its own steps, with an error bar"],
  ["complex", "complex step", "Im f(x+ih) / h"],
];

/** Every input's slope by every method beside the gradient. */
export function MethodsPanel() {
  const seen = report.value;
  return (
    <Panel title="Every method, side by side" class="check-methods">
      {seen && (
        <ScrollRegion label="Slopes by every method">
          <table>
            <thead>
              <tr>
                <th scope="col">Method</th>
                {seen.inputs.map(({ name }) => (
                  <>
                    <th key={name} scope="col" class="num">
                      ∂f/∂{name}
                    </th>
                    <th scope="col" class="num">
                      rel. error
                    </th>
                  </>
                ))}
              </tr>
            </thead>
            <tbody>
              {methods.map(([key, name, recipe]) => (
                <tr key={key} data-method={key}>
                  <th scope="row">
                    <span class="method-name">{name}</span> <span class="method-formula">{recipe}</span>
                  </th>
                  {seen.inputs.map((input) => (
                    <SlopeCells key={input.name} input={input} slope={input.slopes[key]} by={key} />
                  ))}
                </tr>
              ))}
              <GradientRow name="backward()" of="engine" inputs={seen.inputs} />
              <GradientRow name="by hand" of="own" inputs={seen.inputs} />
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <p class="note">
        Errors are relative to the <Term word="complexStep">complex step</Term> where there is one, else to
        Ridders’.
      </p>
    </Panel>
  );
}

interface GradientRowProps {
  readonly name: string;
  readonly of: "engine" | "own";
  readonly inputs: readonly InputReport[];
}

function GradientRow({ name, of, inputs }: GradientRowProps) {
  if (inputs.every((input) => input[of] === null)) return null;
  return (
    <tr class="gradient-row" data-method={of}>
      <th scope="row">
        <span class="method-name">{name}</span>
      </th>
      {inputs.map((input) => (
        <SlopeCells key={input.name} input={input} slope={input[of]?.gradient ?? null} />
      ))}
    </tr>
  );
}

interface SlopeCellsProps {
  readonly input: InputReport;
  readonly slope: number | null;
  /** What made it; "ridders" has an error bar, and what errors are relative to has none itself. */
  readonly by?: keyof Slopes;
}

function SlopeCells({ input: { slopes }, slope, by }: SlopeCellsProps) {
  const reference = slopes.complex ?? slopes.ridders;
  const isReference = by === (slopes.complex === null ? "ridders" : "complex");
  const difference = Math.abs((slope ?? 0) - reference);
  const error = difference === 0 ? 0 : difference / Math.abs(reference);
  return (
    <>
      <td class="num">
        {slope === null ? "–" : format(slope, 10)}
        {by === "ridders" && ` ± ${format(slopes.bar, 1)}`}
      </td>
      <td class="num">{slope === null || isReference ? "–" : errorText(error)}</td>
    </>
  );
}
