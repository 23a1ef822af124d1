import { useLayoutEffect, useRef } from "preact/hooks";

/** An 8 × 8 picture, ink on paper, drawn pixel by pixel and scaled up by the browser. Ink is 0 to 1. */
export function DigitImage({
  pixels,
  class: name = "",
}: {
  readonly pixels: readonly number[];
  readonly class?: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(8, 8);
    pixels.forEach((ink, i) => {
      const shade = Math.round(255 * (1 - ink));
      image.data.set([shade, shade, shade, 255], 4 * i);
    });
    context.putImageData(image, 0, 0);
  }, [pixels]);
  return <canvas ref={canvas} class={`digit ${name}`} width={8} height={8} />;
}
