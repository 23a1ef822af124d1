import { value } from "@outgrad/engine";
import * as micro from "@outgrad/engine/micro";
import type { OpName } from "@outgrad/ops";

/** What the Values of both engines have in common: what a test may use to hold for both. */
export type Node = {
  data: number;
  grad: number;
  label: string;
  readonly op: OpName | "";
  readonly id: number;
  readonly hasGrad: boolean;
  readonly params: readonly number[];
  readonly inputs: readonly Node[];
  backward(): void;
  zeroGrad(): void;
  detach(): Node;
  item(): number;
} & { [Name in OpName]: (...operands: (Node | number)[]) => Node };

export interface Engine {
  readonly name: string;
  value(data: number, label?: string): Node;
}

/** The fast engine and the one-screen engine, for describe.each. */
export const engines: readonly Engine[] = [
  { name: "engine", value: value as unknown as Engine["value"] },
  { name: "micro", value: micro.value as unknown as Engine["value"] },
];
