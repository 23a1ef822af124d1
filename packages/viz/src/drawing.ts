import { type PngOptions, toPng } from "./png.js";

/** How a picture is read by somebody who does not see it, and what it is as data. */
export interface DrawingParts {
  svg(): string;
  text(): string;
  table(): string;
  json(): string;
}

/**
 * A picture, made on demand, always as a string: the same one in Node, in a browser and in a worker.
 * `console.log` in Node shows its table, and a Jupyter notebook shows the picture.
 */
export class Drawing {
  /** @internal */
  protected readonly parts: DrawingParts;

  /** @internal */
  constructor(parts: DrawingParts) {
    this.parts = parts;
  }

  /** An SVG document that carries its own style and says in words what it shows. */
  svg(): string {
    return this.parts.svg();
  }

  /** The picture in sentences, for screen readers and terminals. */
  text(): string {
    return this.parts.text();
  }

  /** Its numbers as a table of aligned text. */
  table(): string {
    return this.parts.table();
  }

  /** Its data as JSON. Numbers that JSON lacks are the strings "NaN", "Infinity", "-Infinity" and "-0". */
  json(): string {
    return this.parts.json();
  }

  /**
   * A PNG, in Node: the bytes of a file. It needs the package @resvg/resvg-js, which is not installed with this one,
   * and the fonts of the system. Colours are those of the drawing's theme; "auto" is light.
   *
   * @throws RangeError for a scale that is not above 0 or is above 16; Error without the package, and in a page.
   */
  png(options: PngOptions = {}): Promise<Uint8Array> {
    return toPng(this.svg(), options);
  }

  /** What `console.log` shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.table();
  }

  /** What a Jupyter notebook shows. */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    return { "image/svg+xml": this.svg(), "text/plain": this.table() };
  }
}

/** JSON that keeps every number: those that JSON lacks become strings. */
export function toJson(data: unknown): string {
  return JSON.stringify(data, (_, value) => {
    if (typeof value !== "number") return value;
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : Object.is(value, -0)
        ? "-0"
        : String(value);
  });
}
