import type { Expression, Value } from "@outgrad/engine";
import { noGrad } from "@outgrad/engine";
import type { Span } from "@outgrad/ops";
import { type Graph, type Step, steps, trace, type Vertex } from "@outgrad/viz";
import { usualLeaf } from "./compile.ts";

/** The numbers of the leaves, by name. */
export type Leaves = ReadonlyMap<string, number>;

/** An expression with numbers in it: computed, differentiated, and taken apart into what the screen shows. */
export interface Circuit {
  readonly expression: Expression;
  readonly leaves: Leaves;
  /** How often backward() was called since zeroGrad(). */
  readonly passes: number;
  /** All nodes with their values, and their gradients after all passes. */
  readonly graph: Graph;
  /** The nodes of the tape, in the order of computation: all but the plain numbers; a result is never left out. */
  readonly tape: readonly Vertex[];
  /** The chain-rule steps of one backward pass. */
  readonly steps: readonly Step[];
  /** Where in the text each node comes from, by id. */
  readonly spans: ReadonlyMap<number, Span>;
  readonly result: number;
}

/** The numbers for an expression's names: those that are known, 1 for new ones. */
export function leavesFor({ names }: Expression, known: Leaves): Leaves {
  return new Map(names.map((name) => [name, known.get(name) ?? usualLeaf]));
}

/** Computes an expression and runs backward `passes` times. */
export function circuitOf(expression: Expression, leaves: Leaves, passes: number): Circuit {
  const { result, spans } = expression.run(Object.fromEntries(leaves));
  for (let pass = 0; pass < passes; pass++) result.backward();
  const graph = trace(result);
  return {
    expression,
    leaves,
    passes,
    graph,
    tape: graph.nodes.filter(({ id, isConstant }) => !isConstant || id === result.id),
    steps: steps(graph),
    spans,
    result: result.data,
  };
}

/** The result alone, for leaves a little different. */
export function resultAt(expression: Expression, leaves: Leaves): number {
  const result: Value = noGrad(() => expression(Object.fromEntries(leaves)));
  return result.data;
}
