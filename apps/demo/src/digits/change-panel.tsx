import { heatMaps } from "@outgrad/viz";
import { format } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Numbers, Picture } from "../ui/picture.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Term } from "../ui/term.tsx";
import type { Seen } from "./look.ts";
import { client, follow, picture, show } from "./store.ts";

const digits = Array.from({ length: 10 }, (_, digit) => [String(digit), String(digit)] as const);
const widest = 304;

/** What would have to change in the picture for it to be read as another digit. */
export function ChangePanel() {
  const { target } = picture.value;
  const seen = client.seen.value;
  return (
    <Panel title="What would have to change" class="change">
      <div class="setting">
        <span class="setting-name">To be read as a</span>
        <Segmented
          class="digit-choice"
          label="The digit that it is to be read as"
          options={digits}
          value={String(target)}
          onChange={(digit) => show({ target: Number(digit) })}
        />
      </div>
      {seen && (
        <>
          <Picture class="change-picture" draw={(width) => overlay(seen, Math.min(width, widest))} />
          <p class="note">
            Blue plus: more ink here makes a {target} likelier; orange minus: less. That is the negative{" "}
            <Term word="gradient">gradient</Term> of the <Term word="loss">loss</Term> with respect to the
            pixels. The loss of a {target} is <strong data-loss>{format(seen.loss, 3)}</strong>.
          </p>
          <div class="row">
            <button type="button" class="button" onClick={follow}>
              Follow it one step
            </button>
          </div>
          <Numbers drawing={overlay(seen, widest)} />
        </>
      )}
    </Panel>
  );
}

const overlay = ({ view, gradient }: Seen, width: number) =>
  heatMaps({
    title: `The picture, and where ink makes a ${view.target} likelier (+) or less likely (-)`,
    scale: "ink",
    rows: 8,
    columns: 8,
    most: 16,
    cell: Math.floor((width - 2) / 8),
    width,
    maps: [{ values: view.picture, marks: gradient.map((g) => -g) }],
  });
