import type { Vertex } from "../graph/graph.js";
import { clean } from "../text/clean.js";
import { formatNumber, withMinus } from "../text/number.js";
import { ems } from "../text/width.js";
import { gradientIn, isKnown, type Scene } from "./scene.js";

/** Which numbers a drawing shows: on the cards `data` and `grad`, on the edges `local` slopes. */
export type Shown = "data" | "grad" | "local";

/** The size of a card; all cards of a graph have the same. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
}

/** One number of a card. */
export interface FaceRow {
  readonly caption: string;
  readonly kind: "data" | "grad";
  readonly text: string;
  /** Whether the number is not there yet. */
  readonly waits: boolean;
}

/** What stands on a card, for every painter. */
export interface Face {
  readonly title: string;
  readonly isNamed: boolean;
  /** The op with the constants that are folded into it; "" for none. */
  readonly badge: string;
  /** On grouped graphs, what it computes and how much it stands for. */
  readonly note: readonly [left: string, right: string] | undefined;
  readonly rows: readonly FaceRow[];
  /** From zero to the output in its range, as shares of the width; undefined where it can be any number. */
  readonly bar: readonly [from: number, to: number] | undefined;
  /** The outputs of a group that has several, as shares of the largest: above zero up, below down. */
  readonly bars: readonly number[];
}

/** Measures of a card in pixels. */
export const measures = {
  padding: 10,
  head: 30,
  line: 20,
  note: 18,
  bars: 20,
  label: 14,
  badge: 12,
} as const;

const narrowest = 128;
const widest = 220;
const widestGroup = 260;

/** The size that the longest label and badge need. Numbers always fit, so a card does not grow when they change. */
export function cardSize(scene: Scene, shown: ReadonlySet<Shown>): CardSize {
  let need = narrowest;
  for (const node of scene.cards) {
    const title = ems(titleOf(node, scene)) * measures.label * 1.08;
    need = Math.max(need, title + badgeRoom(badgeOf(node, scene)));
    const [left, right] = scene.isGrouped ? noteOf(node) : ["", ""];
    if (left !== "") need = Math.max(need, (ems(left) + ems(right) + 1) * measures.badge * 1.08);
  }
  const most = scene.isGrouped ? widestGroup : widest;
  return { width: Math.min(most, Math.ceil(need + 2 * measures.padding)), height: cardHeight(scene, shown) };
}

/** The height of every card. */
export function cardHeight({ isGrouped }: Scene, shown: ReadonlySet<Shown>): number {
  const rows = Number(shown.has("data")) + Number(shown.has("grad"));
  const extra = isGrouped ? measures.note + measures.bars : 0;
  return measures.head + rows * measures.line + (rows > 0 ? 4 : 0) + extra;
}

export function faceOf(node: Vertex, scene: Scene, shown: ReadonlySet<Shown>): Face {
  const known = isKnown(scene, node);
  const many = (node.group?.outputs.length ?? 1) > 1;
  const rows: FaceRow[] = [];
  if (shown.has("data")) {
    const text = known ? withMinus(formatNumber(node.data)) : "not yet";
    rows.push({ caption: many ? "mean" : "data", kind: "data", text, waits: !known });
  }
  if (shown.has("grad") && !node.isConstant) {
    const { value, isComplete } = gradientIn(scene, node);
    const caption = value !== undefined && !isComplete ? "so far" : many ? "|grad|" : "grad";
    const text = value === undefined ? "not yet" : withMinus(formatNumber(value));
    rows.push({ caption, kind: "grad", text, waits: value === undefined });
  }
  return {
    title: titleOf(node, scene),
    isNamed: node.label !== "",
    badge: badgeOf(node, scene),
    note: scene.isGrouped ? noteOf(node) : undefined,
    rows,
    bar: known ? barOf(node) : undefined,
    bars: known ? barsOf(node) : [],
  };
}

function titleOf(node: Vertex, { names }: Scene): string {
  return clean(names.get(node.id) ?? "", 40);
}

const pretty: Readonly<Record<string, string>> = { "*": "×", "-": "−", "/": "÷" };

/** The op, with the constants that are folded into it and its parameters: `× −1`, `2 ÷`, `LeakyReLU 0.01`. */
function badgeOf(node: Vertex, { folded }: Scene): string {
  if (node.isLeaf || node.group) return "";
  const constants = node.inputs.map(({ id }) => folded.get(id));
  const number = (x: number) => withMinus(formatNumber(x, 3));
  const sign = pretty[node.opLabel] ?? clean(node.opLabel);
  const [first, second] = constants;
  const before = first === undefined ? [] : [number(first.data)];
  const after = [...(second === undefined ? [] : [second.data]), ...node.params].map(number);
  return [...before, sign, ...after].join(" ");
}

/** The width of the pill around a badge. */
export function badgeWidth(text: string): number {
  return Math.max(24, Math.ceil(ems(text) * measures.badge * 1.08) + 12);
}

/** What a badge takes of a card's width. */
export function badgeRoom(text: string): number {
  return text === "" ? 0 : badgeWidth(text) + 8;
}

function noteOf({ group, isLeaf, isConstant }: Vertex): readonly [string, string] {
  if (group === undefined || group.computes === "") {
    return [isLeaf ? (isConstant || group ? "input" : "leaf") : "1 value", ""];
  }
  const count = `${group.members.length} values`;
  return group.computes === count || group.kind === "inputs" ? [group.computes, ""] : [group.computes, count];
}

const mostBars = 32;

/** One bar for each output of a group, evenly picked if there are many; their scale is the largest, or the range. */
function barsOf({ group }: Vertex): readonly number[] {
  if (group === undefined || group.outputs.length < 2) return [];
  const { outputs, range } = group;
  const count = Math.min(mostBars, outputs.length);
  const picked = Array.from({ length: count }, (_, i) => {
    return (outputs[Math.floor((i * outputs.length) / count)] as { data: number }).data;
  });
  const sizes = (range ?? picked).map(Math.abs).filter(Number.isFinite);
  const scale = sizes.reduce((most, size) => Math.max(most, size), 0);
  return picked.map((data) => (Number.isFinite(data) && scale > 0 ? data / scale : 0));
}

function barOf({ data, group }: Vertex): Face["bar"] {
  if (group?.range === undefined || group.outputs.length > 1 || !Number.isFinite(data)) return undefined;
  const [low, high] = group.range;
  const share = (x: number) => Math.max(0, Math.min(1, (x - low) / (high - low)));
  return [share(0), share(data)];
}
