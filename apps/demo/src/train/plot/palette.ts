import { computed, signal } from "@preact/signals";
import { theme } from "../../state/theme.ts";

type Rgb = readonly [red: number, green: number, blue: number];

const names = ["surface", "text", "muted", "edge", "data", "grad"] as const;

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const systemIsDark = signal(dark.matches);
dark.addEventListener("change", ({ matches }) => {
  systemIsDark.value = matches;
});

/** The page's colours in the theme of the moment, as a canvas needs them. */
export const palette = computed(() => {
  // Read for their change: the colours themselves are the page's.
  void theme.value;
  void systemIsDark.value;
  const probe = document.createElement("i");
  document.body.append(probe);
  const colours = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--${name})`;
      const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
      return [name, parts.slice(0, 3).map(Number) as unknown as Rgb];
    }),
  ) as Record<(typeof names)[number], Rgb>;
  probe.remove();
  return colours;
});

export const cssOf = ([r, g, b]: Rgb): string => `rgb(${r} ${g} ${b})`;

const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, i) => Math.round(part + ((to[i] as number) - part) * share)) as unknown as Rgb;

/** Pixels as an ImageData keeps them in memory. */
function table(colours: readonly Rgb[]): Uint32Array {
  const bytes = new Uint8ClampedArray(colours.flatMap((colour) => [...colour, 255]));
  return new Uint32Array(bytes.buffer);
}

/** The colours of `shade`: three strengths of class 0, of class 1, and the border. */
export const shadeColours = computed(() => {
  const { surface, data, grad, text } = palette.value;
  const strengths = [0.16, 0.3, 0.44];
  return table([
    ...[data, grad].flatMap((colour) => strengths.map((share) => mixed(surface, colour, share))),
    text,
  ]);
});

/** The colours of a heat map: 0 is the most negative number, 128 zero, 255 the most positive one. */
export const heatColours = computed(() => {
  const { surface, data, grad } = palette.value;
  return table(
    Array.from({ length: 256 }, (_, i) => mixed(surface, i < 128 ? data : grad, Math.abs(i - 128) / 128)),
  );
});
