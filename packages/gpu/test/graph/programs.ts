import { type Scalar, sum, type Value, value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { MLP } from "@outgrad/nn";
import { allOps, type Op, samplePoints } from "@outgrad/ops";

/** A function of one sample, as compile and compileOnGpu take it, and samples for it. */
export interface Program {
  readonly f: (x: Value[], y: Value) => Value;
  readonly x: readonly number[][];
  readonly y: readonly number[];
  readonly parameters: readonly Value[];
}

const tableOps = allOps();

/** One op of Values, by name. */
export function apply(op: Op, args: readonly Value[]): Value {
  const [first, ...rest] = args as [Value, ...Value[]];
  return (first[op.name as "add"] as (...rest: unknown[]) => Value).call(first, ...rest);
}

/** Every op of the table, each of its own numbers from its domain: its value, and with a weight in the sum of all. */
export function everyOp(count: number): {
  readonly names: readonly string[];
  readonly each: (x: Value[]) => Value[];
  readonly total: (x: Value[]) => Value;
  readonly x: readonly number[][];
} {
  const points = tableOps.map((op) => samplePoints(op, count));
  const each = (x: Value[]): Value[] => {
    const rest = x.values();
    return tableOps.map((op) =>
      apply(
        op,
        op.args.map(() => rest.next().value as Value),
      ),
    );
  };
  const x = Array.from({ length: count }, (_, i) =>
    points.flatMap((all, k) => (all[i] as number[]).slice(0, tableOps[k]?.args.length)),
  );
  const total = (x: Value[]): Value => sum(each(x).map((y, i) => y.mul(1 + i / 8)));
  return { names: tableOps.flatMap(({ name, args }) => args.map(() => name)), each, total, x };
}

/** Ops whose values do not jump: rounding does not change what follows by more than itself. */
const smoothOps = tableOps.filter((op) => {
  const jumps = ["sign", "floor", "ceil", "round", "gt", "ge", "lt", "le", "eq", "ne"];
  return !jumps.includes(op.name);
});

/** A program of random ops; each takes its arguments from earlier nodes, brought into its domain. */
export function randomProgram(seed: number, length: number, count: number): Program {
  const stream = random(seed);
  const parameters = Array.from({ length: 3 }, () => value(stream.uniform(-1, 1)));
  const choices = Array.from({ length }, (_, i) => {
    const op = smoothOps[stream.integer(smoothOps.length)] as Op;
    const domain = op.domain.map(([low, high]) => {
      const width = high - low;
      return [low + 0.1 * width, 0.8 * width] as const;
    });
    return { op, domain, from: op.args.map(() => stream.integer(6 + i)), constant: stream.uniform(-1, 1) };
  });
  const f = (x: Value[], y: Value): Value => {
    const nodes: Value[] = [...x, y, ...parameters];
    for (const { op, domain, from, constant } of choices) {
      const args = from.map((place, k) => {
        const [low, width] = domain[k] as readonly [number, number];
        return (nodes[place] as Value).sigmoid().mul(width).add(low);
      });
      // What an op makes may be large: it goes on between -1 and 1, and beside a number of its own.
      nodes.push(apply(op, args).tanh().add(constant));
    }
    // So it depends on both, whatever the ops took.
    const product = (nodes[0] as Value).mul(parameters[0] as Value);
    return sum([product, ...nodes.slice(-4)]);
  };
  const number = (): number => stream.uniform(-2, 2);
  const x = Array.from({ length: count }, () => [number(), number()]);
  return { f, x, y: Array.from({ length: count }, number), parameters };
}

/** The squared error of a small net. */
export function net(sizes: readonly number[], count: number, activation: "tanh" | "relu" = "tanh"): Program {
  const [inputs, ...layers] = sizes as [number, ...number[]];
  const mlp = new MLP(inputs, layers, { activation, seed: 4 });
  const stream = random(9);
  const x = Array.from({ length: count }, () => Array.from({ length: inputs }, () => stream.uniform(-1, 1)));
  const y = x.map((row) => (row.reduce((a, b) => a + b, 0) > 0 ? 0.9 : -0.9));
  const f = (x: Value[], y: Value): Value => (mlp.forward(x as Scalar[])[0] as Value).sub(y).square();
  return { f, x, y, parameters: mlp.parameters() };
}

/** How far a curve is from a point: the sum of waves with their amplitudes, frequencies and phases. */
export function curve(count: number): Program {
  const stream = random(5);
  const parameters = [0.5, 1, 0.1, 0.3, 2.5, -0.4, 0.2].map((number) => value(number));
  const f = (x: Value[], y: Value): Value => {
    const [a, b, c, d, e, g, h] = parameters as [Value, Value, Value, Value, Value, Value, Value];
    const [t] = x as [Value];
    const waves = [a.mul(b.mul(t).add(c).sin()), d.mul(e.mul(t).add(g).cos()), h.mul(t).exp()];
    return sum(waves).sub(y).square();
  };
  const x = Array.from({ length: count }, () => [stream.uniform(-3, 3)]);
  return { f, x, y: x.map(([t]) => Math.abs(t as number) - 1), parameters };
}

/** How far the hand of an arm with joints is from a point: the angles are the sample, the lengths are parameters. */
export function arm(joints: number, count: number): Program {
  const stream = random(6);
  const parameters = Array.from({ length: joints }, (_, i) => value(1 / (i + 1)));
  const f = (angles: Value[], height: Value): Value => {
    let [angle, x, y] = [value(0), value(0), value(0)];
    angles.forEach((turn, i) => {
      angle = angle.add(turn);
      x = x.add((parameters[i] as Value).mul(angle.cos()));
      y = y.add((parameters[i] as Value).mul(angle.sin()));
    });
    return x.sub(0.5).square().add(y.sub(height).square()).sqrt();
  };
  const x = Array.from({ length: count }, () => Array.from({ length: joints }, () => stream.uniform(-3, 3)));
  return { f, x, y: x.map(() => stream.uniform(-1, 1)), parameters };
}
