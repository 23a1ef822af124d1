import type { Finding } from "@outgrad/exercises";
import { ladderOf } from "@outgrad/exercises/catalogue";
import { useState } from "preact/hooks";
import { language } from "./store.ts";
import { Inline } from "./text/markdown.tsx";

/** What helps with one finding, a little more each time that it is asked for. */
export function FindingHints({ finding }: { readonly finding: Finding }) {
  const [count, setCount] = useState(0);
  const hints = ladderOf(finding, language.value);
  if (hints.length === 0) return null;
  return (
    <>
      <ul class="findings" aria-live="polite">
        {hints.slice(0, count).map((hint) => (
          <li key={hint}>
            <Inline text={hint} />
          </li>
        ))}
      </ul>
      {count < hints.length && (
        <button type="button" class="small-link" onClick={() => setCount(count + 1)}>
          {count === 0 ? "A hint about this" : "More"}
        </button>
      )}
    </>
  );
}
