/** Paints a picture of coded pixels on a canvas of that many pixels. */
export function paintPixels(
  canvas: HTMLCanvasElement,
  codes: Uint8Array,
  side: number,
  colours: Uint32Array,
): void {
  if (canvas.width !== side) canvas.width = side;
  if (canvas.height !== side) canvas.height = side;
  const context = canvas.getContext("2d");
  if (context === null) return;
  const image = context.createImageData(side, side);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = colours[codes[i] as number] as number;
  context.putImageData(image, 0, 0);
}

/** Longer than this, and the next job waits for the next frame. */
const sliceMs = 6;

/** Jobs that are under way, and the newest that wait, by what they paint. */
const begun = new Map<unknown, Iterator<void>>();
const waiting = new Map<unknown, Iterable<void>>();
let isRunning = false;

/**
 * Paints in pieces: at most one of each job in a frame. A job that has begun is ended, or a picture that changes faster
 * than it is painted would never be seen; of those that wait for the same picture only the newest is done.
 */
export function paintInPieces(what: unknown, job: Iterable<void>): void {
  waiting.set(what, job);
  if (isRunning) return;
  isRunning = true;
  requestAnimationFrame(run);
}

function run(): void {
  const end = performance.now() + sliceMs;
  for (const what of new Set([...begun.keys(), ...waiting.keys()])) {
    const job = begun.get(what) ?? waiting.get(what)?.[Symbol.iterator]();
    if (!begun.delete(what)) waiting.delete(what);
    // Behind the others, so that all get their turn.
    if (job && !job.next().done) begun.set(what, job);
    if (performance.now() >= end) break;
  }
  isRunning = begun.size + waiting.size > 0;
  if (isRunning) requestAnimationFrame(run);
}
