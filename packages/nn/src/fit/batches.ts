import type { Tensor } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";

/** The rows of one epoch, cut into batches. */
export class Batches {
  /** How many there are. */
  readonly count: number;
  private readonly order: Int32Array;
  private readonly size: number;

  /** Of `rows` rows in an order drawn from `random`, or as they are; with dropLast, of full batches only. */
  constructor(rows: number, size: number, random: Random | undefined, dropLast: boolean) {
    const natural = Array.from({ length: rows }, (_, row) => row);
    this.order = Int32Array.from(random ? random.shuffle(natural) : natural);
    this.size = size;
    this.count = dropLast ? Math.floor(rows / size) : Math.ceil(rows / size);
  }

  /** How many rows batch number k has. */
  rowsOf(k: number): number {
    return Math.min(this.size, this.order.length - k * this.size);
  }

  /** Batch number k of each of the Tensors. */
  take(k: number, data: readonly Tensor[]): Tensor[] {
    const rows = this.order.subarray(k * this.size, (k + 1) * this.size);
    return data.map((tensor) => tensor.detach().indexSelect(0, rows));
  }
}
