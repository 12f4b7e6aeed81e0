// Which sentences the pages say, by the compiler's own account of their types: say(`state_${state}`)
// says as many as `state` has values. For the test that none is kept for nobody.
import { dirname } from "node:path";
import ts from "typescript";

export interface Said {
  /** File of a catalogue -> the keys that are said of it. */
  keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** Catalogues that are asked for whatever name the API gives (`name in words`). */
  byName: ReadonlySet<string>;
  /** Places where no key can be told, "file:line". */
  untold: string[];
}

function programOf(config: string): ts.Program {
  const { config: read } = ts.readConfigFile(config, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(read, ts.sys, dirname(config));
  return ts.createProgram(fileNames.filter((name) => !name.endsWith(".test.ts")), options);
}

/** The string literals that a type stands for; undefined: any string. */
function literalsOf(type: ts.Type, checker: ts.TypeChecker): string[] | undefined {
  const bound = type.flags & ts.TypeFlags.TypeParameter ? checker.getBaseConstraintOfType(type) : type;
  if (bound?.isStringLiteral()) return [bound.value];
  if (!bound?.isUnion()) return undefined;
  const each = bound.types.map((one) => literalsOf(one, checker));
  return each.includes(undefined) ? undefined : each.flatMap((one) => one ?? []);
}

export function saidSentences(config: string): Said {
  const program = programOf(config);
  const checker = program.getTypeChecker();
  const keys = new Map<string, Set<string>>();
  const byName = new Set<string>();
  /** Files that look whether a catalogue has a name. */
  const guarded = new Set<ts.SourceFile>();
  const untold: string[] = [];

  const symbolOf = (node: ts.Node): ts.Symbol | undefined => {
    const found = checker.getSymbolAtLocation(node);
    return found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  };
  /** The file of the catalogue that a name like `words` stands for. */
  const catalogueOf = (node: ts.Node): string | undefined => {
    if (!ts.isIdentifier(node)) return undefined;
    const declared = checker.getSymbolAtLocation(node)?.declarations?.[0];
    if (!declared || !ts.isImportClause(declared)) return undefined;
    const file = checker.getSymbolAtLocation(declared.parent.moduleSpecifier)?.valueDeclaration;
    return file && ts.isSourceFile(file) && file.fileName.endsWith(".json") ? file.fileName : undefined;
  };
  /** The same of `{ ...shared, ...words }`: of both, in this order. */
  const cataloguesOf = (node: ts.Node): string[] => {
    const parts = ts.isObjectLiteralExpression(node)
      ? node.properties.filter(ts.isSpreadAssignment).map((one) => one.expression)
      : [node];
    return parts.flatMap((one) => catalogueOf(one) ?? []);
  };
  /** The same of what sentences() made of them: `const say = sentences(words)`. */
  const sayerOf = (node: ts.Node): string[] => {
    const declared = ts.isIdentifier(node) ? symbolOf(node)?.valueDeclaration : undefined;
    const made = declared && ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
    if (!made || !ts.isCallExpression(made) || made.expression.getText() !== "sentences") return [];
    return made.arguments[0] ? cataloguesOf(made.arguments[0]) : [];
  };
  const kept = new Map<string, ReadonlySet<string>>();
  const keysOf = (catalogue: string): ReadonlySet<string> => {
    const known =
      kept.get(catalogue) ?? new Set(Object.keys(JSON.parse(ts.sys.readFile(catalogue) ?? "{}")));
    kept.set(catalogue, known);
    return known;
  };
  const say = (catalogues: string[], node: ts.Node) => {
    const told = literalsOf(checker.getTypeAtLocation(node), checker);
    if (!told) {
      const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
      untold.push(`${node.getSourceFile().fileName}:${line + 1}`);
    }
    for (const catalogue of catalogues) keys.set(catalogue, keys.get(catalogue) ?? new Set());
    const isAny = told?.length === new Set(catalogues.flatMap((one) => [...keysOf(one)])).size;
    if (isAny && guarded.has(node.getSourceFile())) {
      for (const catalogue of catalogues) byName.add(catalogue);
      return;
    }
    for (const key of told ?? []) {
      const catalogue = [...catalogues].reverse().find((one) => keysOf(one).has(key));
      if (catalogue) keys.get(catalogue)?.add(key);
    }
  };
  const read = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
      if (catalogueOf(node.right)) guarded.add(node.getSourceFile());
    }
    if (ts.isCallExpression(node) && node.arguments[0]) {
      const catalogues = sayerOf(node.expression);
      if (catalogues.length > 0) say(catalogues, node.arguments[0]);
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const catalogue = catalogueOf(node.expression);
      if (catalogue) keys.set(catalogue, keys.get(catalogue) ?? new Set());
      if (catalogue && ts.isPropertyAccessExpression(node)) keys.get(catalogue)?.add(node.name.text);
      if (catalogue && ts.isElementAccessExpression(node)) say([catalogue], node.argumentExpression);
    }
    ts.forEachChild(node, read);
  };
  program.getSourceFiles().filter((file) => !file.isDeclarationFile).forEach(read);
  return { keys, byName, untold };
}
