import type { Difference, Picture, PictureNode } from "@outgrad/exercises/check";
import { ops } from "@outgrad/ops";
import { limits } from "../limits.js";
import { isNumber, isRecord, isText } from "./read.js";
import { readList } from "./read-report.js";

/** A picture, copied field by field; undefined for anything else. */
export function readPicture(picture: unknown): Picture | undefined {
  if (!isRecord(picture) || !isText(picture.program)) return undefined;
  const [right, own] = [nodesOf(picture.right), nodesOf(picture.own)];
  if (!right || !own || own.length > right.length) return undefined;
  const difference = differenceOf(picture.difference, right);
  if (difference === undefined) return undefined;
  return { program: picture.program, right, own, difference };
}

/** Values in the order of their computation: inputs are places of earlier ones, as many as the op has. */
function nodesOf(nodes: unknown): PictureNode[] | undefined {
  let place = 0;
  return readList(nodes, (node) => {
    if (!isRecord(node)) return undefined;
    const { name, op, data, grad, isConstant } = node;
    const inputs = inputsOf(node.inputs, place++);
    if (!isText(name, limits.label) || !isText(op, limits.label) || !inputs) return undefined;
    if (op !== "" && !Object.hasOwn(ops, op)) return undefined;
    if (inputs.length !== (op === "" ? 0 : ops[op as keyof typeof ops].args.length)) return undefined;
    if (!isNumber(data) || !isNumber(grad) || typeof isConstant !== "boolean") return undefined;
    return { name, op, data, grad, inputs, isConstant };
  });
}

function inputsOf(inputs: unknown, before: number): PictureNode["inputs"] | undefined {
  return readList(inputs, (input) => {
    if (!isRecord(input) || !isNumber(input.slope) || !isPlaceBelow(input.node, before)) return undefined;
    return { node: input.node, slope: input.slope };
  });
}

const isPlaceBelow = (thing: unknown, end: number): thing is number =>
  Number.isSafeInteger(thing) && (thing as number) >= 0 && (thing as number) < end;

const kinds = ["value", "link", "slope", "grad"] as const;

/** Null where there is none. */
function differenceOf(difference: unknown, nodes: readonly PictureNode[]): Difference | null | undefined {
  if (difference === null) return null;
  if (!isRecord(difference)) return undefined;
  const { to, index, seen, wanted } = difference;
  const kind = kinds.find((each) => each === difference.kind);
  if (!kind || !isPlaceBelow(to, nodes.length) || !isNumber(wanted)) return undefined;
  const inputs = (nodes[to] as PictureNode).inputs.length;
  return {
    kind,
    to,
    wanted,
    ...(isPlaceBelow(index, inputs) && { index }),
    ...(isNumber(seen) && { seen }),
  };
}
