import type { Vertex } from "@outgrad/viz";
import type { Circuit } from "./circuit.ts";

/** What a node is called, and what it was computed from. */
export interface Naming {
  readonly name: string;
  /** `a * b`; of a leaf "leaf". */
  readonly made: string;
}

/** The names of a circuit's nodes, by id: those of its chain-rule steps, so that all views say the same. */
export function namingOf({ tape, steps }: Circuit): ReadonlyMap<number, Naming> {
  const byStep = new Map(
    steps.map(({ id, label, statement }) => [id, { name: label, made: right(statement.text) }]),
  );
  return new Map(tape.map((node) => [node.id, byStep.get(node.id) ?? leaf(node)]));
}

/** A choice may end in a plain number without a name. */
const leaf = ({ label, isConstant }: Vertex): Naming => ({
  name: label || "result",
  made: isConstant ? "a plain number" : "leaf",
});

/** The right-hand side of `e = a * b`. */
const right = (statement: string): string => statement.slice(statement.indexOf(" = ") + 3);
