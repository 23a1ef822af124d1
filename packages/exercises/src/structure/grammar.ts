import type { Parser, SyntaxNode } from "@lezer/common";
import type { Assignment } from "./structure.js";

/** What a node of a syntax tree is, as far as a structure tells. */
export type Part =
  | {
      readonly kind: "function";
      readonly name: string;
      /** The node whose line is the function's: its name, if it has one. */
      readonly at: SyntaxNode;
      /** The names of all its parameters. */
      readonly parameters: readonly string[];
      /** Whether it is an expression that is its own result. */
      readonly returns: boolean;
    }
  | { readonly kind: "class"; readonly name: string; readonly at: SyntaxNode }
  | { readonly kind: "assignments"; readonly assignments: readonly AssignmentNode[] }
  | { readonly kind: "call"; readonly name: string; readonly at: SyntaxNode }
  | { readonly kind: "return" };

/** An assignment with its place in the text in the stead of its line. */
export interface AssignmentNode extends Omit<Assignment, "line"> {
  readonly at: number;
}

/** How the trees of a language are read. */
export interface Grammar {
  readonly parser: Parser;
  part(node: SyntaxNode, source: string): Part | undefined;
  /** The parameters that a caller gives, of all that a function has. `self` is what the class calls its own object. */
  given(parameters: readonly string[], self: string | undefined): readonly string[];
  /** The name of the method that makes a new object. */
  readonly constructorName: string;
}

/** The operators that an Assignment tells apart. */
export function operatorOf(written: string): Assignment["operator"] {
  switch (written) {
    case "=":
    case "+=":
    case "-=":
    case "*=":
    case "/=":
      return written;
    default:
      return "other";
  }
}

/** The children of a node, in order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The text of a node. */
export const textOf = (node: SyntaxNode, source: string): string => source.slice(node.from, node.to);

/** The last name of `a`, `a.b` or `a.b.c`: undefined for what has no such name. */
export function lastName(written: string): string | undefined {
  return /(?:^|\.)\s*([\p{L}_$#][\p{L}\p{N}_$]*)$/u.exec(written)?.[1];
}
