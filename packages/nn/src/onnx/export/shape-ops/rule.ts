import type { OptionsOf, ShapeOpName } from "@outgrad/engine/backend";
import type { Graph } from "../graph.js";
import type { Merged, Size } from "../size.js";

/** An op on shapes as it is to be written. */
export interface Call<Options> {
  /** The names of its inputs; indices that are computed come last. */
  readonly inputs: readonly string[];
  readonly shapes: readonly (readonly Size[])[];
  /** The result's shape. */
  readonly shape: readonly Size[];
  readonly options: Merged<Options>;
}

/** Writes an op on shapes as nodes; gives the name of the result. */
export type Rule<Options> = (graph: Graph, call: Call<Options>) => string;

/** Rules for some of the ops on shapes. */
export type Rules = { readonly [Name in ShapeOpName]?: Rule<OptionsOf<Name>> };
