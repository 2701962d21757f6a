import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf, house, type Class } from '@doit/contracts';
import { openapi } from '../../apps/gateway/src/openapi';
import { broken } from './broken';
import { openapiFaults } from './openapi-faults';
import { promises, type Promises } from './snapshot';

const root = join(__dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
/** What is derived, as it looks once it has been written and read. */
const written = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const kept = 'libs/contracts/contracts.json';

// `npm run promises` writes both files anew, unless a promise would be taken back: then delete contracts.json first.
if (process.env['UPDATE_PROMISES']) {
  const takenBack = existsSync(join(root, kept)) ? broken(read(kept) as Promises, written(promises())) : [];
  if (takenBack.length === 0) {
    writeFileSync(join(root, kept), `${JSON.stringify(promises(), null, 1)}\n`);
    writeFileSync(join(root, 'openapi.json'), `${JSON.stringify(openapi(), null, 1)}\n`);
  }
}

describe('what the house promises', () => {
  it('only grows: nothing that was promised is taken back', () => {
    expect(broken(read(kept) as Promises, written(promises()))).toEqual([]);
  });

  it('stands in libs/contracts/contracts.json and openapi.json as it is (npm run promises)', () => {
    expect(read(kept)).toEqual(written(promises()));
    expect(read('openapi.json')).toEqual(written(openapi()));
  });

  it('is a sound OpenAPI 3.1 document that describes every field', () => {
    expect(openapiFaults(written(openapi()))).toEqual([]);
  });

  it('has one class for each name, and describes each by fields', () => {
    const met = new Map<string, Class>();
    const meet = (type: Class): void => {
      expect(met.get(type.name) ?? type).toBe(type);
      if (met.has(type.name)) return;
      met.set(type.name, type);
      for (const { part } of fieldsOf(type).values()) if (part) meet(part());
    };
    for (const { operations, events } of Object.values(house)) {
      operations.forEach(({ input, output }) => [input, output].forEach(meet));
      events.forEach(({ payload }) => meet(payload));
    }
    const bare = [...met.values()].filter((type) => fieldsOf(type).size === 0).map(({ name }) => name);
    expect(bare).toEqual(['Nothing']);
  });
});

describe('an OpenAPI document', () => {
  const spoiled = (spoil: (text: string) => string): string[] =>
    openapiFaults(JSON.parse(spoil(JSON.stringify(openapi()))) as Record<string, unknown>);

  it.each<[string, (text: string) => string, string]>([
    [
      'a reference to nothing',
      (text) => text.replaceAll('schemas/Cluster"', 'schemas/Nowhere"'),
      'refers to nothing: #/components/schemas/Nowhere',
    ],
    [
      'two operations of one name',
      (text) => text.replace('industry.clusters.get', 'industry.clusters.list'),
      'two operations are industry.clusters.list',
    ],
    [
      'a path parameter not declared',
      (text) => text.replace('/clusters/{id}"', '/clusters/{code}"'),
      'does not declare {code}',
    ],
    [
      'a path parameter too many',
      (text) => text.replace('/clusters/{id}"', '/clusters/it"'),
      'has no {id} in its path',
    ],
    [
      'a field without words',
      (text) =>
        text.replace(
          '"description":"Code given by the department, unique in its territory"',
          '"description":""',
        ),
      '/properties/code is not described',
    ],
    ['an older version', (text) => text.replace('3.1.0', '3.0.3'), 'it is not OpenAPI 3.1'],
  ])('is found out by %s', (_what, spoil, fault) => {
    expect(spoiled(spoil).join('\n')).toContain(fault);
  });
});
