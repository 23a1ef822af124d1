import { type Plan, type Slopes, send } from "./plan.js";

/** Ways to walk a graph that are wrong, each with what to say of it. */
interface Algorithm {
  readonly code: string;
  gradients(plan: Plan, slopes: Slopes): number[];
}

const seeded = (plan: Plan): number[] => plan.map((_, i) => (i === plan.length - 1 ? 1 : 0));

function inOrder(order: (plan: Plan) => readonly number[]): Algorithm["gradients"] {
  return (plan, slopes) => {
    const grads = seeded(plan);
    for (const node of order(plan)) send(plan, slopes, grads, node);
    return grads;
  };
}

/** Depth first, each node before its inputs; `again` goes to a node as often as it is met. */
function before(plan: Plan, again: boolean, reversed: boolean): number[] {
  const order: number[] = [];
  const visit = (node: number): void => {
    if (!again && order.includes(node)) return;
    order.push(node);
    const inputs = plan[node] as readonly number[];
    for (const input of reversed ? inputs.toReversed() : inputs) visit(input);
  };
  visit(plan.length - 1);
  return order;
}

function breadthFirst(plan: Plan, again: boolean): number[] {
  const order = [plan.length - 1];
  for (let i = 0; i < order.length && i < 1000; i++) {
    for (const input of plan[order[i] as number] as readonly number[]) {
      if (again || !order.includes(input)) order.push(input);
    }
  }
  return order;
}

const up = (plan: Plan): number[] => plan.map((_, i) => i);

/** The right walk with another way to send on: what an input had, the slope, and what comes from above. */
function sending(code: string, sent: (had: number, slope: number, upstream: number) => number): Algorithm {
  return {
    code,
    gradients: (plan, slopes) => {
      const grads = seeded(plan);
      for (const node of up(plan).reverse()) {
        plan[node]?.forEach((input, j) => {
          grads[input] = sent(grads[input] as number, slopes[node]?.[j] as number, grads[node] as number);
        });
      }
      return grads;
    },
  };
}

/** The walks that learners write, for classes that do not show the order in which their nodes run. */
export const algorithms: readonly Algorithm[] = [
  { code: "no-seed", gradients: (plan) => plan.map(() => 0) },
  { code: "seed-late", gradients: seeded },
  {
    code: "seeds-all",
    gradients: (plan, slopes) => {
      const grads = plan.map(() => 1);
      for (const node of up(plan).reverse()) send(plan, slopes, grads, node);
      return grads;
    },
  },
  { code: "order", gradients: inOrder(up) },
  { code: "visits-twice", gradients: inOrder((plan) => before(plan, true, false)) },
  { code: "visits-twice", gradients: inOrder((plan) => before(plan, true, true)) },
  { code: "visits-twice", gradients: inOrder((plan) => breadthFirst(plan, true)) },
  { code: "topo", gradients: inOrder((plan) => before(plan, false, false)) },
  { code: "topo", gradients: inOrder((plan) => before(plan, false, true)) },
  { code: "topo", gradients: inOrder((plan) => breadthFirst(plan, false)) },
  sending("overwrites-grad", (_, slope, upstream) => slope * upstream),
  sending("no-chain", (had, slope) => had + slope),
  sending("no-chain", (had, slope, upstream) => had + slope + upstream),
  sending("grad-sign", (had, slope, upstream) => had - slope * upstream),
  sending("chain-uses-own-grad", (had, slope) => had + slope * had),
  {
    code: "wrong-target",
    gradients: (plan, slopes) => {
      const grads = seeded(plan);
      for (const node of up(plan).reverse()) {
        for (const slope of slopes[node] ?? []) grads[node] = (grads[node] as number) * (1 + slope);
      }
      return grads;
    },
  },
  { code: "chain", gradients: inOrder((plan) => [plan.length - 1]) },
];
