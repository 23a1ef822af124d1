import { type Expression, noGrad } from "@outgrad/engine";
import { type Formula, partsOf, type Span } from "@outgrad/ops";
import { type Graph, trace, type Vertex } from "@outgrad/viz";
import { usualLeaf } from "./compile.ts";
import { slopesOf } from "./leaf-slopes.ts";
import { isNamedLeaf } from "./named-leaf.ts";
import { renumber } from "./renumber.ts";
import { replay } from "./replay.ts";

/** The numbers of the leaves, by name. */
export type Leaves = ReadonlyMap<string, number>;

/**
 * A computation with numbers in it, taken apart into what the screen shows. It comes from an expression or, as plain
 * data, from a program that ran somewhere else: panels need not know which.
 */
export interface Circuit {
  /** The named leaves that a person may change. */
  readonly leaves: Leaves;
  /** How often backward() was called since zeroGrad(). */
  readonly passes: number;
  /** All nodes with their values and local slopes. Their ids are their places: a recomputation keeps them. */
  readonly graph: Graph;
  /** The nodes of the tape, in the order of computation: all but the plain numbers; a result is never left out. */
  readonly tape: readonly Vertex[];
  /** The gradients of the named leaves after one backward pass from zero. */
  readonly slopes: Leaves;
  /** Where in the text each node comes from, by id; empty for a program. */
  readonly spans: ReadonlyMap<number, Span>;
  readonly result: number;
  /** The result for other numbers of the leaves; those that are not named keep theirs. No graph is made. */
  evaluate(leaves: Leaves): number;
  /** What it was computed by, if that is an expression: for its formulas. */
  readonly expression?: Expression;
}

/** The circuit of an expression. */
export interface ExpressionCircuit extends Circuit {
  readonly expression: Expression;
}

/** The numbers for an expression's names: those that are known, 1 for new ones. */
export function leavesFor({ names }: Expression, known: Leaves): Leaves {
  return new Map(names.map((name) => [name, known.get(name) ?? usualLeaf]));
}

/** Computes an expression and runs backward `passes` times. */
export function circuitOf(expression: Expression, leaves: Leaves, passes: number): ExpressionCircuit {
  const run = expression.run(Object.fromEntries(leaves));
  for (let pass = 0; pass < passes; pass++) run.result.backward();
  const { graph, ids } = renumber(trace(run.result));
  // What does not reach the result is computed too, and is not in the graph.
  const spans = new Map(
    [...run.spans].flatMap(([id, span]) => (ids.has(id) ? [[ids.get(id) as number, span]] : [])),
  );
  const replayed = once(() => replay(graph));
  // A replay is many times faster, but an expression that chooses may take another branch for other numbers.
  const chooses = expression.program.some(({ formula }) => hasChoice(formula));
  const evaluate = (other: Leaves) =>
    chooses ? noGrad(() => expression(Object.fromEntries([...leaves, ...other])).data) : replayed()(other);
  return circuitFrom(graph, { leaves, passes, spans, evaluate, expression });
}

function hasChoice(formula: Formula): boolean {
  return formula.kind === "choose" || partsOf(formula).some(hasChoice);
}

/** Takes a traced graph apart; other numbers are computed by replaying its tape with the op table. */
export function circuitOfGraph(traced: Graph, passes: number): Circuit {
  const { graph } = renumber(traced);
  const named = graph.nodes.filter(isNamedLeaf);
  const leaves = new Map(named.map(({ label, data }) => [label, data]));
  return circuitFrom(graph, { leaves, passes, spans: new Map(), evaluate: replay(graph) });
}

type Given = Pick<Circuit, "leaves" | "passes" | "spans" | "evaluate">;

function circuitFrom<G extends Given>(graph: Graph, given: G): Circuit & G {
  const root = graph.roots[0];
  const onTape = ({ id, isConstant }: Vertex) => !isConstant || id === root;
  const lazySlopes = once(() => slopesOf(graph, given.leaves));
  return {
    ...given,
    graph,
    tape: graph.nodes.filter(onTape),
    result: graph.nodes.find(({ id }) => id === root)?.data ?? Number.NaN,
    get slopes() {
      return lazySlopes();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
