// Writes docs/packages.svg: which package needs which, read from every package.json and every import of a type.
// tests/test/arrows.test.ts holds the packages to the drawing, so an arrow that comes or goes is seen in a review.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { root, workspaces } from "./workspace.mjs";

const [boxWidth, boxHeight, rowHeight, columnWidth, margin] = [104, 32, 46, 148, 6];
const scope = "@outgrad/";

const ours = (dependencies = {}) =>
  Object.keys(dependencies)
    .filter((name) => name.startsWith(scope))
    .map((name) => name.slice(scope.length));

/** The packages that the sources of a folder import from. */
function imported(folder) {
  const files = readdirSync(join(folder, "src"), { recursive: true }).filter((file) => /\.tsx?$/.test(file));
  const texts = files.map((file) => readFileSync(join(folder, "src", file), "utf8"));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^(?:im|ex)port [^;]*?from "@outgrad\/([\w-]+)/gm)].map(([, name]) => name),
  );
  return [...new Set(names)];
}

/** Each package with those that it needs, and those of which it needs types only. */
function readArrows() {
  return workspaces()
    .filter(({ folder }) => relative(root, folder).startsWith("packages"))
    .map(({ folder, manifest }) => {
      const name = basename(folder);
      const needs = ours({
        ...manifest.dependencies,
        ...manifest.peerDependencies,
        ...manifest.optionalDependencies,
      }).sort();
      const types = imported(folder).filter((other) => other !== name && !needs.includes(other));
      return { name, needs, types: types.sort() };
    });
}

/** How many columns from the right: a package stands left of all that it needs, and what none needs at the left end. */
function columnsOf(packages) {
  const depth = (name) => {
    const { needs } = packages.find((each) => each.name === name);
    return Math.max(-1, ...needs.map(depth)) + 1;
  };
  const last = Math.max(...packages.map(({ name }) => depth(name)));
  const isNeeded = (name) => packages.some(({ needs }) => needs.includes(name));
  return new Map(packages.map(({ name }) => [name, isNeeded(name) ? depth(name) : last]));
}

/** The boxes of the packages by name. What needs only the right end stands lowest: its arrows pass below the others. */
function boxesOf(packages) {
  const columnOf = columnsOf(packages);
  const farthest = ({ needs }) =>
    needs.reduce((sum, name) => sum + columnOf.get(name), 0) / needs.length || 0;
  const columns = [];
  for (const each of packages) {
    columns[columnOf.get(each.name)] ??= [];
    columns[columnOf.get(each.name)].push(each);
  }
  const rows = Math.max(...columns.map(({ length }) => length));
  const left = columns.length - 1;
  const boxes = new Map();
  for (const [c, column] of columns.entries()) {
    column.sort((a, b) => farthest(b) - farthest(a) || a.name.localeCompare(b.name));
    const first = c === left ? 0 : c === 0 ? (2 * (rows - column.length)) / 3 : 0.5;
    for (const [i, { name }] of column.entries()) {
      boxes.set(name, {
        x: margin + (left - c) * columnWidth,
        y: margin + Math.round((first + i) * rowHeight),
      });
    }
  }
  return {
    boxes,
    width: 2 * margin + left * columnWidth + boxWidth,
    height: 2 * margin + (rows - 1) * rowHeight + boxHeight,
  };
}

function arrow(kind, from, to, boxes) {
  const [a, b] = [boxes.get(from), boxes.get(to)];
  const [x1, y1, x2, y2] = [a.x + boxWidth, a.y + boxHeight / 2, b.x - 5, b.y + boxHeight / 2];
  const bend = (x2 - x1) / 2;
  const d = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  return `  <path class="${kind}" data-from="${from}" data-to="${to}" marker-end="url(#tip)" d="${d}"/>`;
}

function box(name, { x, y }) {
  const text = `<text x="${x + boxWidth / 2}" y="${y + boxHeight / 2 + 5}">${name}</text>`;
  return `  <rect x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="6"/>${text}`;
}

/** The drawing as the packages are now. Its colours are read on a light page and on a dark one. */
export function packagesSvg() {
  const packages = readArrows();
  const { boxes, width, height } = boxesOf(packages);
  const words = packages.map(({ name, needs, types }) => {
    const all = [...needs, ...types.map((other) => `${other} (types only)`)];
    return `${name} needs ${all.join(", ") || "none of the others"}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="Which package needs which: ${words.join("; ")}.">
  <!-- Written by \`npm run generate\` (tools/draw-packages.mjs): do not edit. -->
  <style>
    rect { fill: #0b5cad; }
    text { fill: #fff; font: 15px system-ui, sans-serif; text-anchor: middle; }
    path { fill: none; stroke: #8592a3; stroke-width: 1.5; }
    .types { stroke-dasharray: 3 4; }
    #tip path { fill: #8592a3; stroke: none; }
  </style>
  <marker id="tip" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>
${packages.flatMap(({ name, needs, types }) => [...needs.map((to) => arrow("needs", name, to, boxes)), ...types.map((to) => arrow("types", name, to, boxes))]).join("\n")}
${[...boxes].map(([name, place]) => box(name, place)).join("\n")}
</svg>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, "docs/packages.svg"), packagesSvg());
}
