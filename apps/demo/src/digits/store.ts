import { batch, computed, effect, signal } from "@preact/signals";
import { sameConfig } from "../lab/same-config.ts";
import { keepInAddress, onAddress } from "../state/location.ts";
import { type PictureState, readPicture, startPicture, writePicture } from "./address.ts";
import { type Bitmap, blank, inkOf } from "./bitmap.ts";
import { DigitsClient } from "./client.ts";
import {
  type Config,
  initialConfig,
  type NetName,
  type Optimiser,
  rateFor,
  readConfig,
  writeConfig,
} from "./config.ts";
import { fitted, moved, noisy } from "./deform.ts";
import { drawingOf } from "./drawing-of.ts";

/** The training that the screen shows. */
export const config = signal<Config>(initialConfig("mlp"));
/** The picture that is looked at, and how it is changed. */
export const picture = signal<PictureState>(startPicture);
/** Which mistake is looked for among the test pictures, as `pairOf` says it; "all" for none in particular. */
export const pair = signal("all");
/** What an undo brings back, the newest last. */
const past = signal<readonly PictureState[]>([]);

/** The pictures to test with: ink, and the digit that each shows. */
export const testPictures = computed(() => client.opened.value);

/** The ink of a test picture, 0 to 16 in 64 pixels. */
export const inkOfTest = (place: number): Uint8Array =>
  testPictures.value?.images.subarray(64 * place, 64 * place + 64) ?? new Uint8Array(64);

/** What stands on the grid. */
export const bitmap = computed<Bitmap>(() => {
  const { drawn, test } = picture.value;
  return drawn ?? drawingOf(inkOfTest(test));
});

/** The digit that the picture is known to show; null for a drawing. */
export const label = computed(() =>
  picture.value.drawn === null ? (testPictures.value?.labels[picture.value.test] ?? null) : null,
);

/** The ink that the network gets. */
export const ink = computed(() => {
  const { drawn, fit, right, down, noise } = picture.value;
  const whole = drawn && fit ? fitted(drawn) : bitmap.value;
  return inkOf(noisy(moved(whole, right, down), noise));
});

export const client = new DigitsClient({ picture: new Uint8Array(64), target: 0 });
effect(() => client.look({ picture: ink.value, target: picture.value.target }));

const address = () => new URLSearchParams([...writeConfig(config.peek()), ...writePicture(picture.peek())]);

let opening: ReturnType<typeof setTimeout> | undefined;

/** Changes settings: the training starts over, and goes on if it was going. Dragging a slider starts one, not fifty. */
export function change(settings: Partial<Config>): void {
  config.value = { ...config.peek(), ...settings };
  keepInAddress("digits", address());
  clearTimeout(opening);
  opening = setTimeout(() => client.open(config.peek(), client.playing.peek()), 150);
}

/** Another network comes with the settings that suit it. */
export const changeNet = (net: NetName): void => change({ ...initialConfig(net), seed: config.peek().seed });

/** Another optimiser comes with a learning rate that suits it. */
export const changeOptimiser = (optimiser: Optimiser): void =>
  change({ optimiser, lr: rateFor(config.peek().net, optimiser) });

/** Starts over with the same settings; also the way out of every failure. */
export function restart(playing: boolean): void {
  if (client.failure.peek()) client.stop();
  client.open(config.peek(), playing);
}

/** Changes the picture, or how it is looked at. */
export function show(next: Partial<PictureState>): void {
  picture.value = { ...picture.peek(), ...next };
  keepInAddress("digits", address());
}

/** Begins a change of the drawing that an undo takes back whole. */
export function remember(): void {
  past.value = [...past.peek(), picture.peek()].slice(-50);
}

export const canUndo = computed(() => past.value.length > 0);

export function undo(): void {
  const before = past.peek().at(-1);
  if (before === undefined) return;
  past.value = past.peek().slice(0, -1);
  show(before);
}

/** A grid without ink, to be drawn on by hand: at any size, which is then made to fit. */
export function clear(): void {
  remember();
  show({ drawn: blank, fit: true, right: 0, down: 0, noise: 0 });
}

/** Puts a test picture on the grid. */
export function showTest(place: number): void {
  remember();
  show({ drawn: null, test: place, right: 0, down: 0, noise: 0 });
}

/** Draws over what stands on the grid. */
export function draw(next: Bitmap): void {
  const { drawn, fit } = picture.peek();
  show({ drawn: next, fit: drawn !== null && fit });
}

/** How much ink a pixel gets or loses at most, of 16, when the picture follows its gradient. */
const stride = 4;

/** Moves the ink of every pixel against the gradient: more like the target, as the network sees it. */
export function follow(): void {
  const seen = client.seen.peek();
  if (!seen) return;
  const { gradient, view } = seen;
  const most = gradient.reduce((largest, g) => Math.max(largest, Math.abs(g)), 0);
  const levels = view.picture.map((level, i) =>
    Math.max(0, Math.min(16, Math.round(level - (stride * (gradient[i] as number)) / (most || 1)))),
  );
  remember();
  show({ drawn: drawingOf(levels), fit: false, right: 0, down: 0, noise: 0 });
}

onAddress("digits", (query) => {
  const [before, next] = [config.peek(), readConfig(query)];
  batch(() => {
    config.value = next;
    picture.value = readPicture(query);
    past.value = [];
  });
  // Who comes back from another screen finds the training as it was left.
  if (client.running.peek() === null || !sameConfig(before, next)) client.open(next, false);
});
