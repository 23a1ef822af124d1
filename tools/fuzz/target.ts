/** Something that reads what strangers wrote: `fuzz/<name>.fuzz.ts` of a package or an app exports one, as `target`. */
export interface Target {
  /** How many damaged inputs of every million it gets. */
  readonly share: number;
  /** Inputs in order, which must be read: damage is done to these. */
  readonly corpus: readonly Uint8Array[];
  /** What the format is made of, and what breaks parsers of it. */
  readonly words: readonly (string | Uint8Array)[];
  /** Mends what would stop a reader early, such as a length; half of the inputs are mended. */
  mend?(input: Uint8Array): Uint8Array;
  /**
   * Reads an input; gives plain data, or throws. What it gives for a corpus file must always be the same. Checks of what
   * was read stand here too: they throw something that `refuses` does not take.
   */
  read(input: Uint8Array): unknown;
  /** Whether this error is one that is promised for a damaged input: a sentence of ours, not a slip from inside. */
  refuses(error: Error): boolean;
  /** The bytes that reading may allocate, garbage included, beyond twice the input. */
  readonly room: number;
  /** As often as this the input's own size may be allocated where that is not twice, for reasons that stand there. */
  readonly times?: number;
}
