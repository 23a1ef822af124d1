/** How fast a run goes, and which part of the time drawing takes; old times fade, so both follow the present. */
export class Pace {
  #training = 0;
  #measuring = 0;
  #drawing = 0;
  #samples = 0;
  #updates = 0;

  /** Samples trained a second while training had the processor; 0 before any. */
  get samplesPerSecond(): number {
    return this.#samples > 0 ? (1000 * this.#samples) / this.#training : 0;
  }

  /** Updates of the weights a second while training had the processor; 0 before any. */
  get updatesPerSecond(): number {
    return this.#updates > 0 ? (1000 * this.#updates) / this.#training : 0;
  }

  get drawingShare(): number {
    const all = this.#training + this.#measuring + this.#drawing;
    return all > 0 ? this.#drawing / all : 0;
  }

  trained(ms: number, samples: number, updates: number): void {
    this.#fade();
    this.#training += ms;
    this.#samples += samples;
    this.#updates += updates;
  }

  measured(ms: number): void {
    this.#fade();
    this.#measuring += ms;
  }

  drew(ms: number): void {
    this.#fade();
    this.#drawing += ms;
  }

  #fade(): void {
    if (this.#training + this.#measuring + this.#drawing < 1000) return;
    this.#training /= 2;
    this.#measuring /= 2;
    this.#drawing /= 2;
    this.#samples /= 2;
    this.#updates /= 2;
  }
}
