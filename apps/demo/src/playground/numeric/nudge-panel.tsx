import "../../styles/numeric.css";
import { format } from "../../format.ts";
import { announce } from "../../ui/live-region.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Slider } from "../../ui/slider.tsx";
import { Term } from "../../ui/term.tsx";
import { nudge, nudgeExponent } from "../nudge.ts";
import { circuit, setLeaves } from "../source.ts";
import { isLarge, studied } from "../studied.ts";
import { chosenLeaf } from "./chosen.ts";
import { look } from "./looking.ts";
import { useSlices } from "./slices.ts";
import { alongGradient, type Measured, measureAll, type SlopeRow } from "./slopes.ts";
import { agreement, errorText } from "./verdict.ts";

const rate = 0.01;

/** The gradient of every leaf beside what nudges of that leaf say: backward has nothing to hide. */
export function NudgePanel() {
  const exponent = nudgeExponent.value;
  const now = studied.value;
  const h = nudge.value;
  const rows = useSlices(() => measureAll(now, h), [now, h], isLarge(now)) ?? [];
  return (
    <Panel title={<Term word="nudge">Nudge check</Term>} class="nudge">
      <Slider
        label="Size of the nudge"
        min={1}
        max={16}
        step={1}
        value={-exponent}
        text={`h = 1e${exponent}`.replace("-", "−")}
        onInput={(value) => {
          nudgeExponent.value = -value;
        }}
      />
      <div class="scroll-x nudge-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Leaf</th>
              <th scope="col" class="num">
                (f(x + h) − f(x)) / h
              </th>
              <th scope="col" class="num">
                Gradient
              </th>
              <th scope="col" class="num">
                Rel. error
              </th>
              <th scope="col" class="num wide">
                Symmetric
              </th>
              <th scope="col" class="num wide">
                Richardson
              </th>
              <th scope="col" class="num wide">
                Complex
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.name} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        Relative errors; ✓ where less than 1e−5. Choose a leaf to see its errors over every h.
      </p>
      <div class="row">
        <span class="note">Move all leaves by {rate} times their gradient:</span>
        <button type="button" class="button" onClick={() => move(rate)}>
          Uphill
        </button>
        <button type="button" class="button" onClick={() => move(-rate)}>
          Downhill
        </button>
      </div>
    </Panel>
  );
}

function Row({ row: { name, grad, measured } }: { readonly row: SlopeRow }) {
  const isChosen = chosenLeaf.value === name;
  const choose = () => look({ leaf: name });
  return (
    <tr class={isChosen ? "chosen" : ""}>
      <th scope="row">
        <button type="button" class="leaf-choice" aria-pressed={isChosen} onClick={choose} onFocus={choose}>
          {name}
        </button>
      </th>
      <td class="num">{measured.forward ? format(measured.forward.slope, 10) : ""}</td>
      <td class="num grad">{format(grad)}</td>
      <ErrorCell measured={measured.forward} />
      <ErrorCell measured={measured.symmetric} isExtra />
      <ErrorCell measured={measured.richardson} isExtra />
      <ErrorCell measured={measured.complex} isExtra />
    </tr>
  );
}

interface ErrorCellProps {
  readonly measured: Measured | undefined;
  /** Shown where there is room; the chosen leaf has all of them below. */
  readonly isExtra?: boolean;
}

function ErrorCell({ measured, isExtra = false }: ErrorCellProps) {
  const error = measured?.error ?? Number.NaN;
  const judged = error < agreement ? "good" : error > 0.01 ? "bad" : "";
  return (
    <td class={`num ${judged} ${isExtra ? "wide" : ""}`}>
      {measured ? `${error < agreement ? "✓ " : ""}${errorText(error)}` : "–"}
    </td>
  );
}

function move(by: number): void {
  setLeaves(alongGradient(circuit.peek(), by));
  announce(`The result is now ${format(circuit.peek().result, 9)}.`);
}
