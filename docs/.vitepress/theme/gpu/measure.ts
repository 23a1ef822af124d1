import type { Tensor } from "@outgrad/engine";
import type { ChosenBackend, Decision, GpuKind } from "@outgrad/gpu";

/** How long one product of n x n took, in milliseconds. */
export interface Product {
  readonly n: number;
  readonly cpu: number;
  /** With the operands going to the GPU and the result coming back. */
  readonly there: number;
  /** With everything kept on the GPU. */
  readonly kept: number;
  /** The norm of the difference from the CPU's result, by the norm of that. */
  readonly error: number;
}

/** What was found out about this machine. */
export interface Report {
  readonly decision: Decision;
  /** What the products were computed on, also where the CPU is faster; undefined where there is nothing. */
  readonly device: { readonly kind: GpuKind; readonly description: string } | undefined;
  readonly products: readonly Product[];
}

export interface Watcher {
  /** Told what is done now, and how far it has come, from 0 to 1. */
  readonly tell: (what: string, share: number) => void;
  readonly signal: AbortSignal;
}

const sizes = [64, 128, 256, 512, 1024, 2048];

/** A size that is expected to take longer than this, in milliseconds, is not tried. */
const patience = 1000;

/** Finds the GPU and races it with the CPU. Rejects with the signal's reason when that is aborted. */
export async function measure({ tell, signal }: Watcher): Promise<Report> {
  const step = async (what: string, share: number): Promise<void> => {
    tell(what, share);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  };
  await step("Looking for a GPU, asking it what is known, and taking its time.", 0.05);
  const { createBackend } = await import("@outgrad/gpu");
  const chosen = await createBackend();
  const { decision } = chosen;
  chosen.destroy();
  const kind = kindOf(decision);
  if (kind === undefined) return { decision, device: undefined, products: [] };
  await step("Starting the race.", 0.3);
  const gpu = await createBackend({ prefer: kind });
  try {
    const products: Product[] = [];
    for (const [i, n] of sizes.entries()) {
      await step(`Multiplying matrices of ${n} × ${n}.`, 0.4 + (0.6 * i) / sizes.length);
      const product = await productOf(gpu, n);
      products.push(product);
      if (8 * Math.max(product.cpu, product.there) > patience) break;
    }
    tell("Done.", 1);
    return { decision, device: { kind, description: gpu.decision.description }, products };
  } finally {
    gpu.destroy();
  }
}

/** What works here, if it is worth it or not. */
function kindOf({ kind, refused }: Decision): GpuKind | undefined {
  if (kind !== "cpu") return kind;
  return (["webgpu", "webgl2"] as const).find((tried) => !refused.some(({ kind }) => kind === tried));
}

async function productOf(gpu: ChosenBackend, n: number): Promise<Product> {
  const { scope } = await import("@outgrad/gpu");
  const { noGrad, tensor } = await import("@outgrad/engine");
  const numbers = (seed: number) =>
    Float32Array.from({ length: n * n }, (_, i) => ((i * seed) % 61) / 61 - 0.5);
  const [left, right] = [numbers(37), numbers(23)];
  // New arrays each time: what has gone to the GPU before would not go again.
  const fresh = (array: Float32Array): Tensor => tensor(array.slice(), { shape: [n, n] });
  const [a, b] = [fresh(left), fresh(right)];
  const [x, y] = [a.to(gpu), b.to(gpu)];
  const onCpu = (): Tensor => noGrad(() => a.matmul(b));
  const there = () => scope(() => noGrad(() => fresh(left).to(gpu).matmul(fresh(right).to(gpu)).read()));
  const kept = (times: number) =>
    scope(() => {
      let last = x;
      for (let i = 0; i < times; i++) last = noGrad(() => x.matmul(y));
      // One number, to know that it is done.
      return last.slice(0, 0, 1).slice(1, 0, 1).read();
    });
  const error = distance(await there(), onCpu().data);
  const repeated = async (times: number) => {
    for (let i = 0; i < times; i++) onCpu();
  };
  return { n, cpu: await timeOf(repeated), there: await timeOf(there, 1), kept: await timeOf(kept), error };
}

/** The best of three, by the turn: as many turns at a time as a coarse clock needs, unless they are given. */
async function timeOf(task: (times: number) => Promise<unknown>, times = 0): Promise<number> {
  const once = async (turns: number): Promise<number> => {
    const from = performance.now();
    await task(turns);
    return performance.now() - from;
  };
  const turns = times || Math.max(1, Math.min(50, Math.ceil(50 / (await once(1)))));
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) best = Math.min(best, (await once(turns)) / turns);
  return best;
}

function distance(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let [difference, norm] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    difference += ((found[i] as number) - (wanted[i] as number)) ** 2;
    norm += (wanted[i] as number) ** 2;
  }
  return Math.sqrt(difference / norm);
}
