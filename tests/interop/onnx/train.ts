import type { Tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { SGD } from "@outgrad/nn";
import type { Case } from "./cases.ts";

/** Trains a model for a few steps, towards 0.3: weights and running means are no longer those that it began with. */
export function train({ model, inputs }: Case): void {
  const stream = random(7);
  const parameters = model.parameters();
  if (parameters.length === 0) return;
  const optimizer = new SGD(parameters, { lr: 0.01 });
  model.train();
  for (let step = 0; step < 3; step++) {
    const loss = (model.forward(...inputs(4, stream)) as Tensor).sub(0.3).square().mean();
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
  }
  model.eval();
}
