import { expect, it } from "vitest";
import { palette } from "../src/theme.js";

/** WCAG 2.2's contrast of two colours such as "#0b5cad". */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

it("contrast agrees with the numbers that WCAG's own examples give", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

it.each(["light", "dark"] as const)("text has a contrast of 4.5 on all that it stands on, %s", (theme) => {
  const colours = palette[theme];
  for (const under of ["ground", "card", "leaf", "active"] as const) {
    for (const text of ["ink", "muted", "data", "grad", "slope"] as const) {
      expect(contrast(colours[text], colours[under]), `${text} on ${under}`).toBeGreaterThan(4.5);
    }
  }
  expect(contrast(colours.onBadge, colours.badge)).toBeGreaterThan(4.5);
});

it.each(["light", "dark"] as const)("lines and marks have a contrast of 3, %s", (theme) => {
  const colours = palette[theme];
  for (const mark of ["line", "data", "grad", "slope", "fourth", "fifth", "ink"] as const) {
    for (const under of ["ground", "leaf"] as const) {
      expect(contrast(colours[mark], colours[under]), `${mark} on ${under}`).toBeGreaterThan(3);
    }
  }
});
