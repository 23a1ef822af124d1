/** How a picture is coloured: for light or dark surroundings, or as the reader's system prefers. */
export type Theme = "light" | "dark" | "auto";

/**
 * The colours. Text has a contrast of at least 4.5 on ground and card, lines and marks at least 3. A page may put
 * its own in place with custom properties on any element around the picture: `--og-ink`, `--og-grad`, ...
 */
export const palette = {
  light: {
    ground: "#ffffff",
    card: "#ffffff",
    leaf: "#edf4fd",
    active: "#fff1e2",
    ink: "#111827",
    muted: "#4b5563",
    line: "#6b7787",
    faint: "#e3e7ec",
    badge: "#1f2937",
    onBadge: "#ffffff",
    data: "#0b5cad",
    grad: "#a8480b",
    slope: "#0f766e",
    fourth: "#7a3e9d",
    fifth: "#9d174d",
  },
  dark: {
    ground: "#10151d",
    card: "#18202b",
    leaf: "#16283e",
    active: "#3a2616",
    ink: "#eef2f7",
    muted: "#aeb8c5",
    line: "#8592a3",
    faint: "#2b3542",
    badge: "#dde4ec",
    onBadge: "#10151d",
    data: "#7fc0ff",
    grad: "#ffb37a",
    slope: "#5eead4",
    fourth: "#d9b3ff",
    fifth: "#ff9ec2",
  },
} as const;

export type Colour = keyof typeof palette.light;

/** A declaration that paints: the plain colour for readers of SVG without custom properties, then the variable. */
export function paint(property: "fill" | "stroke", colour: Colour, theme: Theme): string {
  return `${property}:${palette[theme === "dark" ? "dark" : "light"][colour]};${property}:var(--og-${colour}-)`;
}

/** The rules that give the variables their colours. */
export function themeRules(theme: Theme): string {
  const rules = (which: "light" | "dark") =>
    `.og-${theme}{${Object.entries(palette[which])
      .map(([name, value]) => `--og-${name}-:var(--og-${name},${value})`)
      .join(";")}}`;
  if (theme !== "auto") return rules(theme);
  return `${rules("light")}@media(prefers-color-scheme:dark){${rules("dark")}}`;
}

export const fonts =
  'ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif';
