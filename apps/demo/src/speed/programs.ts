import { moons } from "@outgrad/datasets";
import { random } from "@outgrad/engine/random";

/** The part of a Value that the programs use: both engines have it. */
export interface Num {
  data: number;
  grad: number;
  add(b: Num | number): Num;
  sub(b: Num | number): Num;
  mul(b: Num | number): Num;
  div(b: Num | number): Num;
  pow(b: number): Num;
  neg(): Num;
  square(): Num;
  relu(): Num;
  sin(): Num;
  cos(): Num;
  backward(): void;
}

/** A program that was given its size: where it starts, how it descends, and how it builds its loss from its leaves. */
export interface Program {
  readonly start: readonly number[];
  readonly rate: number;
  loss(leaves: readonly Num[]): Num;
}

export const programNames = ["moons", "fit", "arm", "readme"] as const;
export type ProgramName = (typeof programNames)[number];

interface Entry {
  readonly title: string;
  /** What grows with the size, and the sizes to choose from. */
  readonly unit: string;
  readonly sizes: readonly number[];
  readonly about: string;
  make(size: number): Program;
}

/** The size that a program starts with. */
export const usualSize = ({ sizes }: Pick<Entry, "sizes">): number =>
  sizes[Math.floor((sizes.length - 1) / 2)] as number;

export const programs: Readonly<Record<ProgramName, Entry>> = {
  moons: {
    title: "MLP on moons",
    unit: "samples",
    sizes: [1, 2, 4, 8, 16, 32, 64],
    about: "One step of training a net of 2 – 16 – 16 – 1, 337 weights, on two moons, with a hinge loss.",
    make: mlp,
  },
  fit: {
    title: "Curve fit",
    unit: "points",
    sizes: [3, 10, 30, 100, 300, 1000],
    about: "One step of fitting a · sin(b · x + c) + d to points: four leaves, one sum of squares.",
    make: curve,
  },
  arm: {
    title: "Robot arm",
    unit: "joints",
    sizes: [2, 5, 10, 30, 100, 300],
    about:
      "One step of turning the joints of an arm until its hand is where it should be: inverse kinematics.",
    make: arm,
  },
  readme: {
    title: "README expression",
    unit: "expression",
    sizes: [1],
    about:
      "The expression with which micrograd introduces itself: two leaves, about 30 operations, nothing repeated.",
    make: expression,
  },
};

const sum = (terms: readonly Num[]): Num => terms.reduce((total, term) => total.add(term));

function mlp(size: number): Program {
  const { points, labels } = moons({ n: 100, noise: 0.1, seed: 1 });
  const widths = [2, 16, 16, 1];
  const stream = random(1);
  const start = widths.slice(1).flatMap((outputs, l) => {
    const inputs = widths[l] as number;
    const bound = 1 / Math.sqrt(inputs);
    return Array.from({ length: outputs * (inputs + 1) }, () => stream.uniform(-bound, bound));
  });
  // Every so many of the samples: both moons, and neither end first.
  const chosen = Array.from({ length: size }, (_, i) => (i * 37) % points.length);
  return {
    start,
    rate: 0.01,
    loss(leaves) {
      let used = 0;
      const layers = widths.slice(1).map((outputs, l) =>
        Array.from({ length: outputs }, () => {
          const weights = leaves.slice(used, used + (widths[l] as number));
          used += weights.length + 1;
          return { weights, bias: leaves[used - 1] as Num };
        }),
      );
      const losses = chosen.map((sample) => {
        let x: readonly (Num | number)[] = points[sample] as readonly [number, number];
        for (const [l, layer] of layers.entries()) {
          x = layer.map(({ weights, bias }) => {
            const total = weights.reduce((so, weight, k) => so.add(weight.mul(x[k] as Num | number)), bias);
            return l < layers.length - 1 ? total.relu() : total;
          });
        }
        const sign = labels[sample] === 1 ? 1 : -1;
        return (x[0] as Num).mul(-sign).add(1).relu();
      });
      return sum(losses).mul(1 / size);
    },
  };
}

function curve(size: number): Program {
  const stream = random(2);
  const xs = Array.from({ length: size }, (_, i) => (6 * (i + 0.5)) / size);
  // A parabola with noise: close enough to a sine to have something to do.
  const ys = xs.map((x) => 0.4 * x * (6 - x) - 1 + 0.1 * stream.normal());
  return {
    start: [1, 0.8, -0.5, 0],
    rate: 0.01,
    loss([a, b, c, d] = []) {
      const errors = xs.map((x, i) =>
        (b as Num)
          .mul(x)
          .add(c as Num)
          .sin()
          .mul(a as Num)
          .add(d as Num)
          .sub(ys[i] as number)
          .square(),
      );
      return sum(errors).mul(1 / size);
    },
  };
}

function arm(size: number): Program {
  const length = 1 / size;
  return {
    start: Array.from({ length: size }, (_, i) => (i % 2 === 0 ? 0.3 : -0.1) / size),
    rate: 0.1 / size,
    loss(joints) {
      // Each joint turns all that comes after it.
      let angle = joints[0] as Num;
      let [x, y] = [angle.cos(), angle.sin()];
      for (const joint of joints.slice(1)) {
        angle = angle.add(joint);
        x = x.add(angle.cos());
        y = y.add(angle.sin());
      }
      return x.mul(length).sub(0.3).square().add(y.mul(length).sub(0.6).square());
    },
  };
}

function expression(): Program {
  return {
    start: [-4, 2],
    rate: 1e-7,
    loss([first, second]) {
      const [a, b] = [first as Num, second as Num];
      let c = a.add(b);
      let d = a.mul(b).add(b.pow(3));
      c = c.add(c.add(1));
      c = c.add(c.add(1).sub(a));
      d = d.add(d.mul(2).add(b.add(a).relu()));
      d = d.add(d.mul(3).add(b.sub(a).relu()));
      const f = c.sub(d).square();
      return f.div(2).add(f.pow(-1).mul(10));
    },
  };
}
