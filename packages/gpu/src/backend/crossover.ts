import { type Backend, cpu, dense, elementwiseCode, type Strided, sizeOf } from "@outgrad/engine/backend";

/** How long the CPU and the GPU took for one thing, in milliseconds, with the numbers going there and coming back. */
export interface Measured {
  readonly op: "elementwise" | "matmul";
  /** How many numbers, or how many multiplications. */
  readonly work: number;
  readonly cpu: number;
  readonly gpu: number;
}

/** The least work for which the GPU is faster; Infinity if it was not at any size that was tried. */
export interface Crossover {
  /** In numbers of the result. */
  readonly elementwise: number;
  /** In multiplications, m n k. */
  readonly matmul: number;
}

/** Longer than this nobody waits to know it. */
const patience = 60;

const numbers = (shape: readonly number[]): Strided => {
  const data = Float32Array.from({ length: sizeOf(shape) }, (_, i) => ((i * 37) % 64) / 64 - 0.5);
  return dense(data, "float32", shape);
};

interface Trial {
  readonly op: Measured["op"];
  readonly work: number;
  readonly shapes: readonly (readonly number[])[];
  readonly task: (backend: Backend, operands: readonly Strided[]) => Strided;
}

/** The best of three, after one to compile. New arrays each time: what has gone up before would not go again. */
async function timeOf(backend: Backend, { shapes, task }: Trial): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0, total = 0; turn < 4 && total < patience; turn++) {
    const operands = shapes.map(numbers);
    const from = performance.now();
    await backend.read(task(backend, operands));
    const time = performance.now() - from;
    if (turn === 0) continue;
    total += time;
    best = Math.min(best, time);
  }
  return best;
}

const trials: readonly (readonly Trial[])[] = [
  [1 << 14, 1 << 17, 1 << 20].map((size) => ({
    op: "elementwise",
    work: size,
    shapes: [[size]],
    task: (backend, [x]) => backend.elementwise(elementwiseCode("tanh"), [size], [], x as Strided),
  })),
  [64, 128, 256, 512].map((n) => ({
    op: "matmul",
    work: n * n * n,
    shapes: [
      [n, n],
      [n, n],
    ],
    task: (backend, operands) => backend.run("matmul", operands, [n, n], {}),
  })),
];

/** Measures from which size on a GPU is faster than the CPU for numbers that are here and wanted here. */
export async function measureCrossover(
  gpu: Backend,
): Promise<{ measured: Measured[]; crossover: Crossover }> {
  const measured: Measured[] = [];
  const least: number[] = [];
  for (const sizes of trials) {
    let found = Number.POSITIVE_INFINITY;
    for (const trial of sizes) {
      const { op, work } = trial;
      const times = { cpu: await timeOf(cpu, trial), gpu: await timeOf(gpu, trial) };
      measured.push({ op, work, ...times });
      if (times.gpu < times.cpu) {
        found = work;
        break;
      }
      if (times.gpu > patience) break;
    }
    least.push(found);
  }
  const [elementwise, matmul] = least as [number, number];
  return { measured, crossover: { elementwise, matmul } };
}
