/** A ready expression with the numbers of its leaves, and what to look for in it. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly leaves: Readonly<Record<string, number>>;
  readonly lesson: string;
}
