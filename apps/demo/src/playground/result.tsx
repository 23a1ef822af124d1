import { format } from "../format.ts";
import { circuit } from "./source.ts";

/** The number that all of it computes. */
export function Result() {
  const { result } = circuit.value;
  return (
    <p class="result">
      Result <strong class={Number.isFinite(result) ? "data" : "bad"}>{format(result, 9)}</strong>
    </p>
  );
}
