import { format } from "../format.ts";
import { circuit } from "./state.ts";

/** The number that all of it computes. */
export function Result() {
  const { result } = circuit.value;
  return (
    <p class="result">
      Result <strong class={Number.isFinite(result) ? "data" : "bad"}>{format(result, 9)}</strong>
    </p>
  );
}
