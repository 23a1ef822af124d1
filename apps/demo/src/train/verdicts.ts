/** What a network with several scores says about one sample. */
export interface Verdict {
  /** The place of the sample in the test set. */
  readonly place: number;
  readonly said: number;
  readonly label: number;
  readonly right: boolean;
}

/** The verdict on every test sample: the largest score wins. */
export function verdicts(scores: readonly (readonly number[])[], labels: readonly number[]): Verdict[] {
  return scores.map((row, place) => {
    const said = row.reduce((best, score, i) => (score > (row[best] as number) ? i : best), 0);
    const label = labels[place] as number;
    return { place, said, label, right: said === label };
  });
}

/** What to show of a test set: the wrong ones first, then right ones, in the order of the set. */
export function worthShowing(all: readonly Verdict[], most: number): Verdict[] {
  const wrong = all.filter(({ right }) => !right);
  const right = all.filter((verdict) => verdict.right);
  return [...wrong, ...right].slice(0, most);
}
