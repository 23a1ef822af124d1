import type { Formula } from "@outgrad/ops";
import type { Step } from "./flow.js";

/** A gradient in locals, one for each vector of a block. */
export interface Adjoint {
  /** The step whose gradient it was first: others that are handed the same number share it. */
  readonly step: number;
  readonly locals: readonly number[];
  /** How many have not done with it yet. */
  uses: number;
  /** Whether it is in memory too, as the row of its step. */
  isStored: boolean;
}

/** What a step hands to one of its operands: its own gradient times a local derivative. */
export interface Part {
  readonly step: Step;
  readonly partial: Formula;
  readonly own: Adjoint;
}

/** What waits for the steps of a function until they are reached, in the order in which it adds up. */
export class Waiting {
  private readonly parts = new Map<number, Part[]>();

  give(maker: number, part: Part): void {
    part.own.uses++;
    const known = this.parts.get(maker);
    if (known) known.push(part);
    else this.parts.set(maker, [part]);
  }

  take(maker: number): readonly Part[] {
    const parts = this.parts.get(maker) ?? [];
    this.parts.delete(maker);
    return parts;
  }
}
