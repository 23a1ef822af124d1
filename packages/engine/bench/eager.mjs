// A full-batch training step of two nets, without compiling it: moons (MLP 2-16-16-1 with ReLU on 100 points,
// max-margin, about 66,000 nodes) and tiny (MLP 3-4-4-1 with tanh on 4 points, about 360 nodes). Every engine runs
// in processes of its own, in interleaved rounds; prints the median of CPU time, and how much faster than the
// textbook's class that is. Run: node packages/engine/bench/eager.mjs
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { arena, noGrad, Value } from "@outgrad/engine";
import { Value as MicroValue } from "@outgrad/engine/micro";
import { Textbook } from "./textbook.mjs";

let state = 1;
const random = () => {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
};
const moonsPoints = Array.from({ length: 100 }, () => [random() * 2 - 1, random() * 2 - 1]);
const nets = {
  moons: {
    sizes: [2, 16, 16, 1],
    activate: (sum, last) => (last ? sum : sum.relu()),
    points: moonsPoints,
    targets: moonsPoints.map(([x, y]) => (x * y > 0 ? 1 : -1)),
    loss: (y, target) => y.mul(-target).add(1).relu(),
    decay: 1e-4,
    steps: 5,
  },
  tiny: {
    sizes: [3, 4, 4, 1],
    activate: (sum) => sum.tanh(),
    points: [
      [2, 3, -1],
      [3, -1, 0.5],
      [0.5, 1, 1],
      [1, 1, -1],
    ],
    targets: [1, -1, -1, 1],
    loss: (y, target) => {
      const error = y.add(-target);
      return error.mul(error);
    },
    decay: 0,
    steps: 500,
  },
};
const inPlace = (body) => body();
const ways = {
  Value: { Engine: Value, around: inPlace, train: true },
  "Value in an arena": { Engine: Value, around: arena, train: true },
  "Value, forward only": { Engine: Value, around: inPlace, train: false },
  "Value, noGrad": { Engine: Value, around: noGrad, train: false },
  micro: { Engine: MicroValue, around: inPlace, train: true },
  textbook: { Engine: Textbook, around: inPlace, train: true },
};

function stepOf({ sizes, activate, points, targets, loss, decay }, { Engine, around, train }) {
  const layers = sizes
    .slice(1)
    .map((width, l) =>
      Array.from({ length: width }, () =>
        Array.from({ length: sizes[l] + 1 }, () => new Engine(random() - 0.5)),
      ),
    );
  const parameters = layers.flat(2);
  const forward = (point) => {
    let x = point;
    layers.forEach((layer, l) => {
      x = layer.map((neuron) => {
        let sum = neuron[neuron.length - 1];
        for (let i = 0; i < x.length; i++) sum = sum.add(neuron[i].mul(x[i]));
        return activate(sum, l === layers.length - 1);
      });
    });
    return x[0];
  };
  return () =>
    around(() => {
      let total = new Engine(0);
      points.forEach((point, i) => {
        total = total.add(loss(forward(point), targets[i]));
      });
      total = total.mul(1 / points.length);
      if (decay > 0) for (const p of parameters) total = total.add(p.mul(p).mul(decay));
      if (!train) return total.data;
      for (const p of parameters) p.grad = 0;
      total.backward();
      for (const p of parameters) p.data -= 0.05 * p.grad;
      return total.data;
    });
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

/** Microseconds of CPU time for one step, after warming up: the median of many short runs. */
function measure(net, way) {
  const step = stepOf(net, way);
  const times = [];
  const end = cpu() + 1e6;
  while (cpu() < end) {
    const before = cpu();
    for (let i = 0; i < net.steps; i++) step();
    times.push((cpu() - before) / net.steps);
  }
  return median(times.slice(times.length >> 2));
}

const [net, way] = process.argv.slice(2);
if (net !== undefined) {
  console.log(measure(nets[net], ways[way]));
} else {
  const file = fileURLToPath(import.meta.url);
  for (const net of Object.keys(nets)) {
    const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
    for (let round = 0; round < 5; round++) {
      for (const [way, list] of Object.entries(times)) {
        list.push(Number(execFileSync(process.execPath, [file, net, way], { encoding: "utf8" })));
      }
    }
    const base = median(times.textbook);
    for (const [way, list] of Object.entries(times)) {
      const speed = (base / median(list)).toFixed(1).padStart(6);
      const range = `${list[0].toFixed(0)} to ${list.at(-1).toFixed(0)}`;
      console.log(`${net.padEnd(6)} ${way.padEnd(20)}${speed} x textbook, ${range} µs CPU a step`);
    }
  }
}
