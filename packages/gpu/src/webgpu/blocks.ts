/** A buffer of the device, which serves one array of numbers after the other. */
export interface Block {
  readonly id: number;
  readonly buffer: GPUBuffer;
  readonly bytes: number;
  /** The batch of commands that used it last. */
  batch: number;
  /** Ends what is not the pool's own, instead of putting it back. */
  readonly giveUp?: () => void;
}

/** Bytes of a block for so many numbers: of four sizes to each doubling, so at most a quarter is wasted. */
export function blockBytes(size: number, largest: number): number {
  const numbers = Math.max(size, 64);
  const step = 1 << (29 - Math.clz32(numbers - 1));
  return Math.max(numbers * 4, Math.min(Math.ceil(numbers / step) * step * 4, largest));
}

/**
 * Blocks that were given back, by size. Commands run in order, so a block can serve again at once: whoever reads what
 * was in it before was asked to earlier. The pool holds at most as much as was ever in use at a time; beyond that the
 * sizes of the work have changed, and it lets go of everything.
 */
export class Blocks {
  /** Blocks in use, and their bytes. */
  count = 0;
  bytes = 0;
  pooled = 0;
  #peak = 0;
  #ids = 0;
  readonly #free = new Map<number, Block[]>();
  readonly #create: (bytes: number) => GPUBuffer;
  readonly #destroy: (blocks: readonly Block[]) => void;

  /** `destroy` is told which blocks go, before anything is reused. */
  constructor(create: (bytes: number) => GPUBuffer, destroy: (blocks: readonly Block[]) => void) {
    this.#create = create;
    this.#destroy = destroy;
  }

  take(bytes: number): Block {
    const block = this.#free.get(bytes)?.pop();
    if (block) this.pooled -= bytes;
    return this.#use(block ?? { id: ++this.#ids, buffer: this.#create(bytes), bytes, batch: -1 });
  }

  /** Counts a buffer that somebody else made; `giveUp` is called in place of pooling it. */
  adopt(buffer: GPUBuffer, giveUp: () => void): Block {
    return this.#use({ id: ++this.#ids, buffer, bytes: buffer.size, batch: -1, giveUp });
  }

  give(block: Block): void {
    this.count--;
    this.bytes -= block.bytes;
    if (block.giveUp) {
      this.#destroy([block]);
      return;
    }
    const same = this.#free.get(block.bytes);
    if (same) same.push(block);
    else this.#free.set(block.bytes, [block]);
    this.pooled += block.bytes;
    if (this.pooled > this.#peak) this.clear();
  }

  clear(): void {
    this.#destroy([...this.#free.values()].flat());
    this.#free.clear();
    this.pooled = 0;
  }

  #use(block: Block): Block {
    this.count++;
    this.bytes += block.bytes;
    this.#peak = Math.max(this.#peak, this.bytes);
    return block;
  }
}
