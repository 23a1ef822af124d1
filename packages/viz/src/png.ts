/** How large a picture in pixels is. */
export interface PngOptions {
  /** Pixels of the PNG for each pixel of the drawing; 2 if absent. */
  readonly scale?: number;
}

/** The part of @resvg/resvg-js that is used. */
interface Rasterizer {
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}

const renderer = "@resvg/resvg-js";

/** The drawing as a PNG, by a package that is loaded when it is first asked for. */
export async function toPng(
  svg: string,
  { scale = 2 }: PngOptions,
  load = loadRenderer,
): Promise<Uint8Array> {
  if (!(scale > 0 && scale <= 16)) {
    throw new RangeError(`png: scale is a number above 0 and up to 16; got ${scale}.`);
  }
  const { Resvg } = await load();
  const font = { loadSystemFonts: true, defaultFontFamily: "DejaVu Sans" };
  const picture = new Resvg(forRenderer(svg), { font, fitTo: { mode: "zoom", value: scale } });
  return new Uint8Array(picture.render().asPng());
}

/**
 * The SVG in what the renderer knows: it has no custom properties, before which each colour stands plainly, and takes
 * no family from the shorthand `font`. Texts of the drawing are not touched: no label is inside `<style>`.
 */
function forRenderer(svg: string): string {
  return svg.replace(/<style>[^<]*<\/style>/, (style) =>
    style
      .replace(/;(?:fill|stroke):var\([^)]*\)/g, "")
      .replace(/font:(\d+px) /g, "font-size:$1;font-family:"),
  );
}

async function loadRenderer(): Promise<Rasterizer> {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  if (process?.versions?.node === undefined) {
    throw new Error(
      `png: it is made in Node, by the package ${renderer}; in a page, load svg() into an Image by the address of a Blob, and draw that on a canvas.`,
    );
  }
  try {
    // By a name that bundlers do not follow: whoever makes no PNG need not have it.
    const name: string = renderer;
    return (await import(/* @vite-ignore */ name)) as Rasterizer;
  } catch (cause) {
    throw new Error(
      `png: it is made by the package ${renderer}, which could not be loaded; install it: npm install ${renderer}`,
      { cause },
    );
  }
}
