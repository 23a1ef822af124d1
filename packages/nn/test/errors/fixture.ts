import { type Tensor, tensor } from "@outgrad/engine";
import { type Random, random } from "@outgrad/engine/random";
import * as nn from "../../src/index.js";
import { sharedStream } from "../../src/layers/shared-stream.js";

/** A training in the middle: what a bad call could change, and the bytes that would show it. */
export class Fixture {
  readonly net = new nn.Sequential(
    new nn.Linear(2, 3, { seed: 1 }),
    new nn.Dropout(0.5),
    new nn.BatchNorm1d(3),
  );
  readonly parameters: Tensor[] = this.net.parameters();
  readonly optimizer = new nn.SGD(this.parameters, { lr: 0.1, momentum: 0.9 });
  readonly schedule = new nn.StepLR(this.optimizer, { stepSize: 2 });
  readonly random: Random = random(3);
  readonly x: Tensor = tensor([
    [1, 2],
    [3, 4],
  ]);

  constructor() {
    this.loss(this.x).backward();
    this.optimizer.step();
    this.schedule.step();
  }

  readonly loss = (x: Tensor): Tensor => this.net.forward(x).square().sum();

  /** All of it, the gradients too. */
  bytes(): Uint8Array {
    const { net, optimizer, schedule, random, parameters } = this;
    const grads = parameters.map(({ grad, requiresGrad }) => [grad, requiresGrad]);
    return nn.saveCheckpoint({ net, optimizer, schedule, random, shared: sharedStream, grads });
  }
}

/** A call that must fail, and how its sentence begins. */
export type Bad = readonly [call: (fixture: Fixture) => unknown, sentence: string];
