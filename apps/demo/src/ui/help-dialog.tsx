import { signal } from "@preact/signals";
import { Dialog } from "./dialog.tsx";

export const helpOpen = signal(false);

const shortcuts: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["]"], "one step on: the next value, then the next chain-rule step"],
  [["["], "one step back"],
  [["Home", "End"], "first and last step, when the graph or the scrubber has the focus"],
  [["P"], "play and pause; on Speed and GPU: measure and cancel"],
  [["E"], "in the train lab: one epoch"],
  [["U"], "in the train lab: one update"],
  [["S"], "in the train lab: the next of forward, backward, update, zero"],
  [["Enter"], "on the train lab's plane: choose a sample, or add an own point where the cross is"],
  [["←", "→"], "in the graph: to the inputs, to the nodes that use this one"],
  [["↑", "↓"], "in the graph: to the card above, below"],
  [["←", "↑"], "on the point in the picture of the gradient: move its leaf, or its two leaves"],
  [["Shift", "←"], "on a slider, and on that point: ten steps at once"],
  [
    ["Space"],
    "on the drawing grid: the pen goes down, and up; the arrows move it, with Shift by a single cell",
  ],
  [["Delete"], "on the drawing grid: clear it; on the plane: delete the nearest own point"],
  [["Ctrl", "Z"], "on the drawing grid: take the last stroke back"],
  [["Ctrl", "Enter"], "in an editor of code: run or check it; Tab leads out of the editor"],
  [["Alt", "H"], "in an exercise: the next hint"],
  [["Alt", "N"], "in an exercise: on to the next one"],
  [["Esc"], "put an explanation or a dialog away"],
  [["?"], "this list"],
];

/** The keys that the page understands. */
export function HelpDialog() {
  return (
    <Dialog title="Keys" open={helpOpen.value} onClose={() => (helpOpen.value = false)}>
      <table>
        <tbody>
          {shortcuts.map(([keys, what]) => (
            <tr key={what}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td style={{ whiteSpace: "normal" }}>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
