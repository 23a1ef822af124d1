import type { Vertex } from "../graph/graph.js";
import { escapeXml } from "../text/clean.js";
import { elide } from "../text/width.js";
import { element, textElement } from "../xml.js";
import { badgeRoom, badgeWidth, type CardSize, type Face, faceOf, measures, type Shown } from "./face.js";
import type { Box } from "./hit.js";
import { type Gradient, gradientIn, isKnown, type Scene } from "./scene.js";
import { cardWords } from "./words.js";

const { padding, head, line, note, label } = measures;

/** The card of one vertex as SVG, its upper left corner at (x, y). */
export function card(
  node: Vertex,
  scene: Scene,
  size: CardSize,
  shown: ReadonlySet<Shown>,
  isRoot: boolean,
  [x, y]: readonly [number, number],
): string {
  const face = faceOf(node, scene, shown);
  const gradient = gradientIn(scene, node);
  const words = cardWords(node, scene.names, gradient, isKnown(scene, node));
  const { width, height } = size;
  const room = (width - 2 * padding - badgeRoom(face.badge)) / label / 1.08;
  return element(
    "g",
    {
      class: classesOf(node, scene, isRoot),
      role: "graphics-symbol",
      "aria-label": words,
      "data-id": String(node.id),
      transform: `translate(${x} ${y})`,
    },
    `<title>${escapeXml(tooltip(node, words, gradient, isKnown(scene, node)))}</title>`,
    element("rect", { width, height, rx: 8 }),
    textElement(
      { class: face.isNamed ? "og-label" : "og-label og-unnamed", x: padding, y: 20 },
      elide(face.title, room),
    ),
    badge(face.badge, width),
    noteLine(face, width),
    ...face.rows.map(({ caption, kind, text, waits }, i) => {
      const y = head + (face.note ? note : 0) + i * line + 13;
      return (
        textElement({ class: "og-caption", x: padding, y }, caption) +
        textElement({ class: waits ? `og-${kind} og-waits` : `og-${kind}`, x: width - padding, y }, text)
      );
    }),
    bars(face, size),
  );
}

function classesOf(node: Vertex, scene: Scene, isRoot: boolean): string {
  let classes = "og-card";
  if (node.isLeaf) classes += node.isConstant ? " og-constant" : " og-leaf";
  if (node.group) classes += " og-group";
  if (isRoot) classes += " og-root";
  if (!isKnown(scene, node)) classes += " og-future";
  if (scene.current === node.id) classes += " og-current";
  if (scene.receives.has(node.id)) classes += " og-receives";
  return classes;
}

/** With all digits, for who wants them. */
function tooltip(node: Vertex, words: string, { value }: Gradient, known: boolean): string {
  const data = known ? `\ndata ${node.data}` : "";
  return words + data + (value === undefined || node.isConstant ? "" : `\ngrad ${value}`);
}

function badge(text: string, width: number): string {
  if (text === "") return "";
  const wide = badgeWidth(text);
  const left = width - padding + 2 - wide;
  return element(
    "g",
    { class: "og-badge" },
    element("rect", { x: left, y: 6, width: wide, height: 20, rx: 10 }),
    textElement({ x: left + wide / 2, y: 20 }, text),
  );
}

function noteLine({ note: both }: Face, width: number): string {
  if (both === undefined) return "";
  const [left, right] = both;
  const y = head + 8;
  const room = (width - 2 * padding) / measures.badge / 1.08;
  return (
    textElement({ class: "og-note", x: padding, y }, elide(left, room)) +
    (right === "" ? "" : textElement({ class: "og-note og-end", x: width - padding, y }, right))
  );
}

/** Where the bars of a card stand: one lies in its track; several stand next to each other. */
export function barRects(
  { bar, bars: shares }: Face,
  { width, height }: CardSize,
): { readonly track: Box; readonly bars: readonly Box[] } {
  const wide = width - 2 * padding;
  if (bar !== undefined) {
    const [from, to] = [Math.min(...bar), Math.max(...bar)];
    const track = { x: padding, y: height - 17, width: wide, height: 7 };
    return { track, bars: [{ ...track, x: padding + from * wide, width: Math.max(2, (to - from) * wide) }] };
  }
  const tall = 14;
  const middle = height - 7 - tall / 2;
  const step = Math.min(14, wide / shares.length);
  const bars = shares.map((share, i) => {
    const end = (share * tall) / 2;
    const y = middle - Math.max(0, end);
    return { x: padding + i * step, y, width: step * 0.75, height: Math.max(1, Math.abs(end)) };
  });
  return { track: { x: padding, y: middle - 0.5, width: wide, height: 1 }, bars };
}

function bars(face: Face, size: CardSize): string {
  if (face.bar === undefined && face.bars.length === 0) return "";
  const { track, bars: rects } = barRects(face, size);
  return element(
    "g",
    { class: "og-bars" },
    element("rect", { class: "og-track", ...track }),
    ...rects.map((rect) => element("rect", { class: "og-bar", ...rect })),
  );
}
