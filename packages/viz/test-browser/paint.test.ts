/// <reference lib="dom" />
import { draw } from "@outgrad/viz";
import { expect, it } from "vitest";
import { seedGraph } from "../test/nodes.js";

it("paint puts cards onto a canvas of the page and onto one of a worker", () => {
  const drawing = draw(seedGraph());
  const { width, height } = drawing.size;
  for (const canvas of [
    Object.assign(document.createElement("canvas"), { width, height }),
    new OffscreenCanvas(width, height),
  ]) {
    const context = canvas.getContext("2d") as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
    drawing.paint(context, { x: 0, y: 0, scale: 1, width, height, theme: "dark" });
    const { x, y } = drawing.boundsOf(1) as { x: number; y: number };
    const colourAt = (left: number, top: number) => [...context.getImageData(left, top, 1, 1).data];
    expect(colourAt(1, 1)).toEqual([0x10, 0x15, 0x1d, 255]);
    expect(colourAt(x + 60, y + 5)).toEqual([0x16, 0x28, 0x3e, 255]);
  }
});
