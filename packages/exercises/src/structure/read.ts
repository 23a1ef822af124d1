import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import type { Grammar, Part } from "./grammar.js";
import { Lines } from "./lines.js";
import type { Assignment, ClassShape, FunctionShape, Structure } from "./structure.js";

/** What has been found in a function, a class or the text so far. */
interface Scope {
  readonly inner: Draft[];
  readonly calls: { name: string; line: number }[];
  readonly assignments: Assignment[];
  returns: boolean;
}

/** A function with all of its parameters: which of them is `self` is known when its class has been read. */
type Draft = Omit<FunctionShape, "inner"> & { readonly inner: readonly Draft[] };

const scope = (returns = false): Scope => ({ inner: [], calls: [], assignments: [], returns });

/** Reads a text by its language's grammar, in one walk over the tree. */
export function readStructure(source: string, grammar: Grammar): Structure {
  const tree = grammar.parser.parse(source);
  const lines = new Lines(source);
  const top = scope();
  const classes: ClassShape[] = [];
  const open: { part: Part; scope: Scope; node: SyntaxNode }[] = [];
  const current = (): Scope => open.at(-1)?.scope ?? top;
  let mistake: Structure["mistake"];

  const finish = (draft: Draft, self: string | undefined): FunctionShape => ({
    ...draft,
    parameters: grammar.given(draft.parameters, self),
    inner: draft.inner.map((inner) => finish(inner, self)),
  });

  const enter = (ref: SyntaxNodeRef): void => {
    if (ref.type.isError && !mistake) mistake = { line: lines.at(ref.from), column: lines.column(ref.from) };
    const { node } = ref;
    const part = grammar.part(node, source);
    switch (part?.kind) {
      case "function":
        open.push({ part, scope: scope(part.returns), node });
        break;
      case "class":
        open.push({ part, scope: scope(), node });
        break;
      case "assignments":
        for (const { target, operator, value, at } of part.assignments)
          current().assignments.push({ target, operator, value, line: lines.at(at) });
        break;
      case "call":
        current().calls.push({ name: part.name, line: lines.at(part.at.from) });
        break;
      case "return":
        current().returns = true;
        break;
      case undefined:
        break;
    }
  };

  const leave = (ref: SyntaxNodeRef): void => {
    const last = open.at(-1);
    if (last?.node.from !== ref.from || last.node.to !== ref.to || last.node.type !== ref.type) return;
    open.pop();
    const { part, scope: found } = last;
    const lastLine = lines.at(endOf(last.node));
    if (part.kind === "function") {
      const { inner, calls, assignments, returns } = found;
      const line = lines.at(part.at.from);
      current().inner.push({
        name: part.name,
        line,
        lastLine,
        parameters: part.parameters,
        returns,
        inner,
        calls,
        assignments,
      });
    } else if (part.kind === "class") {
      const self = found.inner.find(({ name }) => name === grammar.constructorName)?.parameters[0];
      classes.push({
        name: part.name,
        line: lines.at(part.at.from),
        lastLine,
        methods: found.inner.map((method) => finish(method, self)),
        fields: found.assignments,
      });
    }
  };

  tree.iterate({ enter, leave });
  return {
    classes: classes.sort((a, b) => a.line - b.line),
    functions: top.inner.map((draft) => finish(draft, undefined)),
    ...(mistake && { mistake }),
  };
}

/** Where the last thing in a node that is no comment ends. */
function endOf(node: SyntaxNode): number {
  let last = node.lastChild;
  while (last && (last.type.name.endsWith("Comment") || last.from === last.to)) last = last.prevSibling;
  if (last) return endOf(last);
  return Math.max(node.from, node.to - 1);
}
