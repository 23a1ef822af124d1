import { useState } from "preact/hooks";
import { percent } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Slider } from "../ui/slider.tsx";
import { testCount } from "./address.ts";
import { Pad } from "./pad.tsx";
import { DigitPicture } from "./picture.tsx";
import { canUndo, clear, client, ink, label, picture, show, showTest, undo } from "./store.ts";
import { winner } from "./winner.ts";

/** The picture: drawn by hand, or one of those to test with; moved and made noisy. */
export function PicturePanel() {
  const [pen, setPen] = useState<"pen" | "eraser">("pen");
  const { drawn, test, fit } = picture.value;
  const known = label.value;
  return (
    <Panel
      title="The picture"
      class="drawing"
      tools={<span class="small muted">{whatItIs(drawn !== null, test, known)}</span>}
    >
      <div class="row">
        <Segmented
          label="What the pad draws with"
          options={[
            ["pen", "Pen"],
            ["eraser", "Eraser"],
          ]}
          value={pen}
          onChange={(name) => setPen(name)}
        />
        <button type="button" class="button" onClick={clear}>
          Clear
        </button>
        <button type="button" class="button" disabled={!canUndo.value} onClick={undo}>
          Undo
        </button>
      </div>
      <div class="pad-row">
        <Pad erases={pen === "eraser"}>
          <figure class="as-seen">
            <DigitPicture class="large" ink={ink.value} />
            <figcaption>
              <Reading />
              <p class="note">What the network gets: 8 × 8 pixels, each the ink in 4 × 4 cells, 0 to 16.</p>
            </figcaption>
          </figure>
        </Pad>
      </div>
      {drawn !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={fit}
            onChange={(event) => show({ fit: event.currentTarget.checked })}
          />
          As large as the pictures it learned from
        </label>
      )}
      <TestPicture />
      <Changes />
    </Panel>
  );
}

/** What it reads, where the answer would be out of sight. */
function Reading() {
  const probabilities = client.seen.value?.probabilities;
  if (!probabilities) return null;
  const said = winner(probabilities, 0);
  return (
    <p class="reading">
      It reads a <strong>{said}</strong>, {percent(probabilities[said] as number)} sure.
    </p>
  );
}

const whatItIs = (isDrawn: boolean, test: number, known: number | null): string => {
  if (isDrawn) return "A drawing";
  return known === null ? "…" : `Test picture ${test + 1} of ${testCount}: a ${known}`;
};

function TestPicture() {
  const { test } = picture.value;
  const go = (by: number) => showTest((test + by + testCount) % testCount);
  return (
    <div class="setting">
      <span class="setting-name">Pictures to test with</span>
      <div class="test-picture">
        <button type="button" class="button" aria-label="Previous test picture" onClick={() => go(-1)}>
          Previous
        </button>
        <button type="button" class="button" aria-label="Next test picture" onClick={() => go(1)}>
          Next
        </button>
      </div>
    </div>
  );
}

function Changes() {
  const { right, down, noise } = picture.value;
  return (
    <div class="changes">
      <Slider
        label="Move right"
        min={-16}
        max={16}
        step={1}
        value={right}
        text={cells(right)}
        onInput={(value) => show({ right: value })}
      />
      <Slider
        label="Move down"
        min={-16}
        max={16}
        step={1}
        value={down}
        text={cells(down)}
        onInput={(value) => show({ down: value })}
      />
      <Slider
        label="Noise"
        min={0}
        max={0.5}
        step={0.01}
        value={noise}
        text={`${percent(noise)} of the cells`}
        onInput={(value) => show({ noise: value })}
      />
    </div>
  );
}

const cells = (count: number): string =>
  `${String(count).replace("-", "−")} ${Math.abs(count) === 1 ? "cell" : "cells"}`;
