import { csvParseRows } from "d3-dsv";
import { mostOwnPoints, type OwnPoint, ownPoint } from "../own-points.ts";

/** Points read from a text, or the sentence of what is wrong with it. */
export type ReadCsv = { readonly points: readonly OwnPoint[] } | { readonly problem: string };

/** Beyond this, the columns are brought to −1 … 1: a network learns badly from large numbers. */
const usual = 10;

/**
 * Reads lines of "x,y,label" with labels 0 and 1, or -1 and 1; a first line without numbers is a head. Semicolons and
 * tabs will do for commas. Where a number is larger than 10, both columns are scaled to −1 … 1.
 */
export function readCsv(text: string): ReadCsv {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const mark = [",", ";", "\t"].find((each) => lines.some((line) => line.includes(each))) ?? ",";
  const found: OwnPoint[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const [cells = []] = csvParseRows(line.replaceAll(mark, ","));
    if (i === 0 && cells.every((cell) => Number.isNaN(Number(cell)))) continue;
    const point = readLine(cells);
    if (typeof point === "string") return { problem: `Line ${i + 1}: ${point}` };
    if (found.length === mostOwnPoints) {
      return {
        problem: `Line ${i + 1}: these are more than ${mostOwnPoints} points, as many as a link can hold.`,
      };
    }
    found.push(point);
  }
  if (found.length === 0) return { problem: "There are no points here: write lines of x,y,label." };
  return { points: scaled(found) };
}

function readLine(cells: readonly string[]): OwnPoint | string {
  if (cells.length !== 3) {
    return `expected three numbers, x,y,label; found ${cells.length === 1 ? "one value" : `${cells.length} values`}.`;
  }
  const [x, y, label] = cells.map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell))) as [
    number,
    number,
    number,
  ];
  const wrong = [x, y].findIndex((number) => !Number.isFinite(number));
  if (wrong >= 0) return `${wrong === 0 ? "x" : "y"} is not a number: "${shown(cells[wrong])}".`;
  if (label !== 0 && label !== 1 && label !== -1) {
    return `the label is 0 or 1 (or -1 for 0); found "${shown(cells[2])}".`;
  }
  return { x, y, label: label === 1 ? 1 : 0 };
}

const shown = (cell = "") => (cell.length > 20 ? `${cell.slice(0, 20)}…` : cell);

function scaled(points: readonly OwnPoint[]): OwnPoint[] {
  const isLarge = points.some(({ x, y }) => Math.abs(x) > usual || Math.abs(y) > usual);
  const [toX, toY] = (["x", "y"] as const).map((axis) => {
    const numbers = points.map((point) => point[axis]);
    const low = numbers.reduce((a, b) => Math.min(a, b));
    const high = numbers.reduce((a, b) => Math.max(a, b));
    const half = (high - low) / 2 || 1;
    return (number: number) => (isLarge ? (number - (low + half)) / half : number);
  }) as [(x: number) => number, (y: number) => number];
  return points.map(({ x, y, label }) => ownPoint(toX(x), toY(y), label));
}
