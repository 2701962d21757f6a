import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');

/** One file of ours: what it imports, and what it does that only few may. */
export interface Source {
  /** From the repository's root. */
  readonly path: string;
  readonly imports: readonly { specifier: string; /** Ours: its path. */ to: string | null }[];
  readonly readsEnvironment: boolean;
  readonly refersForward: boolean;
  /** TypeORM's ways into a transaction. */
  readonly beginsTransaction: boolean;
}

/** Every TypeScript file of the house; what the API's description generates for the console is nobody's. */
export function allSources(): Source[] {
  const folders = ['apps', 'libs', 'deploy', 'test'];
  const paths = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path}`,
      ),
    )
    .filter(
      (path) => /\.(m?ts|tsx)$/.test(path) && !/(^|\/)(node_modules|dist)\/|\/schema\.d\.ts$/.test(path),
    );
  return paths.map((path) =>
    parse(path, readFileSync(join(root, path), 'utf8'), (file) => existsSync(join(root, file))),
  );
}

/** Reads one file; `exists` says which paths are files of ours. */
export function parse(path: string, text: string, exists: (path: string) => boolean): Source {
  const specifiers: string[] = [];
  let [readsEnvironment, refersForward, beginsTransaction] = [false, false, false];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteral(specifier)) specifiers.push(specifier.text);
    if (isEnvironment(node)) readsEnvironment = true;
    if (ts.isIdentifier(node) && node.text === 'forwardRef') refersForward = true;
    if (
      ts.isPropertyAccessExpression(node) &&
      /^(transaction|startTransaction|createQueryRunner)$/.test(node.name.text)
    )
      beginsTransaction = true;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  const imports = specifiers.map((specifier) => ({ specifier, to: resolve(path, specifier, exists) }));
  return { path, imports, readsEnvironment, refersForward, beginsTransaction };
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  const called = ts.isCallExpression(node) ? node.expression : undefined;
  const imports = called?.kind === ts.SyntaxKind.ImportKeyword || (called && isNamed(called, 'require'));
  return imports && ts.isCallExpression(node) ? node.arguments[0] : undefined;
}

/** `process.env`, `process['env']`, `const { env } = process`, or anything out of `node:process`. */
function isEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node))
    return isNamed(node.expression, 'process') && node.name.text === 'env';
  if (ts.isElementAccessExpression(node)) return isNamed(node.expression, 'process');
  if (ts.isVariableDeclaration(node))
    return ts.isObjectBindingPattern(node.name) && !!node.initializer && isNamed(node.initializer, 'process');
  const from =
    ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
  return /^(node:)?process$/.test(from);
}

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

/** The file of ours that is meant; null for a package. An alias means a lib's door. */
function resolve(from: string, specifier: string, exists: (path: string) => boolean): string | null {
  const lib = /^@doit\/([^/]+)(\/.*)?$/.exec(specifier);
  if (lib) return `libs/${lib[1] ?? ''}${lib[2] ?? '/src/index.ts'}`;
  if (!specifier.startsWith('.')) return null;
  const path = posix.join(posix.dirname(from), specifier);
  const bare = path.replace(/\.(m?)js$/, '');
  const found = [path, `${bare}.ts`, `${bare}.tsx`, `${bare}.mts`, `${bare}/index.ts`].find(
    (file) => /\.(m?[jt]s|tsx|json|css)$/.test(file) && exists(file),
  );
  return found ?? path;
}

/** Circles of imports, each told once, from its first file on. */
export function circles(sources: readonly Source[]): string[] {
  const next = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ to }) => to ?? [])]));
  const done = new Set<string>();
  const found = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const begun = trail.indexOf(path);
    if (begun >= 0) {
      const circle = trail.slice(begun);
      const first = circle.indexOf([...circle].sort()[0] ?? '');
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(' → '));
    } else if (!done.has(path)) {
      for (const to of next.get(path) ?? []) walk(to, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of next.keys()) walk(path, []);
  return [...found];
}
