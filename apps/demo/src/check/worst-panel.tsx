import { Seed } from "../lab/seed.tsx";
import { Panel } from "../ui/panel.tsx";
import { Term } from "../ui/term.tsx";
import type { Found } from "./inside/report.ts";
import { cancelSearch, rounds, search, searchFailure, searching, searchWorst } from "./searching.ts";
import { check, config, report, set, subject } from "./store.ts";
import { foundInWords, pointText } from "./words.ts";

/** Looks for the input at which the gradient is worst, and for kinks. */
export function WorstPanel() {
  const seen = report.value;
  const names = seen?.names ?? [];
  const busy = searching.value;
  return (
    <Panel title="The worst input" class="check-worst">
      <p class="note">
        Starts at the numbers that people trip over and at random ones, and climbs to larger errors.
      </p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled={busy || !seen}
          onClick={() => !busy && seen && searchWorst(subject.peek(), names, config.peek().seed)}
        >
          Search
        </button>
        <button type="button" class="button" aria-disabled={!busy} onClick={() => busy && cancelSearch()}>
          Cancel
        </button>
        <progress max={rounds} value={search.value?.round ?? 0} aria-label="Search" />
      </div>
      <Seed label="Seed" value={config.value.seed} onChange={(seed) => set({ seed })} />
      {searchFailure.value && <p class="error">{searchFailure.value}</p>}
      <Result names={names} />
    </Panel>
  );
}

function Result({ names }: { readonly names: readonly string[] }) {
  const found = search.value;
  if (!found || found.round === 0) return null;
  return (
    <div class="search-result" data-search>
      <p>
        {found.worst ? foundInWords(found.worst, names) : "Nowhere has f a slope to compare with."}{" "}
        <span class="note">{found.tried} inputs tried.</span>
      </p>
      {found.worst && <Go to={found.worst} names={names} />}
      {found.kinks.length > 0 && (
        <>
          <h3>
            <Term word="kink">Kinks</Term>
          </h3>
          <ul class="kinks">
            {found.kinks.map((kink) => (
              <li key={kink.x.join()}>
                <span>
                  {pointText(kink.x, names)}: {kink.why.replace(/^kink: /, "").replaceAll("-", "−")}
                </span>
                <Go to={kink} names={names} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Go({ to: { x }, names }: { readonly to: Found; readonly names: readonly string[] }) {
  return (
    <button
      type="button"
      class="button"
      aria-label={`Go there: ${pointText(x, names)}`}
      onClick={() => check({ x })}
    >
      Go there
    </button>
  );
}
