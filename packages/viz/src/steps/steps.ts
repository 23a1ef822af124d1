import { type OpName, opOf } from "@outgrad/ops";
import type { Graph, Vertex } from "../graph/graph.js";
import { namesOf } from "../graph/names.js";
import { statementOf } from "../graph/statement.js";
import { nameIn } from "../graph/texts.js";
import { graphOf, type Source } from "../graph/trace.js";
import { type Flow, flowsOf, type Part } from "./flow.js";
import { lazily } from "./lazily.js";
import { asFormula, derivative, type Formulas, inRow, named, numbered, printed } from "./pieces.js";
import { sentenceOf } from "./sentence.js";
import { settled } from "./settled.js";

/** What one step of backward adds to the gradient of one input. */
export interface Contribution {
  /** The id of the input. */
  readonly input: number;
  /** Its name, as in sentences and formulas. */
  readonly label: string;
  /** Which argument of the op it is, from 0. */
  readonly index: number;
  /** The local slope: d(result)/d(input) of this op alone. */
  readonly slope: number;
  /** The input's gradient in this pass before this contribution: 0 if nothing had arrived. */
  readonly before: number;
  /** The upstream gradient times the local slope. */
  readonly added: number;
  /** before + added, with the engine's rounding. */
  readonly after: number;
  /** Whether something had arrived before, so that this is added to it: the input is used more than once. */
  readonly accumulates: boolean;
  readonly formula: {
    /** The chain rule: `dL/da = dL/de * de/da`; with `+=` where it accumulates. */
    readonly symbols: Formulas;
    /** The local slope in symbols and as a number: `de/da = b = -3`. */
    readonly local: Formulas;
    /** The chain rule in numbers: `(-2) * (-3) = 6`; `4 + (-2) * (-3) = 10` where it accumulates. */
    readonly numbers: Formulas;
  };
}

/** One application of the chain rule: a value passes its gradient on to its inputs. */
export interface Step {
  readonly id: number;
  readonly op: string;
  readonly opLabel: string;
  /** The name of the value, as in sentences and formulas. */
  readonly label: string;
  /** What made it: `e = a * b`. */
  readonly statement: Formulas;
  /** Its gradient: complete by now, in the engine's order. */
  readonly upstream: number;
  readonly contributions: readonly Contribution[];
  /** The step in words. */
  readonly sentence: string;
}

/**
 * Backward from a value, one local application of the chain rule after the other, in the engine's order: reverse
 * creation order, arguments from first to last. `before`, `added` and `after` are the engine's own sums, bit for
 * bit, of one pass that starts from zero; constants get nothing, and a value without inputs has no step.
 *
 * @throws TypeError for what is no value and no graph; Error for more than 5,000 values.
 */
export function steps(source: Source): Step[] {
  const graph = graphOf(source, mostSteps, "steps");
  const names = namesOf(graph);
  return flowsOf(graph).map((flow) => stepOf(flow, graph, names));
}

const mostSteps = 5000;

/** A step for people. Its texts and formulas are made when they are read: most of a large graph's never are. */
export function stepOf(flow: Flow, graph: Graph, names: ReadonlyMap<number, string>): Step {
  const { node, upstream, parts } = flow;
  const name = (id: number) => names.get(id) ?? "";
  const label = name(node.id);
  const contributions = parts.map((part): Contribution => {
    const formula = lazily(() => formulasOf(flow, part, graph, names));
    return {
      ...part,
      label: name(part.input),
      get formula() {
        return formula();
      },
    };
  });
  const statement = lazily(() =>
    asFormula(inRow(named(label), "=", printed(statementOf(node.op), nameIn(node, names)))),
  );
  const sentence = lazily(() => sentenceOf(node, upstream, parts, names));
  return {
    id: node.id,
    op: node.op,
    opLabel: node.opLabel,
    label,
    upstream,
    contributions,
    get statement() {
      return statement();
    },
    get sentence() {
      return sentence();
    },
  };
}

function formulasOf(
  { node, upstream }: Flow,
  { input, index, slope, before, after, accumulates }: Part,
  graph: Graph,
  names: ReadonlyMap<number, string>,
): Contribution["formula"] {
  const name = (id: number) => names.get(id) ?? "";
  const [label, inputName, root] = [name(node.id), name(input), name(graph.roots[0] as number)];
  const product = inRow(numbered(upstream, "grad", true), "*", numbered(slope, "slope", true));
  const sum = accumulates ? [numbered(before, "grad"), "+" as const, product] : [product];
  return {
    symbols: asFormula(
      inRow(
        derivative(root, inputName),
        accumulates ? "+=" : "=",
        derivative(root, label),
        "*",
        derivative(label, inputName),
      ),
    ),
    local: asFormula(
      inRow(derivative(label, inputName), "=", ...localRule(node, index, slope, graph, names)),
    ),
    numbers: asFormula(inRow(...sum, "=", numbered(after, "grad"))),
  };
}

/** The local slope in symbols and as a number; one that is a plain number already is said once. */
function localRule(
  node: Vertex,
  index: number,
  slope: number,
  graph: Graph,
  names: ReadonlyMap<number, string>,
) {
  const formula = opOf(node.op as OpName).partialFormulas[index];
  const value = numbered(slope, "slope");
  if (formula === undefined) return [value];
  const symbols = printed(settled(formula, node, graph), nameIn(node, names));
  return symbols.text === value.text ? [value] : [symbols, "=" as const, value];
}
