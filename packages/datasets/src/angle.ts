import { cos, sin } from "@outgrad/engine";

/** The point of the unit circle at an angle, counted anticlockwise from the x axis. */
export function onCircle(radians: number): [x: number, y: number] {
  // The engine's cos and sin have the same bits everywhere; Math's do not.
  return [cos(radians).data, sin(radians).data];
}

/** `count` numbers from low to high, both included; only low if count is 1. */
export function spaced(low: number, high: number, count: number): number[] {
  const step = count > 1 ? (high - low) / (count - 1) : 0;
  return Array.from({ length: count }, (_, i) => low + i * step);
}
