import { pointed } from "./source.ts";
import { told } from "./told.ts";
import { trailOf } from "./trail.ts";

/** Where a NaN or an infinity was born and what it reaches; nothing while all is finite. */
export function TrailNote() {
  const trail = trailOf(told.value);
  if (!trail) return null;
  const point = () => {
    pointed.value = trail.cause;
  };
  return (
    <div class="error trail" data-trail>
      <p>
        <strong>{trail.birth}</strong> {trail.reach}
      </p>
      <button type="button" class="button" onClick={point}>
        Show where
      </button>
    </div>
  );
}
