import { inflateSync } from "node:zlib";
import { activations, draw, errorCurve, histogram, lossCurve } from "@outgrad/viz";
import { describe, expect, it } from "vitest";
import { toPng } from "../src/png.js";
import { seedGraph } from "./nodes.js";

/** The pixels of a PNG of 8 bits a channel that is not interlaced, as [width, height, pixel(x, y) => "#rrggbb"]. */
function decode(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height, depth, kind] = [view.getUint32(16), view.getUint32(20), png[24], png[25]];
  expect([depth, kind]).toEqual([8, 6]);
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type === "IDAT") parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const line = 4 * width;
  const pixels = new Uint8Array(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let i = 0; i < line; i++) {
      const left = i < 4 ? 0 : (pixels[y * line + i - 4] as number);
      const up = y === 0 ? 0 : (pixels[(y - 1) * line + i] as number);
      const corner = i < 4 || y === 0 ? 0 : (pixels[(y - 1) * line + i - 4] as number);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter as number] as number;
      pixels[y * line + i] = (raw[y * (line + 1) + 1 + i] as number) + guess;
    }
  }
  const hex = (byte: number | undefined) => (byte as number).toString(16).padStart(2, "0");
  const pixel = (x: number, y: number) =>
    `#${[0, 1, 2].map((channel) => hex(pixels[y * line + 4 * x + channel])).join("")}`;
  return { width, height, pixel };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((x) => Math.abs(guess - x)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** How many pixels have this colour. */
function count({ width, height, pixel }: ReturnType<typeof decode>, colour: string): number {
  let found = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (pixel(x, y) === colour) found++;
  return found;
}

describe("drawing.png()", () => {
  it("has scale pixels for each pixel of the drawing", async () => {
    const drawing = lossCurve({ series: [{ name: "loss", values: [3, 1] }], width: 300, height: 200 });
    const { width, height } = decode(await drawing.png({ scale: 1.5 }));
    expect([width, height]).toEqual([450, 300]);
    expect(decode(await drawing.png()).width).toBe(600);
  });

  it.each([
    ["light", "#ffffff", "#0b5cad"],
    ["auto", "#ffffff", "#0b5cad"],
    ["dark", "#10151d", "#7fc0ff"],
  ] as const)(
    "has the colours of the theme %s, which the renderer does not know as variables",
    async (theme, ground, data) => {
      const drawing = lossCurve({
        series: [{ name: "loss", values: [3, 1] }],
        theme,
        width: 300,
        height: 200,
      });
      const picture = decode(await drawing.png({ scale: 1 }));
      expect(picture.pixel(1, 1)).toBe(ground);
      expect(count(picture, data)).toBeGreaterThan(100);
    },
  );

  it("draws texts: a title of other letters is another picture", async () => {
    const of = (xLabel: string) => lossCurve({ series: [{ name: "a", values: [1, 2] }], xLabel }).png();
    expect(await of("step")).toEqual(await of("step"));
    expect(await of("step")).not.toEqual(await of("epoch"));
  });

  it("leaves a label alone that reads like a declaration of the style sheet", async () => {
    const of = (name: string) => lossCurve({ series: [{ name, values: [1, 2] }] }).png();
    expect(await of("a;fill:var(--og-x)")).not.toEqual(await of("a"));
  });

  it.each([
    ["draw", () => draw(seedGraph(), { theme: "light" })],
    ["histogram", () => histogram({ series: [{ name: "w", values: [1, 2, 2] }], theme: "light" })],
    [
      "activations",
      () => activations({ layers: [{ name: "tanh", values: [[0.5], [0.25]] }], theme: "light" }),
    ],
    [
      "errorCurve",
      () =>
        errorCurve(
          { exact: 1, methods: [{ name: "forward", points: [{ h: 0.1, error: 0.01 }] }] },
          { theme: "light" },
        ),
    ],
  ] as const)("%s gives one too, in its own colours", async (_, drawing) => {
    const picture = decode(await drawing().png({ scale: 1 }));
    expect(count(picture, "#ffffff")).toBeGreaterThan(100);
    expect(count(picture, "#0b5cad")).toBeGreaterThan(0);
  });

  it("png({ scale: 0 }) and png({ scale: NaN }) say what a scale is", async () => {
    const drawing = lossCurve({ series: [] });
    await expect(drawing.png({ scale: 0 })).rejects.toThrow(
      "png: scale is a number above 0 and up to 16; got 0.",
    );
    await expect(drawing.png({ scale: Number.NaN })).rejects.toThrow("got NaN");
  });

  it("says in a page, where there is no process, what to do there", async () => {
    const { process } = globalThis;
    const made = lossCurve({ series: [] });
    try {
      Object.assign(globalThis, { process: undefined });
      await expect(made.png()).rejects.toThrow("in a page, load svg() into an Image");
    } finally {
      Object.assign(globalThis, { process });
    }
  });

  it("is made by what the package of the renderer exports", async () => {
    const svg = lossCurve({ series: [] }).svg();
    expect(await toPng(svg, {}, () => import("@resvg/resvg-js"))).toEqual(await toPng(svg, {}));
  });

  it("passes on why the package could not be loaded", async () => {
    const cause = new Error("install it");
    await expect(toPng("<svg/>", {}, () => Promise.reject(cause))).rejects.toBe(cause);
  });
});
