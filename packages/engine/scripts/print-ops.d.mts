import type * as tools from "@outgrad/ops";

/** The generated files by path below src, from the ops in the order of their codes. */
export function printAll(ops: readonly tools.Op[], printers: typeof tools): Record<string, string>;
