/** How fast a run goes, and which part of the time drawing takes; old times fade, so both follow the present. */
export class Pace {
  #training = 0;
  #drawing = 0;
  #samples = 0;

  /** Samples trained a second while training had the processor; 0 before any. */
  get perSecond(): number {
    return this.#samples > 0 ? (1000 * this.#samples) / this.#training : 0;
  }

  get drawingShare(): number {
    const all = this.#training + this.#drawing;
    return all > 0 ? this.#drawing / all : 0;
  }

  trained(ms: number, samples: number): void {
    this.#fade();
    this.#training += ms;
    this.#samples += samples;
  }

  drew(ms: number): void {
    this.#fade();
    this.#drawing += ms;
  }

  #fade(): void {
    if (this.#training + this.#drawing < 1000) return;
    this.#training /= 2;
    this.#drawing /= 2;
    this.#samples /= 2;
  }
}
