/** What the tidy rules want to know about a source file that only its syntax tells: functions, strings, titles of tests. */
import ts from 'typescript';
import type { ProjectFile } from './offence.ts';

const trees = new Map<string, ts.SourceFile>();

function treeOf({ path, text }: ProjectFile): ts.SourceFile {
  const key = `${path}\n${text}`;
  let tree = trees.get(key);
  if (tree === undefined) {
    tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    trees.set(key, tree);
  }
  return tree;
}

function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => walk(child, see));
}

const lineOf = (tree: ts.SourceFile, position: number): number => tree.getLineAndCharacterOfPosition(position).line + 1;

export type FunctionSpan = { readonly name: string; readonly line: number; readonly lines: number; readonly isCallback: boolean };

export function functionsOf(file: ProjectFile): FunctionSpan[] {
  const tree = treeOf(file);
  const spans: FunctionSpan[] = [];
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return;
    const parent = node.parent;
    const named = node.name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined);
    const line = lineOf(tree, node.getStart(tree));
    spans.push({
      name: named === undefined ? 'a function without a name' : named.getText(tree),
      line, lines: lineOf(tree, node.end) - line + 1,
      isCallback: ts.isCallExpression(parent),
    });
  });
  return spans;
}

export type Text = { readonly text: string; readonly line: number };

/** String values that are not names of properties, import paths or types. */
export function stringsOf(file: ProjectFile): Text[] {
  const tree = treeOf(file);
  const found: Text[] = [];
  walk(tree, (node) => {
    const isValue = ts.isStringLiteral(node)
      ? !ts.isImportDeclaration(node.parent) && !ts.isExportDeclaration(node.parent) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)
      : ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    if (isValue) found.push({ text: (node as ts.LiteralLikeNode).text, line: lineOf(tree, node.getStart(tree)) });
  });
  return found;
}

const TITLED = /^(?:t[.])?(test|it|describe|suite)([.](only|skip|todo))?$/;

/** Titles of tests and of their groups; a title with a value in it gives its fixed parts. */
export function testTitlesOf(file: ProjectFile): Text[] {
  const tree = treeOf(file);
  const titles: Text[] = [];
  walk(tree, (node) => {
    if (!ts.isCallExpression(node) || !TITLED.test(node.expression.getText(tree))) return;
    const title = node.arguments[0];
    if (title === undefined) return;
    if (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)) titles.push({ text: title.getText(tree), line: lineOf(tree, title.getStart(tree)) });
  });
  return titles;
}
