import type { OpName } from "@outgrad/ops";
import type { UserOp } from "./user-op.js";

/** What a node's code stands for. */
export interface Shape {
  /** "" for a constant and an import. */
  readonly op: OpName | "";
  /** How many of the two operands are used. */
  readonly args: number;
  /** How many parameters stand right before the node. */
  readonly params: number;
  /** What it does, where a user defined it: the table's switches do not know it. */
  readonly own?: UserOp;
}

const nothing: Shape = { op: "", args: 0, params: 0 };
/** CONSTANT, IMPORT and STOP; the ops follow when Value gets its methods. */
const shapes: Shape[] = [nothing, nothing, nothing];

export const shapeOf = (code: number): Shape => shapes[code] as Shape;

/** Gives an op the next code. */
export const addShape = (shape: Shape): number => shapes.push(shape) - 1;

/** How many codes there are. */
export const shapeCount = (): number => shapes.length;
