import { Segmented } from "../ui/segmented.tsx";
import { Term } from "../ui/term.tsx";
import { backwardAgain, order, passes, predict, refused, zeroGrad } from "./state.ts";

const orders = [
  ["topological", "Topological"],
  ["recursive", "Naive recursion"],
] as const;

/** How the story is told: in which order, how often, and whether numbers are asked for before they are shown. */
export function StoryBar() {
  const count = passes.value;
  return (
    <div class="story-bar">
      <div class="row">
        <span class="note" id="order-name">
          <Term word="order">Order</Term>
        </span>
        <Segmented label="Order of backward" options={orders} value={order.value} onChange={setOrder} />
      </div>
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

function setOrder(next: (typeof orders)[number][0]): void {
  order.value = next;
}

function passesText(count: number): string {
  if (count === 0) return "All gradients are 0.";
  if (count === 1) return "backward() ran once.";
  return (
    `backward() ran ${count} times without zeroGrad(): the leaves add up, on purpose. The nodes between start each pass ` +
    "from zero; kept from before, they would send old gradients down once more."
  );
}
