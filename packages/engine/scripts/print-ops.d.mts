import type * as formulas from "@outgrad/ops";
import type * as float32 from "@outgrad/ops/intrinsics/float32";
import type { inFloat32 } from "@outgrad/ops/wasm";

type Tools = typeof formulas & { readonly float32: typeof float32; readonly inFloat32: typeof inFloat32 };

/** The generated files by path below src, from the ops in the order of their codes. */
export function printAll(ops: readonly formulas.Op[], tools: Tools): Record<string, string>;
