import { useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { looking } from "../looking.ts";
import { paintInPieces } from "../plot/paint.ts";
import { cssOf, palette } from "../plot/palette.ts";
import { client } from "../store.ts";
import { strongestEdges } from "./edges.ts";
import { sizesOf } from "./sizes.ts";

interface Spot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** So many edges are drawn at most. */
export const mostEdges = 500;
/** Edges in one piece of painting: without a graphics card a line takes up to 0.2 ms. */
const piece = 40;
const thickest = 3.4;

/** The weights between the cards in a box, or their gradients: the thicker the larger, dashed below 0. */
export function EdgeCanvas({ box }: { readonly box: RefObject<HTMLElement | null> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const spots = useRef(new Map<string, Spot>());
  const draw = () => {
    const numbers = client.numbers.peek();
    const running = client.running.peek();
    if (!canvas.current || !numbers || !running) return;
    const isForward = looking.peek().flow === "forward";
    const values = isForward ? numbers.weights : numbers.gradients;
    const sizes = sizesOf(running);
    const expected = sizes.slice(1).reduce((sum, units, k) => sum + units * ((sizes[k] as number) + 1), 0);
    if (values.length !== expected) return;
    const colours = palette.peek();
    const colour = cssOf(isForward ? colours.data : colours.grad);
    paintInPieces(canvas.current, paint(canvas.current, values, sizes, spots.current, colour));
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const { left: x, top: y } = element.getBoundingClientRect();
      spots.current = new Map(
        [...element.querySelectorAll<HTMLElement>("[data-spot]")].map((card) => {
          const { left, top, width, height } = card.getBoundingClientRect();
          return [card.dataset.spot ?? "", { left: left - x, top: top - y, width, height }];
        }),
      );
      draw();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const layer of element.querySelectorAll(".net-layer")) observer.observe(layer);
    return () => observer.disconnect();
  });
  useSignalEffect(() => {
    void client.numbers.value;
    void looking.value.flow;
    void palette.value;
    draw();
  });
  return <canvas ref={canvas} class="net-edges" />;
}

/** Paints on a canvas that nobody sees, part after part, and shows it when it is done. */
function* paint(
  canvas: HTMLCanvasElement,
  values: Float64Array,
  sizes: readonly number[],
  spots: ReadonlyMap<string, Spot>,
  colour: string,
): Generator<void> {
  const scale = Math.min(2, window.devicePixelRatio);
  const [width, height] = [canvas.offsetWidth, canvas.offsetHeight];
  if (width === 0 || height === 0) return;
  const edges = strongestEdges(values, sizes, mostEdges);
  yield;
  const hidden = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = hidden.getContext("2d");
  const corner = new OffscreenCanvas(1, 1).getContext("2d");
  if (context === null || corner === null) return;
  context.scale(scale, scale);
  context.strokeStyle = colour;
  const top = Math.abs(edges.at(-1)?.value ?? 1);
  for (const [i, { layer, from, to, value }] of edges.entries()) {
    const [start, end] = [spots.get(`${layer}.${from}`), spots.get(`${layer + 1}.${to}`)];
    if (!start || !end) continue;
    context.lineWidth = 0.6 + (thickest * Math.abs(value)) / top;
    context.setLineDash(value < 0 ? [5, 4] : []);
    context.beginPath();
    connect(context, start, end);
    context.stroke();
    if (i % piece < piece - 1) continue;
    // A canvas only notes its lines until somebody looks at it.
    corner.drawImage(hidden, 0, 0);
    yield;
  }
  canvas.width = hidden.width;
  canvas.height = hidden.height;
  canvas.getContext("2d")?.drawImage(hidden, 0, 0);
}

/** From card to card, to the right, or down where the layers lie below each other. */
function connect(context: OffscreenCanvasRenderingContext2D, a: Spot, b: Spot): void {
  const isBeside = b.left >= a.left + a.width;
  if (isBeside) {
    const [x1, y1, x2, y2] = [a.left + a.width, a.top + a.height / 2, b.left, b.top + b.height / 2];
    const bend = Math.min(40, (x2 - x1) / 2);
    context.moveTo(x1, y1);
    context.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
    return;
  }
  const [x1, y1, x2, y2] = [a.left + a.width / 2, a.top + a.height, b.left + b.width / 2, b.top];
  const bend = Math.min(40, (y2 - y1) / 2);
  context.moveTo(x1, y1);
  context.bezierCurveTo(x1, y1 + bend, x2, y2 - bend, x2, y2);
}
