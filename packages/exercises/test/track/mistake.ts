type Change = readonly [from: string, to: string];

/** What is replaced in a solution, everywhere it occurs, and the code that has to name it. */
export interface Mistake {
  readonly code: string;
  readonly typescript?: Change;
  readonly python?: Change;
}

/** The mistakes of each exercise. */
export type Mistakes = Readonly<Record<string, readonly Mistake[]>>;

/** The same change in both languages. */
export const both = (code: string, from: string, to: string): Mistake => ({
  code,
  typescript: [from, to],
  python: [from, to],
});

export const each = (code: string, typescript: Change, python: Change): Mistake => ({
  code,
  typescript,
  python,
});

export const ts = (code: string, from: string, to: string): Mistake => ({ code, typescript: [from, to] });

export const py = (code: string, from: string, to: string): Mistake => ({ code, python: [from, to] });
