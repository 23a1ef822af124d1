/** Runs expressions over columns of the numbers that names stand for: a column for each expression. */
export type Run = (
  functions: string,
  expressions: readonly string[],
  names: readonly string[],
  columns: readonly Float32Array[],
) => Promise<Float32Array[]>;
