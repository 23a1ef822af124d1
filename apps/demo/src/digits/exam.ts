import { noGrad } from "@outgrad/engine";
import { crossEntropy, softmax } from "@outgrad/losses";
import type { Sequential } from "@outgrad/nn";
import type { Score } from "../lab/score.ts";
import type { Pictures } from "./data.ts";
import { whileUsed } from "./network.ts";
import { winner } from "./winner.ts";

/** What a network says about every picture of a set. */
export interface Exam {
  readonly score: Score;
  /** The probability of each digit, ten for each picture. */
  readonly probabilities: Float32Array;
}

/** Asks a network about pictures. */
export function examine(network: Sequential, { x, y, labels }: Pick<Pictures, "x" | "y" | "labels">): Exam {
  return whileUsed(network, () =>
    noGrad(() => {
      const logits = network.forward(x);
      const probabilities = Float32Array.from(softmax(logits).data);
      const right = labels.filter((label, i) => winner(probabilities, i) === label).length;
      return {
        score: { loss: crossEntropy(logits, y).item(), accuracy: right / labels.length },
        probabilities,
      };
    }),
  );
}
