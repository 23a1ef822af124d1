import { passes } from "./state.ts";
import { predict } from "./telling.ts";
import { backwardAgain, refused, zeroGrad } from "./told.ts";

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
        Predict each number first
      </label>
      <div class="row passes">
        <button type="button" class="button" onClick={backwardAgain}>
          {count === 0 ? "backward()" : "backward() again"}
        </button>
        <button type="button" class="button" onClick={zeroGrad}>
          zeroGrad()
        </button>
        <span class="note" data-passes>
          {passesText(count)}
        </span>
      </div>
      {refused.value && <p class="note warn">{refused.value}</p>}
    </div>
  );
}

function passesText(count: number): string {
  if (count === 0) return "All gradients are 0.";
  if (count === 1) return "backward() ran once.";
  return (
    `backward() ran ${count} times without zeroGrad(): the leaves add up, on purpose. The nodes between start each pass ` +
    "from zero; kept from before, they would send old gradients down once more."
  );
}
