import type { KernelName } from "./config.ts";
import { type Config, sizes } from "./config.ts";

/** A TypeScript program that measures the same. */
export function asCode({ kernel, prefer }: Config): string {
  const { operands, run } = texts[kernel];
  return `import { noGrad, type Tensor, tensor } from "@outgrad/engine";
import { createBackend, scope } from "@outgrad/gpu";

const backend = await createBackend({ prefer: "${prefer}" });
const { kind, description, why, refused } = backend.decision;
console.log("computed by", kind, description, why);
for (const { kind, reason } of refused) console.log("not", kind, reason);

/** The kernel that is measured. */
const kernel = (${operands.map((name) => `${name}: Tensor`).join(", ")}) => ${run};

/** The best of five, in milliseconds. */
async function timeOf(task: () => unknown): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const from = performance.now();
    await task();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

for (const n of [${sizes.slice(0, 4).join(", ")}]) {
  const numbers = (seed: number) =>
    Float32Array.from({ length: n * n }, (_, i) => (((i * seed) % 1021) / 1021 - 0.5) * 4);
  const fresh = (seed: number) => tensor(numbers(seed), { shape: [n, n] });
${operands.map((name, i) => `  const ${name} = fresh(${seeds[i]});`).join("\n")}
  const onCpu = noGrad(() => kernel(${operands.join(", ")}));
  const onGpu = await scope(() => noGrad(() => kernel(${operands.map((_, i) => `fresh(${seeds[i]}).to(backend)`).join(", ")}).read()));
  const off = Math.max(...Array.from(onGpu, (y, i) => Math.abs(y - onCpu.data[i]!)));
  const cpu = await timeOf(() => noGrad(() => kernel(${operands.join(", ")})));
  const gpu = await timeOf(() =>
    scope(() => noGrad(() => kernel(${operands.map((name) => `tensor(${name}.data.slice(), { shape: [n, n] }).to(backend)`).join(", ")}).read())),
  );
  console.log(n, "the CPU's time by the GPU's, fed and read:", (cpu / gpu).toPrecision(2), "largest difference:", off);
}
backend.destroy();
`;
}

const seeds = [379, 523];

const texts: Readonly<Record<KernelName, { readonly operands: readonly string[]; readonly run: string }>> = {
  matmul: { operands: ["a", "b"], run: "a.matmul(b)" },
  tanh: { operands: ["x"], run: "x.tanh()" },
  softmax: { operands: ["x"], run: "x.softmax(1)" },
};
