/** Bounds of what a run gives back: kept by the worker, and by the page, which believes nothing. */
export const limits = {
  /** Lines that the code may log; later ones are dropped. */
  logs: 500,
  /** Characters of one log line or sentence. */
  text: 2_000,
  /** Values of the graph, and characters of each label. */
  nodes: 20_000,
  label: 200,
  /** Pictures shown, and characters of each. */
  shown: 20,
  picture: 1_000_000,
  /** Things that a report says of a text, of each kind, and values of its picture. */
  findings: 200,
  /** Numbers, texts and brackets in what the called function gave, over all calls. */
  data: 200_000,
  /** Levels of lists within lists there. */
  depth: 12,
} as const;

/** So much of a text counts as one number. */
export const charactersPerNumber = 16;

/** A text short enough to be shown. */
export function clip(text: string, most: number = limits.text): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
