import { escapeHtml } from "./html.ts";
import { run } from "./run.ts";

type Point = readonly [x: number, y: number];

/** What a block may export: points with links between some of them, chains of points, rings. */
interface Net {
  points?: readonly Point[];
  links?: readonly (readonly [number, number])[];
  chains?: readonly (readonly Point[])[];
  rings?: readonly Point[];
}

const height = 360;

/** The picture of a block ```ts net Caption: what its code computed when the site was built. */
export function netFigure(source: string, caption: string): string {
  const { points = [], links = [], chains = [], rings = [] } = run(source) as Net;
  const all = [...points, ...chains.flat(), ...rings];
  const [left, right] = range(all.map(([x]) => x));
  const [bottom, top] = range(all.map(([, y]) => y));
  const scale = height / (top - bottom);
  const place = ([x, y]: Point) => `${((x - left) * scale).toFixed(1)} ${((top - y) * scale).toFixed(1)}`;
  const lines = [...links.map(([i, j]) => [points[i] as Point, points[j] as Point]), ...chains];
  const path = lines.map((line) => `M${line.map(place).join("L")}`).join("");
  const dots = [...points, ...chains.flat()].map((dot) => circle(place(dot), 3.5, "dot"));
  const marks = rings.map((ring) => circle(place(ring), 9, "ring"));
  const svg =
    `<svg class="net" viewBox="-12 -12 ${((right - left) * scale + 24).toFixed()} ${height + 24}" role="img" ` +
    `aria-label="${escapeHtml(caption)}"><path d="${path}"/>${dots.join("")}${marks.join("")}</svg>`;
  return `<figure>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>\n`;
}

const range = (numbers: readonly number[]) => [Math.min(...numbers), Math.max(...numbers)] as const;

function circle(at: string, radius: number, kind: string): string {
  const [x, y] = at.split(" ");
  return `<circle class="${kind}" cx="${x}" cy="${y}" r="${radius}"/>`;
}
