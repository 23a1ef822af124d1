// Lists the mutants of a TypeScript source: small mistakes, each one replacement in its text.
import { createRequire } from "node:module";

// The compiler's JavaScript API is that of the version that the docs are made with.
const ts = createRequire(new URL("../docs/package.json", import.meta.url))("typescript");
const { SyntaxKind: Kind } = ts;

const otherOperator = new Map(
  [
    ...["+ -", "* /", "<< >>", "& |", "&& ||", "=== !==", "== !=", "< <=", "> >=", "+= -=", "*= /="],
    ...["&= |=", "<<= >>=", "++ --"],
  ].flatMap((pair) => {
    const [one, other] = pair.split(" ");
    return [
      [one, other],
      [other, one],
    ];
  }),
);
for (const [one, other] of ["% *", "** *", "^ &", "^= |=", ">>> <<", ">>>= <<="].map((p) => p.split(" ")))
  otherOperator.set(one, other);

/** Where texts in the formula language stand, by property name. */
const formulaProperties = new Set(["value", "partials", "program"]);

/**
 * The mutants of `text`: { start, end, after }. With `formulasOnly`, those of the formulas of an op table; else of the
 * code, and of the formulas that are the programs of the intrinsics. Types and the texts of errors are left alone.
 */
export function mutantsOf(text, { formulasOnly = false } = {}) {
  const mutants = [];
  const source = parse(text);
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isThrowStatement(node) || ts.isImportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && formulaProperties.has(node.name.getText(source)))
      mutants.push(...literalsIn(node.initializer).flatMap((literal) => [...inFormula(literal, source)]));
    if (!formulasOnly) mutants.push(...ofNode(node, source), ...ofStatement(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

function parse(text) {
  return ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true);
}

/** The mistakes that can be made in an expression itself: operators, signs, conditions, numbers. */
function* ofNode(node, source) {
  const replace = (part, after) => ({ start: part.getStart(source), end: part.end, after });
  const written = (part) => part.getText(source);
  if (ts.isBinaryExpression(node) && otherOperator.has(written(node.operatorToken))) {
    yield replace(node.operatorToken, otherOperator.get(written(node.operatorToken)));
  } else if (ts.isConditionalExpression(node)) {
    const { condition, whenTrue, whenFalse } = node;
    yield replace(node, `${written(condition)} ? ${written(whenFalse)} : ${written(whenTrue)}`);
  } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { operator, operand } = node;
    if (operator === Kind.MinusToken || operator === Kind.ExclamationToken)
      yield replace(node, written(operand));
    if (operator === Kind.PlusPlusToken || operator === Kind.MinusMinusToken)
      yield replace(
        node,
        written(node).replace(/\+\+|--/, (sign) => otherOperator.get(sign)),
      );
  } else if (ts.isNumericLiteral(node) && !ts.isPropertyAssignment(node.parent, node)) {
    const number = Number(node.text);
    if (number + 1 !== number) yield replace(node, String(number + 1));
    if (number !== 0) yield replace(node, "0");
  }
}

/** The mistakes that can be made in a statement: a condition the wrong way round, a step forgotten. */
function* ofStatement(node, source) {
  const span = (part) => ({ start: part.getStart(source), end: part.end });
  const condition =
    ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)
      ? node.expression
      : ts.isForStatement(node) && node.condition;
  if (condition) yield { ...span(condition), after: `!(${condition.getText(source)})` };
  const isSuperCall = ts.isExpressionStatement(node) && node.getText(source).startsWith("super(");
  if ((ts.isExpressionStatement(node) && !isSuperCall) || ts.isReturnStatement(node))
    yield { ...span(node), after: ";" };
}

/** The literal texts of a formula property: a string, a list of them, a template's parts. */
function literalsIn(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node];
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map((span) => span.literal)];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literalsIn);
  return [];
}

/** A formula's syntax is JavaScript's, so the same mistakes can be made; besides, the wrong sign and the wrong name. */
function* inFormula(literal, source) {
  const { text } = literal;
  const offset = source.text.indexOf(text, literal.getStart(source));
  const formula = parse(text.replace(/#[^\n]*/g, (comment) => " ".repeat(comment.length)));
  const found = [];
  const operands = [];
  const visit = (node) => {
    found.push(...ofNode(node, formula));
    if (isOperand(node)) operands.push(node);
    ts.forEachChild(node, visit);
  };
  visit(formula);
  const names = [...new Set(operands.map((operand) => operand.text))];
  for (const operand of names.length > 1 ? operands : []) {
    const after = names[(names.indexOf(operand.text) + 1) % names.length];
    found.push({ start: operand.getStart(formula), end: operand.end, after });
  }
  const isProgram = text.includes("\n") || text.includes(" = ") || ts.isTemplateSpan(literal.parent);
  if (!isProgram && text !== "0") found.push({ start: 0, end: text.length, after: `-(${text})` });
  for (const { start, end, after } of found) yield { start: offset + start, end: offset + end, after };
}

function isOperand(node) {
  if (!ts.isIdentifier(node) || node.text === "") return false;
  const { parent } = node;
  const isCalled = ts.isCallExpression(parent) && parent.expression === node;
  const isAssigned =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === Kind.EqualsToken && parent.left === node;
  return !isCalled && !isAssigned;
}
