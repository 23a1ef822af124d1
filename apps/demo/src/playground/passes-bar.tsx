import { backwardAgain, passes, zeroGrad } from "./state.ts";

/** Calls of the engine that the story does not make by itself: backward() once more, and zeroGrad(). */
export function PassesBar() {
  const count = passes.value;
  return (
    <div class="row passes">
      <button type="button" class="button" onClick={backwardAgain}>
        {count === 0 ? "backward()" : "backward() again"}
      </button>
      <button type="button" class="button" onClick={zeroGrad}>
        zeroGrad()
      </button>
      <span class="note">
        {count === 0
          ? "All gradients are 0."
          : count === 1
            ? "backward() ran once."
            : `backward() ran ${count} times.`}
      </span>
    </div>
  );
}
