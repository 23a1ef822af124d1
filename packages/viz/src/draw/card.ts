import type { Vertex } from "../graph/trace.js";
import { clean, escapeXml } from "../text/clean.js";
import { formatNumber, withMinus } from "../text/number.js";
import { elide, ems } from "../text/width.js";
import { element, textElement } from "../xml.js";
import type { Scene } from "./scene.js";
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
const narrowest = 124;
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
  const { moment } = scene;
  const gradient = gradientText(node, scene);
  const rows: string[] = [];
  const row = (what: "data" | "grad", text: string | undefined) => {
    const base = head + rows.length * line + 13;
    rows.push(
      textElement({ class: "og-caption", x: padding, y: base }, what) +
        textElement(
          { class: text === undefined ? "og-grad og-waits" : `og-${what}`, x: width - padding, y: base },
          text === undefined ? "not yet" : withMinus(text),
        ),
    );
  };
  if (show.has("data")) row("data", formatNumber(node.data));
  if (show.has("grad") && !node.isConstant) row("grad", gradient);
  const classes = [
    "og-card",
    ...(node.isLeaf ? [node.isConstant ? "og-constant" : "og-leaf"] : []),
    ...(isRoot ? ["og-root"] : []),
    ...(moment?.flow?.node.id === node.id ? ["og-current"] : []),
    ...(moment?.flow?.parts.some(({ input }) => input === node.id) ? ["og-receives"] : []),
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
    `<title>${escapeXml(`${words}\ndata ${node.data}${node.isConstant ? "" : `\ngrad ${node.grad}`}`)}</title>`,
    element("rect", { width, height, rx: 8 }),
    textElement(
      { class: node.label === "" ? "og-label og-unnamed" : "og-label", x: padding, y: 20 },
      elide(title(node, scene), room),
    ),
    badge(node, scene, width),
    ...rows,
  );
}

/** The gradient as the card shows it: undefined if backward has not come here, with "+ …" if more is to come. */
function gradientText(node: Vertex, { moment }: Scene): string | undefined {
  if (moment === undefined) return formatNumber(node.grad);
  const grad = moment.grads.get(node.id);
  if (grad === undefined) return undefined;
  return `${formatNumber(grad)}${moment.unfinished.has(node.id) ? " + …" : ""}`;
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
