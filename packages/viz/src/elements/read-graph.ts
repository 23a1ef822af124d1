import type { Graph } from "../graph/graph.js";

const numbers = new Set(["data", "grad", "slope"]);

/** A graph from JSON, as `draw(root).json()` writes it: there the numbers that JSON lacks are strings. */
export function graphFromJson(json: unknown): Graph | undefined {
  return revive("", json) as Graph | undefined;
}

function revive(key: string, value: unknown): unknown {
  if (numbers.has(key)) return Number(value);
  if (Array.isArray(value)) return value.map((each) => (key === "params" ? Number(each) : revive("", each)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, revive(name, each)]));
}
