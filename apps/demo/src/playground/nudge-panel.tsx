import { format } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Slider } from "../ui/slider.tsx";
import { Term } from "../ui/term.tsx";
import { alongGradient, nudgeTable } from "./nudge.ts";
import { circuit, nudgeExponent, setLeaves } from "./state.ts";

const rate = 0.01;

/** The gradient of every leaf beside what a nudge of that leaf does: backward has nothing to hide. */
export function NudgePanel() {
  const exponent = nudgeExponent.value;
  const h = Number(`1e${exponent}`);
  const text = `h = 1e${exponent}`.replace("-", "−");
  const rows = nudgeTable(circuit.value, h);
  const move = (by: number) => setLeaves(alongGradient(circuit.peek(), by));
  return (
    <Panel title={<Term word="nudge">Nudge check</Term>} class="nudge">
      <Slider
        label="Size of the nudge"
        min={1}
        max={16}
        step={1}
        value={-exponent}
        text={text}
        onInput={(value) => {
          nudgeExponent.value = -value;
        }}
      />
      <div class="scroll-x">
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
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, slope, grad, error }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="num">{format(slope, 12)}</td>
                <td class="num grad">{format(grad)}</td>
                <td class={`num ${error < 1e-5 ? "good" : error > 0.01 ? "bad" : ""}`}>
                  {error < 1e-5 ? "✓ " : ""}
                  {format(error, 2)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
