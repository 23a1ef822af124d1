import type { Tensor } from "@outgrad/engine";
import { Module } from "../module.js";
import { expectShape } from "./expect.js";

/** x itself: a place in a chain where nothing happens. torch.nn.Identity. */
export class Identity extends Module<Tensor> {
  /** The same Tensor. */
  forward(x: Tensor): Tensor {
    expectShape("Identity.forward", "x", x, ["..."]);
    return x;
  }
}
