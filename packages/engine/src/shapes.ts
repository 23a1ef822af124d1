import type { OpName } from "@outgrad/ops";
import { tableShapes } from "./generated/table-shapes.js";

/** What a node's code stands for. */
export interface Shape {
  /** "" for a constant and an import. */
  readonly op: OpName | "";
  /** How many of the two operands are used. */
  readonly args: number;
  /** How many parameters stand right before the node. */
  readonly params: number;
}

const shapes: Shape[] = [...tableShapes];

export const shapeOf = (code: number): Shape => shapes[code] as Shape;

/** Gives a user's op a code. */
export const addShape = (shape: Shape): number => shapes.push(shape) - 1;

/** How many codes there are. */
export const shapeCount = (): number => shapes.length;

/** The code of an op of the table. */
export const codeOfOp = (op: OpName): number => shapes.findIndex((shape) => shape.op === op);
