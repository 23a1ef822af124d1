import { value } from "@outgrad/engine";
import { expect, test } from "vitest";
import { Adam, EMA, Linear, readNumbers } from "../src/index.js";

test("readNumbers(...) has nothing to do on the CPU, and refuses what keeps no Tensors", async () => {
  const net = new Linear(2, 1);
  await readNumbers(net, new Adam(net.parameters()), new EMA([value(1)]), net.weight);
  await expect(readNumbers(net, 3 as never)).rejects.toThrow(
    "readNumbers: expected Tensors, Modules, optimisers and averages of weights, got 3.",
  );
});
