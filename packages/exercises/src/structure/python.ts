import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import {
  type AssignmentNode,
  childrenOf,
  type Grammar,
  lastName,
  operatorOf,
  type Part,
  textOf,
} from "./grammar.js";

/** The methods that Python's operators call, without the underscores. */
const binary: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "truediv",
  "**": "pow",
  "//": "floordiv",
  "%": "mod",
  "@": "matmul",
};

/** How Python's trees are read: operators count as calls of their methods. */
export const pythonGrammar: Grammar = {
  parser,
  constructorName: "__init__",
  part,
  given: ([first, ...rest], self) =>
    first === undefined
      ? []
      : first === "self" || first === "cls" || first === self
        ? rest
        : [first, ...rest],
};

function part(node: SyntaxNode, source: string): Part | undefined {
  switch (node.name) {
    case "FunctionDefinition":
    case "ClassDefinition": {
      const at = node.getChild("VariableName") ?? node;
      const name = at === node ? "" : textOf(at, source);
      if (node.name === "ClassDefinition") return { kind: "class", name, at };
      return { kind: "function", name, at, parameters: parametersOf(node, source), returns: false };
    }
    case "LambdaExpression":
      return {
        kind: "function",
        name: lambdaName(node, source),
        at: node,
        parameters: parametersOf(node, source),
        returns: true,
      };
    case "ReturnStatement":
      return node.lastChild && node.lastChild.name !== "return" ? { kind: "return" } : undefined;
    case "AssignStatement":
      return { kind: "assignments", assignments: assignmentsOf(node, source) };
    case "UpdateStatement":
      return { kind: "assignments", assignments: updateOf(node, source) };
    case "CallExpression": {
      const name = node.firstChild && lastName(textOf(node.firstChild, source));
      return name && node.firstChild ? { kind: "call", name, at: node.firstChild } : undefined;
    }
    case "UpdateOp": {
      const method = binary[textOf(node, source).slice(0, -1)];
      return method ? { kind: "call", name: `__${method}__`, at: node } : undefined;
    }
    case "ArithOp":
      return operatorCall(node, source);
    default:
      return undefined;
  }
}

/** The call that an operator stands for; none between numbers written out. */
function operatorCall(node: SyntaxNode, source: string): Part | undefined {
  const left = node.prevSibling;
  const right = node.nextSibling;
  const operator = textOf(node, source);
  if (!right) return undefined;
  if (!left) {
    if (right.name === "Number") return undefined;
    return { kind: "call", name: operator === "-" ? "__neg__" : "__pos__", at: node };
  }
  const method = binary[operator];
  if (!method || (isNumber(left) && isNumber(right))) return undefined;
  return { kind: "call", name: isNumber(left) ? `__r${method}__` : `__${method}__`, at: left };
}

const isNumber = (node: SyntaxNode): boolean =>
  node.name === "Number" || (node.name === "UnaryExpression" && node.lastChild?.name === "Number");

function parametersOf(node: SyntaxNode, source: string): string[] {
  const list = node.getChild("ParamList");
  if (!list) return [];
  // A name that follows `=` or `:` is a default or an annotation.
  return list
    .getChildren("VariableName")
    .filter((name) => name.prevSibling?.name !== "AssignOp")
    .map((name) => textOf(name, source));
}

/** A lambda is called after what it is assigned to: `out._backward = lambda: None` is `_backward`. */
function lambdaName(node: SyntaxNode, source: string): string {
  const parent = node.parent;
  if (parent?.name !== "AssignStatement" || !parent.firstChild) return "";
  const own = assignmentsOf(parent, source).find(({ value }) => value === textOf(node, source));
  return (own && lastName(own.target)) ?? "";
}

/** `x = y = 1` assigns twice, and so does `x, y = 1, 2`. */
function assignmentsOf(node: SyntaxNode, source: string): AssignmentNode[] {
  const sides: SyntaxNode[][] = [[]];
  for (const child of childrenOf(node)) {
    if (child.name === "AssignOp") sides.push([]);
    else if (child.name !== "TypeDef" && child.name !== "," && child.name !== "Comment")
      (sides.at(-1) as SyntaxNode[]).push(child);
  }
  const values = sides.pop() as SyntaxNode[];
  return sides.flatMap((targets) => {
    const pairs: (readonly [SyntaxNode[], SyntaxNode[]])[] =
      targets.length === values.length
        ? targets.map((target, index) => [[target], [values[index] as SyntaxNode]] as const)
        : [[targets, values]];
    return pairs.map(([target, value]) => ({
      target: spanOf(target, source),
      operator: "=" as const,
      value: spanOf(value, source),
      at: target[0]?.from ?? node.from,
    }));
  });
}

function updateOf(node: SyntaxNode, source: string): AssignmentNode[] {
  const operator = node.getChild("UpdateOp");
  const target = node.firstChild;
  if (!operator || !target || target === operator) return [];
  const value = childrenOf(node).filter(({ from, name }) => from >= operator.to && name !== "Comment");
  return [
    {
      target: textOf(target, source),
      operator: operatorOf(textOf(operator, source)),
      value: spanOf(value, source),
      at: target.from,
    },
  ];
}

/** The text from the first of some nodes to the last. */
function spanOf(nodes: readonly SyntaxNode[], source: string): string {
  const first = nodes[0];
  const last = nodes.at(-1);
  return first && last ? source.slice(first.from, last.to) : "";
}
