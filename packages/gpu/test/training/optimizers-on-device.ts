import { cpu, type Tensor, tensor, useBackend } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import {
  Adadelta,
  Adagrad,
  Adam,
  AdamW,
  clipGradNorm,
  NAdam,
  type Optimizer,
  RAdam,
  RMSprop,
  SGD,
} from "@outgrad/nn";
import { afterEach, describe, expect, it } from "vitest";
import type { GpuBackend } from "../../src/backend/gpu-backend.js";

const optimizers: Readonly<Record<string, (p: Tensor) => Optimizer>> = {
  SGD: (p) => new SGD([p], { lr: 0.1, weightDecay: 0.01 }),
  "SGD with momentum": (p) => new SGD([p], { lr: 0.1, momentum: 0.9, dampening: 0.2 }),
  "SGD with nesterov": (p) => new SGD([p], { lr: 0.1, momentum: 0.9, nesterov: true, maximize: true }),
  Adam: (p) => new Adam([p], { lr: 0.1, weightDecay: 0.01 }),
  "Adam with amsgrad": (p) => new Adam([p], { lr: 0.1, amsgrad: true }),
  AdamW: (p) => new AdamW([p], { lr: 0.1 }),
  NAdam: (p) => new NAdam([p], { lr: 0.1 }),
  RAdam: (p) => new RAdam([p], { lr: 0.1 }),
  RMSprop: (p) => new RMSprop([p]),
  "RMSprop, centered with momentum": (p) => new RMSprop([p], { centered: true, momentum: 0.9 }),
  Adagrad: (p) => new Adagrad([p], { lr: 0.1, lrDecay: 0.1, initialAccumulatorValue: 0.1 }),
  Adadelta: (p) => new Adadelta([p], { weightDecay: 0.01 }),
};

const start = Float32Array.of(1, -2, 0.5, 3, -0.1, 0);

/** A parameter after twelve steps with clipped gradients, read; at the fourth there is none. */
async function walk(make: (p: Tensor) => Optimizer): Promise<Tensor> {
  const p = tensor(start, { shape: [2, 3], requiresGrad: true }) as Tensor;
  const optimizer = make(p);
  const stream = random("gradients");
  for (let step = 0; step < 12; step++) {
    const g = Float32Array.from(start, () => stream.normal());
    // A gradient is kept where its Tensor is.
    p.grad = step === 3 ? null : (tensor(g, { shape: [2, 3] }).mul(1) as Tensor);
    clipGradNorm([p], 2);
    optimizer.step();
  }
  await p.read();
  return p;
}

/** Every optimiser on a device. */
export function optimizersOn(gpu: GpuBackend): void {
  afterEach(() => {
    useBackend(cpu);
  });

  describe(`optimisers on ${gpu.name}`, () => {
    it.each(Object.entries(optimizers))(
      "%s is within 2e-6 of the CPU after twelve steps",
      async (_, make) => {
        const wanted = await walk(make);
        useBackend(gpu);
        const found = await walk(make);
        expect(found.backend).toBe(gpu);
        const largest = Math.max(...wanted.data.map(Math.abs));
        found.data.forEach((x, i) => {
          expect(Math.abs(x - (wanted.data[i] as number)) / largest).toBeLessThan(2e-6);
        });
      },
    );
  });
}
