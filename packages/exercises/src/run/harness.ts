import type { Language } from "../finding.js";
import { commonHarness, sources } from "../generated/track.js";
import type { InBoth } from "../track/exercise.js";

/**
 * What stands after a learner's text while its functions are tried: functions, named `outgrad_...`, that take plain
 * numbers, call the learner's code with them and give plain numbers back. Empty where the learner's functions take and
 * give such things themselves.
 */
export function harnessOf(ids: readonly string[], language: Language): string {
  const own = ids.flatMap(
    (id) => (sources as Readonly<Record<string, { harness?: InBoth }>>)[id]?.harness?.[language] ?? [],
  );
  return own.length === 0 ? "" : [commonHarness[language], ...own].join("\n");
}
