import { noGrad, type Tensor, tensor } from "@outgrad/engine";
import { type ChosenBackend, createBackend, type Decision, type GpuKind, scope } from "@outgrad/gpu";
import { type Quartiles, quartiles } from "../measure/quartiles.ts";
import { type Config, sizes } from "./config.ts";
import { type Errors, errorsOf } from "./errors.ts";
import { type Kernel, kernels, numbers } from "./kernels.ts";

/** What came out at one size. */
export interface SizeRow {
  readonly n: number;
  /** The CPU's time by the GPU's, which is given the numbers and gives the result back. */
  readonly there: Quartiles;
  /** The same with everything kept on the GPU. */
  readonly kept: Quartiles;
  /** The part of the GPU's time that goes to bringing and fetching. */
  readonly transfer: Quartiles;
  readonly gpu: Errors;
  readonly cpu: Errors;
}

/** What was found out about this machine. */
export interface Report {
  /** What createBackend chose, or why there is nothing. */
  readonly decision: Pick<Decision, "kind" | "description" | "why" | "refused"> | undefined;
  /** What is measured, also where the CPU is faster; undefined where there is no GPU. */
  readonly device: { readonly kind: GpuKind; readonly description: string } | undefined;
  readonly rows: readonly SizeRow[];
  /** Sizes that would have taken too long. */
  readonly left: readonly number[];
}

type Tell = (what: string, share: number, report: Report) => void;

const rounds = 5;
/** A time is measured over at least this long, in milliseconds: a coarse clock then says enough. */
const slot = 15;
/** A size of which one turn of the CPU and the GPU is expected to take longer than this is left out. */
const patience = 1500;
/** Rows of the result that are compared with float64. */
const rowsCompared = 16;

/** Finds the GPU and races it with the CPU, size after size. */
export async function measure({ kernel, prefer }: Config, tell: Tell): Promise<Report> {
  let report: Report = { decision: undefined, device: undefined, rows: [], left: [] };
  tell("Looking for a GPU, and asking it what is known.", 0.02, report);
  const found = await find(prefer);
  report = { ...report, ...found.report };
  if (found.backend === undefined) return report;
  try {
    let expected = 0;
    for (const [i, n] of sizes.entries()) {
      if (expected > patience) {
        report = { ...report, left: [...report.left, n] };
        continue;
      }
      tell(`Measuring ${n} × ${n}.`, 0.2 + (0.8 * i) / sizes.length, report);
      const { row, turn } = await sizeRow(found.backend, kernels[kernel], n);
      expected = turn * kernels[kernel].growth;
      report = { ...report, rows: [...report.rows, row] };
    }
    return report;
  } finally {
    found.backend.destroy();
  }
}

/** A backend on the GPU, or why there is none. */
async function find(prefer: Config["prefer"]): Promise<{
  readonly backend?: ChosenBackend;
  readonly report: Pick<Report, "decision" | "device">;
}> {
  let kind: GpuKind | undefined;
  let decision: Report["decision"];
  if (prefer === "auto") {
    const chosen = await createBackend();
    const { kind: best, description, why, refused } = chosen.decision;
    decision = { kind: best, description, why, refused };
    chosen.destroy();
    // Where the CPU was chosen because it is faster, the GPU is measured all the same.
    kind =
      best === "cpu"
        ? (["webgpu", "webgl2"] as const).find((way) => !refused.some(({ kind: no }) => no === way))
        : best;
  } else kind = prefer;
  if (kind === undefined) return { report: { decision, device: undefined } };
  try {
    const backend = await createBackend({ prefer: kind });
    const { description, why } = backend.decision;
    const device = { kind, description };
    return { backend, report: { decision: decision ?? { kind, description, why, refused: [] }, device } };
  } catch (error) {
    const refused = [{ kind, reason: (error as Error).message }];
    const none = { kind: "cpu", description: "the CPU", why: "There is no such GPU here.", refused } as const;
    return { report: { decision: decision ?? none, device: undefined } };
  }
}

async function sizeRow(gpu: ChosenBackend, kernel: Kernel, n: number) {
  const arrays = Array.from({ length: kernel.operands }, (_, i) => numbers(n, [379, 523][i] as number));
  // New arrays each time: what has gone to the GPU before would not go again.
  const fresh = () => arrays.map((array) => tensor(array.slice(), { shape: [n, n] }));
  const [onCpu, onGpu] = [fresh(), fresh().map((t) => t.to(gpu))];
  const tasks = {
    cpu: async (turns: number) => {
      for (let turn = 0; turn < turns; turn++) noGrad(() => kernel.run(onCpu));
    },
    there: async (turns: number) => {
      for (let turn = 0; turn < turns; turn++) {
        await scope(() => noGrad(() => kernel.run(fresh().map((t) => t.to(gpu))).read()));
      }
    },
    kept: (turns: number) =>
      scope(() => {
        let last = onGpu[0] as Tensor;
        for (let turn = 0; turn < turns; turn++) last = noGrad(() => kernel.run(onGpu));
        // One number, to know that it is done.
        return last.slice(0, 0, 1).slice(1, 0, 1).read();
      }),
  };
  const found = await scope(() => noGrad(() => kernel.run(fresh().map((t) => t.to(gpu))).read()));
  const errors = compared(kernel, arrays, n, { gpu: found, cpu: noGrad(() => kernel.run(onCpu)).data });
  const turns = {
    cpu: await turnsOf(tasks.cpu),
    there: await turnsOf(tasks.there),
    kept: await turnsOf(tasks.kept),
  };
  const times: { cpu: number; there: number; kept: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const timeOf = async (task: keyof typeof tasks) =>
      (await clocked(tasks[task], turns[task])) / turns[task];
    times.push({ cpu: await timeOf("cpu"), there: await timeOf("there"), kept: await timeOf("kept") });
  }
  const over = (of: (time: (typeof times)[number]) => number) => quartiles(times.map(of));
  const row: SizeRow = {
    n,
    there: over(({ cpu, there }) => cpu / there),
    kept: over(({ cpu, kept }) => cpu / kept),
    transfer: over(({ there, kept }) => Math.max(0, 1 - kept / there)),
    ...errors,
  };
  return { row, turn: over(({ cpu, there, kept }) => cpu + there + kept).median };
}

/** Rows spread over the whole result, compared with the same in float64. */
function compared(
  kernel: Kernel,
  arrays: readonly Float32Array[],
  n: number,
  results: Readonly<Record<"gpu" | "cpu", ArrayLike<number>>>,
): Pick<SizeRow, "gpu" | "cpu"> {
  const rows = Array.from({ length: rowsCompared }, (_, i) => Math.floor((i * n) / rowsCompared));
  const exact = Float64Array.from(rows.flatMap((row) => Array.from(kernel.row(arrays, n, row))));
  const of = (numbers: ArrayLike<number>) =>
    errorsOf(
      rows.flatMap((row) => Array.from({ length: n }, (_, j) => numbers[row * n + j] as number)),
      exact,
    );
  return { gpu: of(results.gpu), cpu: of(results.cpu) };
}

/** How often something must be done for its time to be seen; doing it warms it up. */
async function turnsOf(task: (turns: number) => Promise<unknown>): Promise<number> {
  await task(1);
  for (let turns = 1; ; turns *= 2) if (turns >= 256 || (await clocked(task, turns)) >= slot) return turns;
}

async function clocked(task: (turns: number) => Promise<unknown>, turns: number): Promise<number> {
  const from = performance.now();
  await task(turns);
  return performance.now() - from;
}
