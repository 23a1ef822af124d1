import type { Graph, Vertex } from "../graph/graph.js";
import { isGrouped } from "../graph/group.js";
import { namesOf } from "../graph/names.js";
import { graphOf, type Source } from "../graph/trace.js";
import { flowsOf, type Order, recursiveFlowsOf } from "../steps/flow.js";
import { lazily } from "../steps/lazily.js";
import { type Step, stepOf } from "../steps/steps.js";
import { clean } from "../text/clean.js";
import { checkOptions } from "../text/expected.js";
import { carriedInto, carriedOver } from "./carried.js";
import { type Early, earlySends, type WrongGradient, wrongGradients } from "./faults.js";
import { madeOf } from "./made.js";
import { type Moment, momentAt } from "./moment.js";
import { sentenceAt } from "./sentence.js";

/** How the story is told. */
export interface StoryOptions {
  /**
   * In which order values pass their gradients on: "topological", the reverse of creation, which is what the engine
   * does, or "recursive", as a method does it that sends its gradient and then calls itself for each input. That one
   * sends gradients that are not finished, and its numbers are then wrong. "topological" if absent.
   */
  readonly order?: Order;
  /**
   * How often backward() runs without zeroGrad() in between; 1 if absent. The story tells the last of them: leaves
   * start it with what the passes before have left. With 0 there are no gradients.
   */
  readonly passes?: number;
}

/**
 * What happens in a calculation, as one line of positions 0, 1, ..., last: first every value in the order of the
 * tape, then the root's own gradient, 1, then one chain-rule step for every value that has inputs.
 */
export interface Story {
  readonly graph: Graph;
  readonly order: Order;
  readonly passes: number;
  /** The values in the order of computation: all but plain numbers; a root is never left out. */
  readonly tape: readonly Vertex[];
  /** The chain-rule steps of the last backward pass. In leaves `before` and `after` hold the earlier passes too. */
  readonly steps: readonly Step[];
  /** How many positions values take: position `forward` knows all of them. */
  readonly forward: number;
  /** How many positions gradients take: one for the root's own, and one for each step. */
  readonly backward: number;
  /** The last position, forward + backward. */
  readonly last: number;
  /** The steps that sent a gradient on although more was still to come for it; none in topological order. */
  readonly early: readonly Early[];
  /** The leaves whose gradients end up wrong; none in topological order. */
  readonly wrong: readonly WrongGradient[];
  /** What is known at a position. Positions are rounded down and kept within 0 and last; Infinity is the end. */
  at(position: number): Moment;
  /** What has just happened at a position, in words. */
  sentence(position: number): string;
  /** What a value is called. */
  name(id: number): string;
  /** What a value was computed as: `a * b`; of a leaf "leaf". */
  made(id: number): string;
}

/**
 * The story of forward and backward, for a player with a scrubber: nothing in it is drawn.
 *
 * @throws TypeError for what is no value and no graph; Error for a grouped graph, and for the recursive order where
 * it takes more than 5,000 steps; RangeError for another order, and for passes that are not a whole number from 0.
 */
export function story(source: Source, options: StoryOptions = {}): Story {
  const choices = { order: ["topological", "recursive"] };
  checkOptions({ called: "story", example: 'loss, { order: "recursive" }', choices }, options);
  const { order = "topological", passes = 1 } = options;
  if (!Number.isInteger(passes) || passes < 0) {
    throw new RangeError(`story: passes is ${passes}; backward() runs a whole number of times, from 0.`);
  }
  const graph = graphOf(source, Number.POSITIVE_INFINITY, "story");
  if (isGrouped(graph)) {
    throw new Error("story: the graph is grouped; give the graph of values that it was made from.");
  }
  const names = namesOf(graph);
  const flows = order === "recursive" ? recursiveFlowsOf(graph, mostRecursive) : flowsOf(graph);
  const carried = carriedOver(graph, flows, passes);
  const told = passes === 0 ? [] : carriedInto(flows, carried);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const tape = graph.nodes.filter(({ id, isConstant }) => !isConstant || graph.roots.includes(id));
  const steps = told.map((flow) => lazily(() => stepOf(flow, graph, names)));
  const all = lazily(() => steps.map((step) => step()));
  const isRecursive = order === "recursive" && passes > 0;
  const [forward, backward] = [tape.length, steps.length + 1];
  let newest: Moment | undefined;
  const self: Story = {
    graph,
    order,
    passes,
    tape,
    get steps() {
      return all();
    },
    forward,
    backward,
    last: forward + backward,
    early: isRecursive ? earlySends(flows, forward) : [],
    wrong: isRecursive ? wrongGradients(graph, flows, passes, names) : [],
    at: (position) => {
      const at = Math.max(0, Math.min(forward + backward, Math.floor(position) || 0));
      if (newest?.position !== at)
        newest = momentAt(self, { flows: told, carried, stepAt: (i) => steps[i]?.() }, at);
      return newest;
    },
    sentence: (position) => sentenceAt(self, names, self.at(position)),
    name: (id) => clean(names.get(id) ?? ""),
    made: (id) => madeOf(nodes.get(id) as Vertex, names),
  };
  return self;
}

const mostRecursive = 5000;
