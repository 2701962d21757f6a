import type { Source } from './sources';

/** A rule answers what in a file breaks it. */
type Rule = (source: Source) => string[];

/** Which libs a lib may know. Apps may know all of these; tests everything. */
const below: Record<string, readonly string[]> = {
  contracts: [],
  reference: [],
  rpc: ['contracts', 'reference'],
  events: ['contracts', 'reference'],
  runtime: ['contracts', 'reference', 'rpc', 'events'],
  observations: ['contracts', 'reference', 'rpc', 'events', 'runtime'],
  registers: ['contracts', 'reference', 'rpc', 'events', 'runtime'],
  audit: ['contracts', 'reference', 'rpc', 'events', 'observations'],
};
const framework = /^(@nestjs\/|typeorm|pg$|nats$|rxjs|fastify)/;
const store = /^(typeorm|pg$|@nestjs\/typeorm|@doit\/(events|observations|audit))/;

/** Specs, what starts servers for them, and the folders that test the whole. */
const isTest = (path: string): boolean =>
  /\.spec\.ts$|\/src\/test-[^/]+\.ts$|^test\/|^libs\/testing\/|^apps\/[^/]+\/test\//.test(path);
/** `libs/rpc`, `apps/industry`, `deploy/local`, `test/house`. */
const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/');
const isApp = (path: string): boolean => path.startsWith('apps/');
const isConsole = (path: string): boolean => path.startsWith('apps/console/');
const isLib = (path: string): boolean => path.startsWith('libs/');
/**
 * Pure rules: all of reference, all contracts, and in an app every file of a noun's folder that has no suffix of its
 * kind (`.controller`, `.entity`, `.listener`, `.sql`, `.module`); migrations are statements, not rules.
 */
const isRule = (path: string): boolean =>
  !isConsole(path) &&
  /^libs\/(reference|contracts)\/|^apps\/[^/]+\/src\/(?!migrations\/)[^/]+\/(.+\/)?[^/.]+\.ts$/.test(path);

const specifiers = (source: Source, breaks: (specifier: string, to: string | null) => boolean): string[] =>
  source.imports.filter(({ specifier, to }) => breaks(specifier, to)).map(({ specifier }) => specifier);

export const importRules: Record<string, Rule> = {
  'a lib knows only libs below it, and no app': (source) => {
    if (!isLib(source.path) || isTest(source.path)) return [];
    const lib = source.path.split('/')[1] ?? '';
    const known = (below[lib] ?? []).map((name) => `libs/${name}`);
    return specifiers(
      source,
      (_, to) => to !== null && ![roomOf(source.path), ...known].includes(roomOf(to)),
    );
  },
  'an app knows libs, and no other app': (source) => {
    if (!isApp(source.path) || isConsole(source.path) || isTest(source.path)) return [];
    const known = [roomOf(source.path), ...Object.keys(below).map((name) => `libs/${name}`)];
    return specifiers(source, (_, to) => to !== null && !known.includes(roomOf(to)));
  },
  'the console knows the house by its API alone': (source) =>
    roomOf(source.path) === 'apps/console' && !isTest(source.path)
      ? specifiers(source, (_, to) => to !== null && roomOf(to) !== 'apps/console')
      : [],
  'a lib is entered by its door': (source) =>
    specifiers(source, (specifier, to) => {
      const own = to !== null && roomOf(to) === roomOf(source.path);
      if (specifier.startsWith('@doit/'))
        return own ? !isTest(source.path) : /^@doit\/[^/]+\//.test(specifier);
      const fromHouse = isApp(source.path) || isLib(source.path);
      return fromHouse && to !== null && isLib(to) && !own;
    }),
  'the gateway has no database and no events': (source) =>
    roomOf(source.path) === 'apps/gateway' && !isTest(source.path)
      ? specifiers(source, (specifier) => store.test(specifier))
      : [],
  'an entity stays in its room': (source) =>
    specifiers(
      source,
      (_, to) => to !== null && /\.entity\.ts$/.test(to) && roomOf(to) !== roomOf(source.path),
    ),
  'rules know neither Nest nor a database': (source) =>
    isRule(source.path) && !isTest(source.path)
      ? specifiers(source, (specifier) => framework.test(specifier))
      : [],
  'only config.ts reads the environment': (source) => {
    const may = /\/config\.ts$|^deploy\//.test(source.path) || isTest(source.path);
    return source.readsEnvironment && !may ? ['process.env'] : [];
  },
  'a writing transaction is opened for somebody, by writeFor': ({ path, beginsTransaction }) => {
    const may =
      path === 'libs/runtime/src/territory-wall.ts' || !(isApp(path) || isLib(path)) || isTest(path);
    return beginsTransaction && !may ? ['transaction'] : [];
  },
  'nobody refers forward': (source) => (source.refersForward ? ['forwardRef'] : []),
  'no barrels in apps': ({ path }) => (isApp(path) && path.endsWith('/index.ts') ? ['index.ts'] : []),
};
