import { useState } from "preact/hooks";
import { Segmented } from "../../ui/segmented.tsx";
import { mostOwnPoints } from "../own-points.ts";
import { config } from "../store.ts";
import { ownSamples, refusal, type Tool, tool } from "./edit-points.ts";
import { PasteDialog } from "./paste-dialog.tsx";

const texts: readonly (readonly [Tool, string])[] = [
  ["zero", "Add class 0"],
  ["one", "Add class 1"],
  ["delete", "Delete"],
  ["look", "Choose"],
];

/** What a click on the plane does to own points; for other data, the way to make them one's own. */
export function OwnTools() {
  const [pastes, setPastes] = useState(false);
  const { data, points } = config.value;
  const isOwn = data === "own";
  return (
    <div class="own-tools">
      {isOwn && (
        <Segmented
          class="small"
          label="A click on the plane"
          options={texts}
          value={tool.value}
          onChange={(next) => {
            tool.value = next;
          }}
        />
      )}
      <div class="row">
        {data !== "own" && data !== "lecture" && (
          <button type="button" class="button small" onClick={ownSamples}>
            Draw on these points
          </button>
        )}
        <button type="button" class="button small" onClick={() => setPastes(true)}>
          Paste CSV
        </button>
        {isOwn && (
          <span class="note">
            {points.length} of at most {mostOwnPoints} points, all in the link
          </span>
        )}
      </div>
      {refusal.value && (
        <p class="error" role="alert">
          {refusal.value}
        </p>
      )}
      <PasteDialog open={pastes} onClose={() => setPastes(false)} />
    </div>
  );
}
