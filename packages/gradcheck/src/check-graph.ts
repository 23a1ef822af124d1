import { type Blind, type Edge, Referee, type Values } from "./edge.js";
import { type GraphNode, named, type Use, usesOf } from "./graph.js";
import type { Doubt, Tolerance, Verdict } from "./verdict.js";

/** How strictly to check, and what ops outside the op table compute. */
export interface GraphOptions extends Tolerance {
  /** Values of ops that are not in the table, by name: functions of the inputs, then the parameters. */
  readonly values?: Values;
}

/**
 * The op that a check of a graph blames. Where a node goes into several results, `why` names them all; the op is the
 * one that is not seen to be right elsewhere.
 */
export interface Guilty {
  /** What of it is wrong: its value, or the gradient that it hands to an input. */
  readonly what: "value" | "gradient";
  readonly op: string;
  /** The label of its result. */
  readonly label: string;
  /** The numbers that it was applied to. */
  readonly inputs: readonly number[];
  /** The number in the graph. */
  readonly seen: number;
  /** What it should be. */
  readonly wanted: number;
  /** The whole story in one sentence. */
  readonly why: string;
}

/** The check of a graph. Printed, it is one line, and one more for everything that could not be checked. */
export interface GraphReport {
  /** WRONG if anything is; OK only if everything was compared. */
  readonly verdict: Verdict;
  /** The first op, from the inputs for values and from the root for gradients, that is wrong. */
  readonly guilty?: Guilty;
  /** How many values and gradients were compared. */
  readonly checked: number;
  /** Ops that nothing is known of: not in the table, and not in `values`. */
  readonly unknown: readonly string[];
  /** What was not compared for another reason, each once. */
  readonly doubts: readonly { readonly kind: Doubt; readonly why: string }[];
  toString(): string;
}

/**
 * Checks a graph after `root.backward()`: every value against its op's formula, every gradient against the chain rule
 * with local slopes of its own, by complex step of the formula, or by differences for ops given in `values`. Nothing of
 * the engine is used but what the nodes show: `op`, `inputs`, `params`, `data` and `grad`.
 *
 * The gradient of a node has to be the sum, over its uses, of the result's gradient times the slope. So the blame stays
 * where the mistake is and does not spread to what came of it. Root's own gradient has to be 1. Leaves add up
 * the gradients of all passes: call `zeroGrad()` before `backward()`. CAN'T TELL if all that could be compared agrees but
 * something could not: a kink, a number that is not finite, an op that is not known.
 *
 * @throws Error for a graph with a cycle.
 */
export function checkGraph(root: GraphNode, options: GraphOptions = {}): GraphReport {
  const uses = usesOf(root);
  const referee = new Referee(options.values ?? {});
  const blinds = new Map<string, Blind["kind"]>();
  let checked = 0;
  const done = (guilty?: Guilty) => report(checked, blinds, guilty);

  for (const node of uses.keys()) {
    if (node.inputs.length === 0) continue;
    const wanted = referee.valueOf(node);
    if (wanted === undefined) {
      blinds.set(node.op, "unknown");
      continue;
    }
    checked++;
    if (Number.isNaN(wanted) && Number.isNaN(node.data)) blinds.set(`${named(node)} is NaN`, "non-finite");
    else if (!agrees(node.data, wanted, 0, options)) {
      const why = `the value of ${named(node)} should be ${wanted}, is ${node.data}`;
      return done({ what: "value", ...about(node), seen: node.data, wanted, why });
    }
  }

  const right = new Set<string>();
  const wrong: { readonly node: GraphNode; readonly edges: readonly Edge[]; readonly wanted: number }[] = [];
  for (const node of [...uses.keys()].toReversed()) {
    if (isConstant(node)) continue;
    const edges = (uses.get(node) as Use[]).map((use) => referee.edgeOf(use));
    const seen = edges.filter((edge) => "share" in edge);
    for (const edge of edges) if ("why" in edge) blinds.set(edge.why, edge.kind);
    if (seen.length < edges.length) continue;
    const wanted = seen.reduce((sum, { share }) => sum + share, node === root ? 1 : 0);
    const error = seen.reduce((sum, edge) => sum + edge.error, 0);
    checked++;
    if (agrees(node.grad, wanted, error, options)) {
      if (seen.length === 1 && wanted !== 0) right.add(kindOf(seen[0] as Edge));
      continue;
    }
    const doubt = seen.map((edge) => referee.doubtOf(edge)).find((doubt) => doubt !== undefined);
    if (doubt) blinds.set(doubt.why, doubt.kind);
    else wrong.push({ node, edges: seen, wanted });
  }
  const [first] = wrong;
  return done(first && blame(first.node, first.edges, first.wanted, right, options));
}

/** A plain number in a formula: engines that tell leave it without a gradient. */
function isConstant({ inputs, hasGrad, grad, label }: GraphNode): boolean {
  return inputs.length === 0 && hasGrad === false && grad === 0 && !label;
}

function agrees(
  seen: number,
  wanted: number,
  error: number,
  { relative = 1e-9, absolute = 0 }: Tolerance,
): boolean {
  const limit = Math.max(error, relative * Math.abs(wanted), absolute);
  return Object.is(seen, wanted) || Math.abs(seen - wanted) <= limit;
}

const about = ({ op, label = "", inputs }: GraphNode) => ({
  op,
  label,
  inputs: inputs.map(({ data }) => data),
});

/** An op and one of its inputs: the local derivative that an edge stands for. */
const kindOf = ({ use: { by, index } }: Edge): string => `${by.op} ${index}`;

/** Which of the results that a node went into handed it a wrong gradient. */
function blame(
  node: GraphNode,
  edges: readonly Edge[],
  wanted: number,
  right: ReadonlySet<string>,
  options: Tolerance,
): Guilty {
  const seen = node.grad;
  const story = `the gradient of ${named(node)} should be ${wanted}, is ${seen}`;
  const guilty = { what: "gradient", seen, wanted } as const;
  if (edges.length === 0) {
    return { ...guilty, ...about(node), why: `${story}: has backward() run from here?` };
  }

  const matches = (share: number) => agrees(seen, share, 0, options);
  const only = edges.find(({ share }) => share !== 0 && matches(share));
  // Where several ops meet, one that hands on the right gradient elsewhere, or nothing, is hardly to blame.
  const open = edges.filter((edge) => !right.has(kindOf(edge)));
  const suspect = only ?? open.find(({ share }) => share !== 0) ?? open[0] ?? (edges[0] as Edge);
  const times = Math.round(seen / wanted);
  const sources = few(
    edges.map(({ use }) => named(use.by)),
    " and ",
  );
  const from = `${story}; it comes from ${sources}`;
  const why = only
    ? `${from}, and only one share arrived: the gradients of a node that is used ${edges.length} times must add up`
    : node.inputs.length === 0 && times > 1 && matches(times * wanted)
      ? `${from}, ${times} times over: has backward() run ${times} times since zeroGrad()?`
      : from;
  return { ...guilty, ...about(suspect.use.by), why };
}

function report(checked: number, blinds: ReadonlyMap<string, Blind["kind"]>, guilty?: Guilty): GraphReport {
  const verdict = guilty ? "WRONG" : blinds.size === 0 ? "OK" : "CAN'T TELL";
  const unknown = [...blinds].filter(([, kind]) => kind === "unknown").map(([op]) => op);
  const doubts = [...blinds].flatMap(([why, kind]) => (kind === "unknown" ? [] : [{ kind, why }]));
  const lines = [
    guilty ? `WRONG! ${guilty.why}` : `${verdict}: ${checked} values and gradients agree`,
    ...unknown.map((op) => `not checked: ${op} is not in the op table; give its value in options.values`),
    ...(doubts.length > 0
      ? [
          few(
            doubts.map(({ why }) => `not checked: ${why}`),
            "\n",
          ),
        ]
      : []),
  ];
  return { verdict, checked, unknown, doubts, toString: () => lines.join("\n"), ...(guilty && { guilty }) };
}

/** The first of the items, and how many there are besides. */
function few(items: readonly string[], separator: string): string {
  const shown = items.slice(0, 5).join(separator);
  return items.length > 5 ? `${shown}${separator}${items.length - 5} more` : shown;
}
