import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { paintInPieces, paintPixels } from "../plot/paint.ts";
import { heatColours } from "../plot/palette.ts";
import { client } from "../store.ts";

/** What a neuron says over the plane; neurons are counted through all layers. */
export function HeatMap({ index }: { readonly index: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = () => {
    const colours = heatColours.value;
    const shown = client.sight.value;
    if (!shown || !canvas.current) return;
    const { size, maps } = shown.sight;
    const map = maps.subarray(index * size * size, (index + 1) * size * size);
    if (map.length > 0) paintInPieces(canvas.current, once(canvas.current, map, size, colours));
  };
  useEffect(draw, [index]);
  useSignalEffect(draw);
  return <canvas ref={canvas} class="heat" />;
}

function* once(
  canvas: HTMLCanvasElement,
  map: Uint8Array,
  size: number,
  colours: Uint32Array,
): Generator<void> {
  yield paintPixels(canvas, map, size, colours);
}
