import type { Vertex } from "../graph/trace.js";
import { clean, escapeXml } from "../text/clean.js";
import { formatNumber, withMinus } from "../text/number.js";
import { elide, ems } from "../text/width.js";
import { element, textElement } from "../xml.js";
import { type Gradient, gradientIn, type Scene } from "./scene.js";
import { cardWords } from "./words.js";

/** Which numbers a drawing shows: on the cards `data` and `grad`, on the edges `local` slopes. */
export type Shown = "data" | "grad" | "local";

/** The size of a card; all cards of a graph have the same. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
}

const padding = 10;
const head = 30;
const line = 20;
const labelSize = 14;
const badgeSize = 12;
const narrowest = 128;
const widest = 220;

/** The size that the longest label and badge need. Numbers always fit, so a card does not grow when they change. */
export function cardSize(scene: Scene, show: ReadonlySet<Shown>): CardSize {
  let need = narrowest;
  for (const node of scene.cards)
    need = Math.max(need, ems(title(node, scene)) * labelSize * 1.08 + badgeRoom(node, scene));
  const rows = Number(show.has("data")) + Number(show.has("grad"));
  return {
    width: Math.min(widest, Math.ceil(need + 2 * padding)),
    height: head + rows * line + (rows > 0 ? 4 : 0),
  };
}

/** The card of one value, its upper left corner at (x, y). */
export function card(
  node: Vertex,
  scene: Scene,
  { width, height }: CardSize,
  show: ReadonlySet<Shown>,
  isRoot: boolean,
  [x, y]: readonly [number, number],
): string {
  const { flow } = scene.moment ?? {};
  const gradient = gradientIn(scene, node);
  const rows: string[] = [];
  const row = (caption: string, className: string, text: string) => {
    const y = head + rows.length * line + 13;
    rows.push(
      textElement({ class: "og-caption", x: padding, y }, caption) +
        textElement({ class: className, x: width - padding, y }, withMinus(text)),
    );
  };
  if (show.has("data")) row("data", "og-data", formatNumber(node.data));
  if (show.has("grad") && !node.isConstant) {
    const { value, isComplete } = gradient;
    if (value === undefined) row("grad", "og-grad og-waits", "not yet");
    else row(isComplete ? "grad" : "so far", "og-grad", formatNumber(value));
  }
  const classes = [
    "og-card",
    ...(node.isLeaf ? [node.isConstant ? "og-constant" : "og-leaf"] : []),
    ...(isRoot ? ["og-root"] : []),
    ...(flow?.node.id === node.id ? ["og-current"] : []),
    ...(flow?.parts.some(({ input }) => input === node.id) ? ["og-receives"] : []),
  ];
  const words = cardWords(node, scene.names, gradient);
  const room = (width - 2 * padding - badgeRoom(node, scene)) / labelSize / 1.08;
  return element(
    "g",
    {
      class: classes.join(" "),
      role: "graphics-symbol",
      "aria-label": words,
      "data-id": String(node.id),
      transform: `translate(${x} ${y})`,
    },
    `<title>${escapeXml(tooltip(node, words, gradient))}</title>`,
    element("rect", { width, height, rx: 8 }),
    textElement(
      { class: node.label === "" ? "og-label og-unnamed" : "og-label", x: padding, y: 20 },
      elide(title(node, scene), room),
    ),
    badge(node, scene, width),
    ...rows,
  );
}

/** With all digits, for who wants them. */
function tooltip(node: Vertex, words: string, { value }: Gradient): string {
  return [
    words,
    `data ${node.data}`,
    ...(value === undefined || node.isConstant ? [] : [`grad ${value}`]),
  ].join("\n");
}

function title(node: Vertex, { names }: Scene): string {
  return clean(names.get(node.id) ?? "", 40);
}

const pretty: Readonly<Record<string, string>> = { "*": "×", "-": "−", "/": "÷" };

/** The op, with the constants that are folded into it and its parameters: `× −1`, `2 ÷`, `LeakyReLU 0.01`. */
function badgeText(node: Vertex, { folded }: Scene): string {
  if (node.isLeaf) return "";
  const constants = node.inputs.map(({ id }) => folded.get(id));
  const number = (x: number) => withMinus(formatNumber(x, 3));
  const sign = pretty[node.opLabel] ?? node.opLabel;
  const [first, second] = constants;
  const before = first === undefined ? [] : [number(first.data)];
  const after = [...(second === undefined ? [] : [second.data]), ...node.params].map(number);
  return [...before, sign, ...after].join(" ");
}

function badgeWidth(text: string): number {
  return Math.max(24, Math.ceil(ems(text) * badgeSize * 1.08) + 12);
}

function badgeRoom(node: Vertex, scene: Scene): number {
  const text = badgeText(node, scene);
  return text === "" ? 0 : badgeWidth(text) + 8;
}

function badge(node: Vertex, scene: Scene, width: number): string {
  const text = badgeText(node, scene);
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
