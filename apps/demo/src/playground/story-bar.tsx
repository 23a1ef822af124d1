import { passesText } from "./passes-text.ts";
import { passes } from "./source.ts";
import { predict } from "./telling.ts";
import { backwardAgain, refused, told, zeroGrad } from "./told.ts";

/** How often backward ran, and whether numbers are asked for before they are shown. */
export function StoryBar() {
  const count = passes.value;
  return (
    <div class="story-bar">
      <label class="check">
        <input
          type="checkbox"
          checked={predict.value}
          onChange={(event) => {
            predict.value = event.currentTarget.checked;
          }}
        />
        Predict each gradient first
      </label>
      <div class="row passes">
        <button type="button" class="button" onClick={backwardAgain}>
          {count === 0 ? "backward()" : "backward() again"}
        </button>
        <button type="button" class="button" onClick={zeroGrad}>
          zeroGrad()
        </button>
        <span class="note" data-passes>
          {passesText(told.value)}
        </span>
      </div>
      {refused.value && <p class="note warn">{refused.value}</p>}
    </div>
  );
}
