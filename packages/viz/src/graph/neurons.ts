import type { Graph, Vertex } from "./graph.js";
import { placesOf } from "./places.js";

/** A neuron in a graph of values, all by their place in `graph.nodes`. */
export interface Neuron {
  /** From the labels of its parameters: "l1.n2"; "" if they do not say. */
  readonly owner: string;
  /** Its products, sums and activation, in the order of creation; no parameters. */
  readonly members: readonly number[];
  /** The weights and the bias. */
  readonly parameters: readonly number[];
  readonly hasBias: boolean;
  /** The value after the activation, which is the last member. */
  readonly output: number;
  /** The op of the activation; "" for none. */
  readonly activation: string;
}

/** What a value contributes to a weighted sum. */
interface Term {
  readonly owner: string | undefined;
  /** How many products it adds up. */
  readonly products: number;
  readonly bias: number | undefined;
  /** The weight, if it is a product. */
  readonly weight: number | undefined;
}

const labelOfWeight = /^(?:(.*)\.)?w\d*$/s;
const labelOfBias = /^(?:(.*)\.)?b(?:ias)?\d*$/s;

/** Ops of one argument that are steps of a calculation rather than activations. */
const steps = new Set(["neg", "exp", "log", "sqrt", "square", "abs", "reciprocal", "log1p", "expm1"]);

/**
 * The neurons of a graph: sums of products of a weight and an input, with a bias or none, then an op of one argument
 * or none. Parameters are known by the labels of `@outgrad/nn`, `l0.n1.w0` and `l0.n1.b`; without these, a neuron is
 * at least two such terms, and a leaf is taken for the weight.
 */
export function neuronsOf({ nodes, roots }: Graph): Neuron[] {
  const place = placesOf(nodes);
  const at = (id: number) => place.get(id) as number;
  const uses = new Int32Array(nodes.length);
  for (const id of roots) uses[at(id)] = 2;
  for (const { inputs } of nodes) for (const { id } of inputs) uses[at(id)] = (uses[at(id)] as number) + 1;

  const terms: (Term | undefined)[] = [];
  /** What goes on with a sum, by its place. */
  const next = new Int32Array(nodes.length).fill(-1);
  const open = (v: number) => (uses[v] === 1 ? terms[v] : undefined);
  const part = (v: number) => open(v) ?? biasTerm(v, nodes[v] as Vertex);
  for (const [v, node] of nodes.entries()) {
    const inputs = node.inputs.map(({ id }) => at(id));
    const [a = 0, b = 0] = inputs;
    if (node.op === "mul") terms[v] = product(nodes, a, b);
    if (node.op !== "add") continue;
    terms[v] = together(part(a), part(b));
    if (terms[v] === undefined) continue;
    for (const u of inputs) if (open(u) !== undefined) next[u] = v;
  }
  for (const [v, { op, inputs }] of nodes.entries()) {
    const u = inputs.length === 1 ? at((inputs[0] as { id: number }).id) : -1;
    if (u >= 0 && !steps.has(op) && open(u) !== undefined) next[u] = v;
  }
  return nodes.flatMap((_, v) => {
    const term = terms[v];
    if (term === undefined || !isNeuron(term)) return [];
    const after = next[v] as number;
    if (after >= 0 && terms[after] !== undefined) return [];
    return [collect(nodes, at, terms, next, v, term, after)];
  });
}

function product(nodes: readonly Vertex[], a: number, b: number): Term | undefined {
  const owners = [a, b].map((v) => ownerBy(labelOfWeight, nodes[v] as Vertex));
  const [first, second] = owners;
  if (first !== undefined && second !== undefined) return undefined;
  const named = first !== undefined ? a : second !== undefined ? b : undefined;
  if (named !== undefined) return { owner: first ?? second, products: 1, bias: undefined, weight: named };
  const weight = [a, b].find((v) => isParameter(nodes[v] as Vertex));
  return weight === undefined || a === b
    ? undefined
    : { owner: undefined, products: 1, bias: undefined, weight };
}

function biasTerm(v: number, node: Vertex): Term | undefined {
  if (!isParameter(node)) return undefined;
  return { owner: ownerBy(labelOfBias, node), products: 0, bias: v, weight: undefined };
}

const isParameter = ({ isLeaf, isConstant }: Vertex) => isLeaf && !isConstant;

function ownerBy(label: RegExp, node: Vertex): string | undefined {
  const found = isParameter(node) ? label.exec(node.label) : null;
  return found === null ? undefined : (found[1] ?? "");
}

/** Parameters of different neurons, and two biases, do not go together. */
function together(a: Term | undefined, b: Term | undefined): Term | undefined {
  if (a === undefined || b === undefined || a.products + b.products === 0) return undefined;
  if (a.bias !== undefined && b.bias !== undefined) return undefined;
  if (a.owner !== b.owner) return undefined;
  return { owner: a.owner, products: a.products + b.products, bias: a.bias ?? b.bias, weight: undefined };
}

function isNeuron({ owner, products, bias }: Term): boolean {
  return owner !== undefined || products + Number(bias !== undefined) > 1;
}

function collect(
  nodes: readonly Vertex[],
  at: (id: number) => number,
  terms: readonly (Term | undefined)[],
  next: Int32Array,
  sum: number,
  { owner = "", bias }: Term,
  after: number,
): Neuron {
  const members = [sum];
  const parameters: number[] = bias === undefined ? [] : [bias];
  for (let i = 0; i < members.length; i++) {
    const v = members[i] as number;
    const weight = terms[v]?.weight;
    if (weight !== undefined) parameters.push(weight);
    else for (const { id } of (nodes[v] as Vertex).inputs) if (next[at(id)] === v) members.push(at(id));
  }
  members.sort((a, b) => a - b);
  if (after >= 0) members.push(after);
  return {
    owner,
    members,
    parameters: parameters.sort((a, b) => a - b),
    hasBias: bias !== undefined,
    output: members.at(-1) as number,
    activation: after >= 0 ? (nodes[after] as Vertex).op : "",
  };
}
