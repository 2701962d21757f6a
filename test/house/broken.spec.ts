import { broken } from './broken';
import type { Promises } from './snapshot';

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a promise is broken', () => {
  const promised: Promises = {
    operations: {
      'a.b.c': {
        route: 'POST /v1/a/b',
        access: 'signed-in',
        status: 201,
        produces: 'application/json',
        input: { $ref: '#/schemas/In' },
        output: { $ref: '#/schemas/Out' },
        errors: [],
      },
    },
    events: { 'a.b.done.v1': { payload: { $ref: '#/schemas/Out' } } },
    schemas: {
      In: {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 50 },
          state: { type: 'string', enum: ['x', 'y'] },
          note: { type: ['string', 'null'] },
          rows: { type: 'array', items: { $ref: '#/schemas/Row' }, maxItems: 10 },
        },
        required: ['name'],
      },
      Row: {
        type: 'object',
        properties: { n: { type: 'integer', minimum: 0 }, next: { $ref: '#/schemas/Row' } },
      },
      Out: {
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid' },
          at: { type: 'string', format: 'date' },
          row: { anyOf: [{ $ref: '#/schemas/Row' }, { type: 'null' }] },
        },
        required: ['id', 'at', 'row'],
      },
    },
  };
  /** The promises with one place changed, named by its path; undefined: taken away. */
  const changed = (path: string, value: unknown): Promises => {
    const copy = copyOf(promised);
    const steps = path.split(' ');
    const last = steps.pop() ?? '';
    const place = steps.reduce<Record<string, unknown>>(
      (part, step) => part[step] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
    place[last] = value;
    return copyOf(copy);
  };
  const input = 'schemas In properties';
  const output = 'schemas Out properties';

  it.each<[string, string, unknown, string[]]>([
    ['an operation goes', 'operations a.b.c', undefined, ['a.b.c is gone']],
    [
      'its route changes',
      'operations a.b.c route',
      'POST /v1/a/c',
      ['a.b.c has another route: POST /v1/a/c'],
    ],
    ['its route goes', 'operations a.b.c route', null, ['a.b.c has another route: none']],
    ['its status changes', 'operations a.b.c status', 200, ['a.b.c has another status: 200']],
    ['it asks for a right', 'operations a.b.c access', 'a:write', ['a.b.c asks for more: a:write']],
    [
      'a new field is required',
      'schemas In required',
      ['name', 'state'],
      ['input of a.b.c: /state is required now'],
    ],
    ['a field of the input goes', `${input} note`, undefined, ['input of a.b.c: /note is gone']],
    ['a word of the input goes', `${input} state enum`, ['x'], ['input of a.b.c: /state may not be y']],
    [
      'the input may not be null',
      `${input} note type`,
      'string',
      ['input of a.b.c: /note may not be null any more'],
    ],
    [
      'the input is of another type',
      `${input} name type`,
      'integer',
      ['input of a.b.c: /name may not be string any more'],
    ],
    [
      'the input must be shorter',
      `${input} name maxLength`,
      49,
      ['input of a.b.c: /name has a lower maxLength'],
    ],
    [
      'the input must be longer',
      `${input} name minLength`,
      2,
      ['input of a.b.c: /name has a higher minLength'],
    ],
    [
      'the input must have a form',
      `${input} name pattern`,
      '^a',
      ['input of a.b.c: /name has another pattern'],
    ],
    [
      'a row of the input must be larger',
      'schemas Row properties n minimum',
      1,
      ['input of a.b.c: /rows/*/n has a higher minimum'],
    ],
    [
      'a field of the output goes',
      `${output} at`,
      undefined,
      ['output of a.b.c: /at is gone', 'payload of a.b.done.v1: /at is gone'],
    ],
    [
      'the output may be null',
      `${output} at type`,
      ['string', 'null'],
      ['output of a.b.c: /at may be null now', 'payload of a.b.done.v1: /at may be null now'],
    ],
    [
      'the output may be left out',
      'schemas Out required',
      ['id', 'row'],
      ['output of a.b.c: /at may be left out now', 'payload of a.b.done.v1: /at may be left out now'],
    ],
    [
      'the output is of another type',
      `${output} id type`,
      'integer',
      ['output of a.b.c: /id may be integer now', 'payload of a.b.done.v1: /id may be integer now'],
    ],
    [
      'the output has another format',
      `${output} at format`,
      'date-time',
      ['output of a.b.c: /at has another format', 'payload of a.b.done.v1: /at has another format'],
    ],
    ['an event goes', 'events a.b.done.v1', undefined, ['a.b.done.v1 is gone']],
  ])('when %s', (_what, path, value, sentences) => {
    expect(broken(promised, changed(path, value))).toEqual(sentences);
  });

  it.each<[string, string, unknown]>([
    ['nothing changes', 'operations a.b.c status', 201],
    ['everybody may ask', 'operations a.b.c access', 'public'],
    ['an operation is added', 'operations a.b.d', promised.operations['a.b.c']],
    ['the input may have a new field', `${input} colour`, { type: 'string' }],
    ['the input may have a new word', `${input} state enum`, ['x', 'y', 'z']],
    ['the input need not be there', 'schemas In required', []],
    ['the input may be longer', `${input} name maxLength`, 60],
    ['the input may be null', `${input} name type`, ['string', 'null']],
    ['the output has a new field', `${output} colour`, { type: 'string' }],
    ['the output is never null any more', `${output} row`, { $ref: '#/schemas/Row' }],
  ])('not when %s', (_what, path, value) => {
    expect(broken(promised, changed(path, value))).toEqual([]);
  });
});
