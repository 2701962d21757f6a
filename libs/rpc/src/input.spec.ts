import {
  Day,
  Decimal,
  Flag,
  Id,
  IfMatch,
  Observation,
  OneOf,
  Part,
  Problem,
  RecordObservations,
  Text,
  Whole,
} from '@doit/contracts';
import { readInput, type Arrived } from './input';

class Parcel {
  @Text('Sheet', { max: 10 }) sheet: string;
  @Decimal('Area, ha', { places: 2, min: 0 }) areaHa: string;
}

class Plot {
  @Id('Plot') id: string;
  @Text('Name', { max: 50, optional: true }) name?: string;
  @Text('Investor', { optional: true, nullable: true }) investor?: string | null;
  @Whole('How many', { min: 1, max: 500, optional: true }) limit?: number;
  @Flag('Whether leased', { optional: true }) leased?: boolean;
  @Day('Decided', { optional: true }) decidedOn?: string;
  @OneOf('States', ['planned', 'operating'], { many: 2, optional: true }) state?: ('planned' | 'operating')[];
  @Part('Parcels', () => Parcel, { many: 3, optional: true }) parcels?: Parcel[];
  @Part('Gate', () => Parcel, { optional: true }) gate?: Parcel;
}

class VersionedPlot {
  @Id('Plot') id: string;
  @IfMatch() version: number;
}

const id = '01890000-0000-7000-8000-000000000001';
const bytes = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? Buffer.from(text) : text;
const arrived = (more: { query?: string; body?: string | Uint8Array; ifMatch?: string }): Arrived => ({
  query: more.query ?? '',
  body: bytes(more.body ?? ''),
  ifMatch: more.ifMatch,
});
const read = (more: Parameters<typeof arrived>[0]) => readInput(Plot, arrived(more));

/** What is refused: the problem's code, then each place with its code; or the name that was given twice. */
function refusal(act: () => unknown): unknown[] {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const faults = error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    return [error.code, ...Object.values(error.params), ...faults];
  }
  return ['accepted'];
}

describe('the input of an operation', () => {
  it('is one flat object out of path, query and body', () => {
    const input = read({ query: `id=${id}&limit=5`, body: '{"name":"Đô Lương"}' });
    expect(input).toEqual({ id, limit: 5, name: 'Đô Lương' });
    expect(input).toBeInstanceOf(Plot);
  });

  it.each([
    ['a flag', 'leased=false', { leased: false }],
    ['a whole number', 'limit=500', { limit: 500 }],
    ['a list between commas', 'state=planned,operating', { state: ['planned', 'operating'] }],
    ['text that looks like a number', 'name=007', { name: '007' }],
    ['a plus and percent signs', 'name=C%C3%B4ng+th%C6%B0%C6%A1ng', { name: 'Công thương' }],
  ])('reads %s from the URL by the kind of its field', (_what, query, expected) => {
    expect(read({ query: `id=${id}&${query}` })).toEqual({ id, ...expected });
  });

  it.each([
    ['an empty number', 'limit=', '/limit field.not-whole'],
    ['a number with a point', 'limit=5.0', '/limit field.not-whole'],
    ['a number beyond its limits', 'limit=501', '/limit field.out-of-range'],
    ['a flag in other words', 'leased=1', '/leased field.not-a-flag'],
    ['an empty list', 'state=', '/state/0 field.not-one-of'],
    ['a word that the list does not know', 'state=planned,lost', '/state/1 field.not-one-of'],
    ['an empty text', 'name=', '/name field.empty'],
    ['a day that the calendar lacks', 'decidedOn=2023-02-29', '/decidedOn field.not-a-day'],
  ])('refuses %s in the URL', (_what, query, fault) => {
    expect(refusal(() => read({ query: `id=${id}&${query}` }))).toEqual(['request.invalid', fault]);
  });

  it('leaves the values of a JSON body as they are: text is no number, a number no text', () => {
    const body = JSON.stringify({ id, limit: '5', leased: 'false', name: 5, state: 'planned' });
    expect(refusal(() => read({ body }))).toEqual([
      'request.invalid',
      '/name field.not-text',
      '/limit field.not-whole',
      '/leased field.not-a-flag',
      '/state field.not-a-list',
    ]);
  });

  it.each([
    ['query and body', { query: `id=${id}&name=a`, body: '{"name":"a"}' }, 'name'],
    ['path and query', { query: `id=${id}&id=${id}` }, 'id'],
    ['the query alone', { query: `id=${id}&state=planned&state=operating` }, 'state'],
  ])('refuses a key that %s give twice, by its name', (_where, sent, name) => {
    expect(refusal(() => read(sent))).toEqual(['request.given-twice', name]);
  });

  it.each([
    ['an unknown key of the body', { body: `{"id":"${id}","colour":1}` }, '/colour'],
    ['an unknown key of the query', { query: `id=${id}&colour=1` }, '/colour'],
    ['__proto__ in the body', { body: `{"id":"${id}","__proto__":{"limit":5}}` }, '/__proto__'],
    ['__proto__ in the query', { query: `id=${id}&__proto__=x` }, '/__proto__'],
    ['constructor in the query', { query: `id=${id}&constructor=x` }, '/constructor'],
    ['toString in the body', { body: `{"id":"${id}","toString":1}` }, '/toString'],
    ['a key with pointer characters', { body: `{"id":"${id}","a/b~c":1}` }, '/a~1b~0c'],
    [
      '__proto__ within a part',
      { body: `{"id":"${id}","gate":{"sheet":"1","areaHa":"1","__proto__":{}}}` },
      '/gate/__proto__',
    ],
  ])('refuses %s by name', (_what, sent, pointer) => {
    expect(refusal(() => read(sent))).toEqual(['request.invalid', `${pointer} field.unknown`]);
    expect(({} as Record<string, unknown>)['limit']).toBeUndefined();
  });

  it.each([
    ['cut short', '{"id":', 'request.not-json'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'request.not-json'],
    ['a list', '[]', 'request.not-an-object'],
    ['null', 'null', 'request.not-an-object'],
    ['a number', '5', 'request.not-an-object'],
  ])('refuses a body that is %s', (_what, body, code) => {
    expect(refusal(() => read({ body }))).toEqual([code]);
  });

  it('knows what is missing from what is null, and null from what may be null', () => {
    expect(refusal(() => read({ body: '{}' }))).toEqual(['request.invalid', '/id field.required']);
    expect(refusal(() => read({ body: '{"id":null,"name":null}' }))).toEqual([
      'request.invalid',
      '/id field.null',
      '/name field.null',
    ]);
    expect(read({ body: `{"id":"${id}","investor":null}` })).toEqual({ id, investor: null });
  });

  it('points into parts and lists of parts', () => {
    const body = JSON.stringify({
      id,
      gate: { sheet: 'G', areaHa: '-1' },
      parcels: [{ sheet: 'A', areaHa: '1.5' }, { sheet: 'much too long', areaHa: '1.555', colour: 1 }, 'B'],
    });
    expect(refusal(() => read({ body }))).toEqual([
      'request.invalid',
      '/parcels/1/colour field.unknown',
      '/parcels/2 field.not-an-object',
      '/parcels/1/sheet field.too-long',
      '/parcels/1/areaHa field.not-decimal',
      '/gate/areaHa field.too-small',
    ]);
  });

  it('reads a decimal given as a number exactly, or not at all', () => {
    const gate = (areaHa: string) =>
      read({ body: `{"id":"${id}","gate":{"sheet":"G","areaHa":${areaHa}}}` }).gate;
    expect(gate('75.64')?.areaHa).toBe('75.64');
    expect(refusal(() => gate('1234567890123456.5'))).toEqual([
      'request.invalid',
      '/gate/areaHa field.not-decimal',
    ]);
    expect(refusal(() => gate('1e21'))).toEqual(['request.invalid', '/gate/areaHa field.not-decimal']);
  });

  it.each(['3', '"3"', 'W/"3"'])('takes the version from If-Match: %s', (ifMatch) => {
    expect(readInput(VersionedPlot, arrived({ query: `id=${id}`, ifMatch }))).toEqual({ id, version: 3 });
  });

  it.each([undefined, '', '*', 'abc', '"1", "2"', '-1'])(
    'asks for If-Match where it holds no version: %s',
    (ifMatch) => {
      const act = () =>
        readInput(VersionedPlot, arrived({ query: `id=${id}`, ...(ifMatch !== undefined && { ifMatch }) }));
      expect(refusal(act)).toEqual(['request.if-match-required']);
    },
  );

  it.each([{ body: '{"version":7}' }, { query: `id=${id}&version=7` }])(
    'takes the version from nowhere else: %j',
    (sent) => {
      const act = () => readInput(VersionedPlot, arrived({ query: `id=${id}`, ...sent, ifMatch: '3' }));
      expect(refusal(act)).toEqual(['request.invalid', '/version field.unknown']);
    },
  );
});

describe('a batch of rows', () => {
  const row = {
    indicator: 'RETAIL_GOODS',
    territory: 'nghe-an',
    period: '2023',
    measure: 'actual',
    status: 'official',
    value: '36539',
    unit: 'VND_BN',
    source: 'doit-nghe-an',
  } satisfies Observation;
  const batch = (items: unknown) =>
    readInput(RecordObservations, arrived({ body: JSON.stringify({ items }) }));

  it('of 1,000 is read with its parts as instances', () => {
    const { items } = batch(
      Array.from({ length: 1000 }, (_, n) => ({ ...row, row: n + 1, stated: { yoyPct: '9.60' } })),
    );
    expect(items).toHaveLength(1000);
    expect(items[999]).toBeInstanceOf(Observation);
    expect(items[999]).toEqual({ ...row, row: 1000, stated: { yoyPct: { value: '9.60', decimals: 2 } } });
  });

  it('names the wrong place of its last row by pointer, and no other', () => {
    const items: unknown[] = Array.from({ length: 999 }, () => row);
    items.push({
      ...row,
      value: 'much',
      colour: 1,
      stated: { yoyPct: 'up' },
      window: { from: '2023-01-15' },
    });
    expect(refusal(() => batch(items))).toEqual([
      'request.invalid',
      '/items/999/colour field.unknown',
      '/items/999/value field.not-decimal',
      '/items/999/stated/yoyPct field.not-decimal',
      '/items/999/window/to field.required',
    ]);
  });

  it('names a row that is no object', () => {
    expect(refusal(() => batch([row, null]))).toEqual(['request.invalid', '/items/1 field.not-an-object']);
  });

  it.each([
    ['none', [], 'field.too-few'],
    ['1,001 rows', Array.from({ length: 1001 }, () => row), 'field.too-many'],
    ['an object', row, 'field.not-a-list'],
  ])('is refused with %s', (_what, items, code) => {
    expect(refusal(() => batch(items))).toEqual(['request.invalid', `/items ${code}`]);
  });

  it('tells 100 faults at most', () => {
    const faulty = Array.from({ length: 1000 }, () => ({ ...row, value: 'much' }));
    expect(refusal(() => batch(faulty))).toHaveLength(101);
  });

  it('refuses what a printed number does not have, and text that no database keeps', () => {
    const items = [
      { ...row, stated: { yoyPct: { value: '9.6', decimals: 1, colour: 1 } } },
      { ...row, source: 'half a \ud800 pair' },
      { ...row, dimensions: { commodity: 'half a \ud800 pair' } },
      { ...row, dimensions: { commodity: 'nul \0' } },
    ];
    expect(refusal(() => batch(items))).toEqual([
      'request.invalid',
      '/items/0/stated/yoyPct field.not-decimal',
      '/items/1/source field.not-text',
      '/items/2/dimensions field.not-labels',
      '/items/3/dimensions field.not-labels',
    ]);
  });
});
