import { importRules } from './import-rules';
import { allSources, circles, parse, type Source } from './sources';

const sources = allSources();

describe('in the whole house', () => {
  it('all files are read, with what they import', () => {
    expect(sources.length).toBeGreaterThan(150);
    const rooms = new Set(sources.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    for (const room of [
      'libs/contracts',
      'libs/testing',
      'apps/gateway',
      'apps/reporting',
      'deploy/local',
      'test/house',
    ])
      expect(rooms).toContain(room);
    const edge = sources.find(({ path }) => path === 'apps/gateway/src/edge.ts');
    expect(edge?.imports).toContainEqual({ specifier: './openapi', to: 'apps/gateway/src/openapi.ts' });
    expect(edge?.imports).toContainEqual({ specifier: '@doit/rpc', to: 'libs/rpc/src/index.ts' });
  });

  it('every path that is imported leads to a file', () => {
    const known = new Set(sources.map(({ path }) => path));
    const lost = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ to }) => to !== null && !/\.(mjs|json|css)$|\/api\/schema$/.test(to) && !known.has(to))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(lost).toEqual([]);
  });

  it.each(Object.entries(importRules))('%s', (_sentence, rule) => {
    expect(sources.flatMap((source) => rule(source).map((what) => `${source.path}: ${what}`))).toEqual([]);
  });

  it('nobody imports in a circle', () => {
    expect(circles(sources)).toEqual([]);
  });
});

const file = (path: string, text: string): Source => parse(path, text, () => true);
const brokenBy = (source: Source): string[] =>
  Object.entries(importRules)
    .filter(([, rule]) => rule(source).length > 0)
    .map(([sentence]) => sentence);

describe('a file breaks a rule', () => {
  const lib = 'a lib knows only libs below it, and no app';
  const app = 'an app knows libs, and no other app';
  const door = 'a lib is entered by its door';
  const gateway = 'the gateway has no database and no events';
  const entity = 'an entity stays in its room';
  const pure = 'rules know neither Nest nor a database';
  const environment = 'only config.ts reads the environment';

  const console = 'the console knows the house by its API alone';

  it.each<[string, string, string, string[]]>([
    ['a console that looks into the house', 'apps/console/src/a.tsx', `import '@doit/contracts';`, [console]],
    ['a console that looks aside', 'apps/console/src/a.ts', `import '../../gateway/src/edge';`, [console]],
    ['a lib that looks up', 'libs/contracts/src/a.ts', `import { Asker } from '@doit/rpc';`, [lib]],
    ['a lib that looks aside', 'libs/rpc/src/a.ts', `import type { Relay } from '@doit/events';`, [lib]],
    ['a lib that knows tests', 'libs/rpc/src/a.ts', `export * from '@doit/testing';`, [lib]],
    [
      'a lib that knows an app',
      'libs/rpc/src/a.ts',
      `const a = await import('../../../apps/gateway/src/edge');`,
      [lib],
    ],
    [
      'a lib that knows the local start',
      'libs/rpc/src/a.ts',
      `import { root } from '../../../deploy/local/root';`,
      [lib],
    ],
    ['an app that knows another', 'apps/trade/src/a.ts', `import { x } from '../../industry/src/x';`, [app]],
    ['an app that knows tests', 'apps/trade/src/a.ts', `type T = import('@doit/testing').Claims;`, [app]],
    [
      'an app that climbs into a lib',
      'apps/trade/src/a.ts',
      `import { x } from '../../../libs/rpc/src/turn';`,
      [door],
    ],
    [
      'an app that enters by a window',
      'apps/trade/src/a.ts',
      `import { x } from '@doit/rpc/src/turn';`,
      [door],
    ],
    ['a lib that leaves by its own door', 'libs/rpc/src/a.ts', `import { Asker } from '@doit/rpc';`, [door]],
    ['a gateway with TypeORM', 'apps/gateway/src/a.ts', `import { DataSource } from 'typeorm';`, [gateway]],
    ['a gateway with pg', 'apps/gateway/src/a.ts', `const { Pool } = require('pg');`, [gateway]],
    ['a gateway with events', 'apps/gateway/src/a.ts', `import { tell } from '@doit/events';`, [gateway]],
    [
      'a contract with an entity',
      'libs/contracts/src/a.ts',
      `import { R } from '../../../apps/industry/src/clusters/clusters.entity';`,
      [lib, entity],
    ],
    ['a contract with TypeORM', 'libs/contracts/src/a.ts', `import type { Column } from 'typeorm';`, [pure]],
    [
      'a rule with Nest',
      'apps/industry/src/clusters/areas.ts',
      `import { Injectable } from '@nestjs/common';`,
      [pure],
    ],
    [
      'a rule below a folder of its own',
      'apps/industry/src/clusters/rules/a.ts',
      `import type { Client } from 'pg';`,
      [pure],
    ],
    ['reference data with Nest', 'libs/reference/src/units.ts', `import '@nestjs/common';`, [pure]],
    ['process.env', 'apps/trade/src/main.ts', `const port = process.env.PORT;`, [environment]],
    ['process.env by a detour', 'libs/rpc/src/a.ts', `const { env } = process;`, [environment]],
    ['process.env by another', 'libs/rpc/src/a.ts', `const port = process['env']['PORT'];`, [environment]],
    ['process.env by a third', 'libs/rpc/src/a.ts', `import { env } from 'node:process';`, [environment]],
    [
      'forwardRef',
      'apps/trade/src/a.ts',
      `import { forwardRef } from '@nestjs/common';`,
      ['nobody refers forward'],
    ],
    [
      'a transaction for nobody',
      'apps/trade/src/markets/markets.controller.ts',
      `await this.source.transaction(save);`,
      ['a writing transaction is opened for somebody, by writeFor'],
    ],
    ['a barrel', 'apps/trade/src/markets/index.ts', '', ['no barrels in apps']],
  ])('with %s', (_what, path, text, rules) => {
    expect(brokenBy(file(path, text))).toEqual(rules);
  });

  it.each([
    [
      'a controller with Nest',
      'apps/industry/src/clusters/clusters.controller.ts',
      `import { Controller } from '@nestjs/common';`,
    ],
    [
      'SQL with TypeORM',
      'apps/reporting/src/comparisons/standing.sql.ts',
      `import type { DataSource } from 'typeorm';`,
    ],
    ['a migration', 'apps/trade/src/migrations/0001-a.ts', `import type { QueryRunner } from 'typeorm';`],
    ['configuration', 'apps/trade/src/config.ts', `const a = process.env['A'];`],
    ['a transaction for a caller', 'apps/trade/src/a.ts', `await writeFor(source, caller, save);`],
    ['process without its environment', 'apps/trade/src/a.ts', `process.exit(0);`],
    [
      'a spec that starts another app',
      'apps/gateway/src/a.spec.ts',
      `import '../../industry/src/industry.module'; import 'pg';`,
    ],
    ['an import in a comment', 'libs/contracts/src/a.ts', `// import { x } from '@doit/rpc';`],
    [
      'a lib below',
      'libs/observations/src/a.ts',
      `import '@doit/rpc'; import '@doit/events'; import 'typeorm';`,
    ],
  ])('not with %s', (_what, path, text) => {
    expect(brokenBy(file(path, text))).toEqual([]);
  });

  it('with a circle, which is told once', () => {
    const exists = (path: string) => /^libs\/a\/src\/[abc]\.ts$/.test(path);
    const trio = ['a', 'b', 'c'].map((name, n) =>
      parse(`libs/a/src/${name}.ts`, `import './${'bca'[n] ?? ''}';`, exists),
    );
    expect(circles(trio)).toEqual(['libs/a/src/a.ts → libs/a/src/b.ts → libs/a/src/c.ts']);
    expect(circles(trio.slice(1))).toEqual([]);
    expect(circles([parse('libs/a/src/a.ts', `export * from './a';`, exists)])).toEqual(['libs/a/src/a.ts']);
  });
});
