/** `count` damaged files, each made of one of `files` by one to four mutations; the same for the same seed. */
export function mutants(
  files: readonly Uint8Array[],
  count: number,
  seed: number | string,
): Generator<Uint8Array, void, void>;
