// What an op on tensors costs, against a plain loop over arrays: small ones show the overhead of a call, large ones
// the loop. Prints the median of rounds. Run: node packages/engine/bench/tensor.mjs
import { noGrad, randn, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";

const rounds = 15;
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

/** Nanoseconds a call, the median of rounds of about 20 ms each. */
function time(body) {
  let calls = 1;
  const run = () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) body();
    return Number(process.hrtime.bigint() - start);
  };
  while (run() < 2e7) calls *= 2;
  return median(Array.from({ length: rounds }, () => run() / calls));
}

/** The loops that somebody would write by hand, anew for each dtype: each sees arrays of one kind only. */
const loopsOf = (Floats) =>
  new Function(
    "Floats",
    `return {
      add(x, y, size) {
        const out = new Floats(size);
        for (let i = 0; i < size; i++) out[i] = x[i] + y[i];
        return out;
      },
      relu(x, size) {
        const out = new Floats(size);
        for (let i = 0; i < size; i++) out[i] = x[i] < 0 ? 0 : x[i];
        return out;
      },
      rowwise(x, z, rows, columns) {
        const out = new Floats(rows * columns);
        for (let i = 0, k = 0; i < rows; i++) for (let j = 0; j < columns; j++, k++) out[k] = x[k] + z[j];
        return out;
      },
      total(x, size) {
        let sum = 0;
        for (let i = 0; i < size; i++) sum += x[i];
        return sum;
      },
    };`,
  )(Floats);

const numbers = random(1);
const print = (name, ns, loop) => {
  const ratio = loop === undefined ? "" : `${(ns / loop).toFixed(2)} x a loop`;
  console.log(`${name.padEnd(48)} ${(ns / 1000).toFixed(2).padStart(10)} us  ${ratio}`);
};

for (const dtype of ["float64", "float32"]) {
  for (const [rows, columns] of [
    [1, 1],
    [16, 16],
    [1000, 1000],
  ]) {
    const size = rows * columns;
    const a = randn([rows, columns], numbers, { dtype, requiresGrad: true });
    const b = randn([rows, columns], numbers, { dtype, requiresGrad: true });
    const bias = randn([columns], numbers, { dtype, requiresGrad: true });
    const Floats = dtype === "float64" ? Float64Array : Float32Array;
    const [x, y, z] = [Floats.from(a.data), Floats.from(b.data), Floats.from(bias.data)];
    const [p, q, r] = [x, y, z].map((data, i) =>
      tensor(data, { shape: i < 2 ? [rows, columns] : [columns], requiresGrad: true }),
    );
    const shape = `${dtype} ${rows}x${columns}`;
    const loops = loopsOf(Floats);
    const add = time(() => loops.add(x, y, size));
    const relu = time(() => loops.relu(x, size));
    const rowwise = time(() => loops.rowwise(x, z, rows, columns));
    const total = time(() => loops.total(x, size));
    print(
      `add ${shape}`,
      time(() => p.add(q)),
      add,
    );
    print(
      `add ${shape}, noGrad`,
      noGrad(() => time(() => p.add(q))),
      add,
    );
    print(
      `mul by a number ${shape}`,
      time(() => p.mul(2)),
      relu,
    );
    print(
      `relu ${shape}`,
      time(() => p.relu()),
      relu,
    );
    print(
      `add a row ${shape}`,
      time(() => p.add(r)),
      rowwise,
    );
    print(
      `add the transposed ${shape}`,
      time(() => p.add(q.reshape([columns, rows]).T)),
      add,
    );
    print(
      `sum ${shape}`,
      time(() => p.sum()),
      total,
    );
    print(
      `sum over rows ${shape}`,
      time(() => p.sum(0)),
      total,
    );
    print(
      `softmax ${shape}`,
      time(() => p.softmax(1)),
    );
    print(
      `(p * q).relu().sum().backward() ${shape}`,
      time(() => {
        p.grad = null;
        q.grad = null;
        p.mul(q).relu().sum().backward();
      }),
    );
  }
}
