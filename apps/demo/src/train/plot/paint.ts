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

/** Jobs that wait, by what they paint: a newer one takes the place of one that has not begun or not ended. */
const jobs = new Map<unknown, Iterator<void>>();
let isRunning = false;

/**
 * Paints in pieces: at most one of each job in a frame, for a canvas only notes what is drawn, and the work comes when
 * the frame ends.
 */
export function paintInPieces(what: unknown, job: Iterable<void>): void {
  jobs.set(what, job[Symbol.iterator]());
  if (isRunning) return;
  isRunning = true;
  requestAnimationFrame(run);
}

function run(): void {
  const end = performance.now() + sliceMs;
  for (const [what, job] of [...jobs]) {
    jobs.delete(what);
    // Behind the others, so that all get their turn.
    if (!job.next().done && !jobs.has(what)) jobs.set(what, job);
    if (performance.now() >= end) break;
  }
  isRunning = jobs.size > 0;
  if (isRunning) requestAnimationFrame(run);
}
