import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";
import {
  type AssignmentNode,
  childrenOf,
  type Grammar,
  lastName,
  operatorOf,
  type Part,
  textOf,
} from "./grammar.js";

/** How TypeScript's trees are read. */
export const typescriptGrammar: Grammar = {
  parser: parser.configure({ dialect: "ts" }),
  constructorName: "constructor",
  part,
  given: ([first, ...rest]) => (first === undefined ? [] : first === "this" ? rest : [first, ...rest]),
};

function part(node: SyntaxNode, source: string): Part | undefined {
  switch (node.name) {
    case "ClassDeclaration":
    case "ClassExpression": {
      const own = node.getChild("VariableDefinition");
      return { kind: "class", name: own ? textOf(own, source) : assignedName(node, source), at: own ?? node };
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunction":
    case "MethodDeclaration":
      return functionOf(node, source);
    case "Property":
      return node.getChild("ParamList") ? functionOf(node, source) : undefined;
    case "ReturnStatement":
      return childrenOf(node).some(({ name }) => name !== "return" && name !== ";")
        ? { kind: "return" }
        : undefined;
    case "AssignmentExpression":
    case "PostfixExpression":
      return { kind: "assignments", assignments: updateOf(node, source) };
    case "VariableDeclaration":
      return { kind: "assignments", assignments: declarationsOf(node, source) };
    case "PropertyDeclaration":
      return {
        kind: "assignments",
        assignments: declarationsOf(node, source).filter(({ isFunction }) => !isFunction),
      };
    case "ParamList":
      return { kind: "assignments", assignments: parameterProperties(node, source) };
    case "CallExpression":
    case "NewExpression":
      return callOf(node, source);
    default:
      return undefined;
  }
}

const isFunction = (node: SyntaxNode): boolean =>
  node.name === "ArrowFunction" || node.name === "FunctionExpression";

function functionOf(node: SyntaxNode, source: string): Part {
  const own =
    node.getChild("VariableDefinition") ??
    node.getChild("PropertyDefinition") ??
    node.getChild("PrivatePropertyDefinition");
  const parameters = node.getChild("ParamList");
  return {
    kind: "function",
    name: own ? textOf(own, source) : assignedName(node, source),
    at: own ?? node,
    parameters: parameters ? parametersOf(parameters, source) : [],
    returns: node.name === "ArrowFunction" && !node.getChild("Block"),
  };
}

/** What an expression is assigned to, by the last name: `out._backward = () => {}` is `_backward`. */
function assignedName(node: SyntaxNode, source: string): string {
  const parent = node.parent;
  switch (parent?.name) {
    case "AssignmentExpression":
      return (parent.firstChild && lastName(textOf(parent.firstChild, source))) ?? "";
    case "VariableDeclaration":
    case "PropertyDeclaration":
      return declarationsOf(parent, source).find(({ valueAt }) => valueAt === node.from)?.target ?? "";
    case "Property":
      return parent.firstChild ? textOf(parent.firstChild, source) : "";
    default:
      return "";
  }
}

/** `const a = 1, b = 2` and the fields of a class: each target with the expression after its `=`. */
function declarationsOf(
  node: SyntaxNode,
  source: string,
): (AssignmentNode & { valueAt: number; isFunction: boolean })[] {
  return node.getChildren("Equals").flatMap((equals) => {
    let target = equals.prevSibling;
    while (target && (target.name === "TypeAnnotation" || target.name === "Optional"))
      target = target.prevSibling;
    const value = equals.nextSibling;
    if (!target || !value) return [];
    return [
      {
        target: textOf(target, source),
        operator: "=" as const,
        value: textOf(value, source),
        at: target.from,
        valueAt: value.from,
        isFunction: isFunction(value),
      },
    ];
  });
}

/** `x = 1`, `x += 1`, and `x++`, which is `x += 1`. */
function updateOf(node: SyntaxNode, source: string): AssignmentNode[] {
  const target = node.firstChild;
  const operator = target?.nextSibling;
  if (!target || !operator) return [];
  const written = textOf(operator, source);
  const step = written === "++" ? "+=" : written === "--" ? "-=" : undefined;
  return [
    {
      target: textOf(target, source),
      operator: step ?? operatorOf(written),
      value: step ? "1" : node.lastChild && node.lastChild !== operator ? textOf(node.lastChild, source) : "",
      at: target.from,
    },
  ];
}

/** The nodes that name the parameters of a list: a name, or the pattern that takes its place. */
function parameterNodes(list: SyntaxNode): SyntaxNode[] {
  return childrenOf(list).filter(
    ({ name, prevSibling }) =>
      (name === "VariableDefinition" || name.endsWith("Pattern") || name === "this") &&
      prevSibling?.name !== "Equals",
  );
}

const parametersOf = (list: SyntaxNode, source: string): string[] =>
  parameterNodes(list).map((node) => textOf(node, source));

/** A constructor's `public data: number` assigns `this.data = data`. */
function parameterProperties(list: SyntaxNode, source: string): AssignmentNode[] {
  return parameterNodes(list)
    .filter(({ prevSibling }) => prevSibling && /^(Privacy|readonly|Readonly)$/.test(prevSibling.name))
    .map((node) => {
      const value = textOf(node, source);
      return { target: `this.${value}`, operator: "=", value, at: node.from };
    });
}

function callOf(node: SyntaxNode, source: string): Part | undefined {
  let callee = node.name === "NewExpression" ? node.firstChild?.nextSibling : node.firstChild;
  if (callee?.name === "InstantiationExpression") callee = callee.firstChild;
  const name = callee && lastName(textOf(callee, source));
  return callee && name ? { kind: "call", name, at: callee } : undefined;
}
