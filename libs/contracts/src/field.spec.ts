import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { checkField, fieldsOf, isAbsent, type Field } from './field';
import {
  Day,
  DayOrMonth,
  Decimal,
  Flag,
  Free,
  Id,
  IfMatch,
  Instant,
  Labels,
  OneOf,
  Part,
  Text,
  Whole,
} from './fields';
import { schemaOfClass, schemaOfField, type Schemas } from './json-schema';

class Owner {
  @Text('Name') name: string;
}

class Sample {
  @Text('Name', { max: 5 }) text: string;
  @Text('Code', { pattern: /^[A-Z]{2}$/ }) code: string;
  @Text('Trades', { many: 2, atLeast: 1, max: 5 }) texts: string[];
  @Id('Cluster') id: string;
  @Whole('How many', { min: 1, max: 500 }) whole: number;
  @Decimal('Area, ha', { places: 2, min: 0 }) decimal: string;
  @Decimal('Change, %', { places: 1 }) signed: string;
  @Flag('Whether leased') flag: boolean;
  @Day('Decided on') day: string;
  @DayOrMonth('Stated on') dayOrMonth: string;
  @Instant('Recorded') instant: string;
  @OneOf('State', ['planned', 'operating']) state: 'planned' | 'operating';
  @Labels('Breakdown') labels: Record<string, string>;
  @Part('Owner', () => Owner) owner: Owner;
  @Free('Rules', { type: 'array' }) free: unknown;
}

const field = (name: keyof Sample): Field => {
  const found = fieldsOf(Sample).get(name);
  if (!found) throw new Error(name);
  return found;
};
const ajv = addFormats(new Ajv({ strict: false, formats: { decimal: true } }));
const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, 'v']));

/** Values that each field takes. */
const good: [keyof Sample, unknown[]][] = [
  ['text', ['a', 'Đắk N', ' a ']],
  ['code', ['NA']],
  ['texts', [['a'], ['a', 'b']]],
  ['id', ['01890000-0000-7000-8000-000000000001']],
  ['whole', [1, 500]],
  ['decimal', ['0', '75.64', '123456789012345678.25']],
  ['signed', ['-3.1', '0.0']],
  ['flag', [true, false]],
  ['day', ['2024-02-29']],
  ['dayOrMonth', ['2022-12', '2023-06-07']],
  ['instant', ['2023-06-07T08:00:00Z', '2023-06-07T08:00:00.123+07:00']],
  ['state', ['operating']],
  ['labels', [{}, { stage: 'detailed-plan' }, many(10)]],
  ['owner', [{ name: 'a' }]],
];

/** Values that each field refuses, why, and whether the published schema alone would refuse them too. */
const bad: [keyof Sample, unknown, string, boolean][] = [
  ['text', '', 'field.empty', true],
  ['text', '   ', 'field.empty', false],
  ['text', 'abcdef', 'field.too-long', true],
  ['text', 5, 'field.not-text', true],
  ['text', 'a\0', 'field.not-text', false],
  ['text', '\ud800', 'field.not-text', false],
  ['code', 'na', 'field.pattern', true],
  ['texts', 'a', 'field.not-a-list', true],
  ['texts', [], 'field.too-few', true],
  ['texts', ['a', 'b', 'c'], 'field.too-many', true],
  ['texts', ['a', 5], 'field.not-text', true],
  ['id', '01890000', 'field.not-an-id', true],
  ['whole', 0, 'field.out-of-range', true],
  ['whole', 501, 'field.out-of-range', true],
  ['whole', 1.5, 'field.not-whole', true],
  ['whole', '1', 'field.not-whole', true],
  ['whole', NaN, 'field.not-whole', true],
  ['decimal', '75.641', 'field.not-decimal', true],
  ['decimal', '75,64', 'field.not-decimal', true],
  ['decimal', '1e3', 'field.not-decimal', true],
  ['decimal', '1234567890123456789', 'field.not-decimal', true],
  ['decimal', '', 'field.not-decimal', true],
  ['decimal', '75.64\n', 'field.not-decimal', true],
  ['decimal', '-0.01', 'field.too-small', true],
  ['flag', 'true', 'field.not-a-flag', true],
  ['flag', 1, 'field.not-a-flag', true],
  ['day', '2023-02-29', 'field.not-a-day', true],
  ['day', '2023-06', 'field.not-a-day', true],
  ['day', '0000-01-01', 'field.not-a-day', false],
  ['day', '07/06/2023', 'field.not-a-day', true],
  ['dayOrMonth', '2023-13', 'field.not-a-day', true],
  ['dayOrMonth', '2023', 'field.not-a-day', true],
  ['dayOrMonth', '0000-12', 'field.not-a-day', false],
  ['dayOrMonth', '2023-02-29', 'field.not-a-day', false],
  ['instant', '2023-06-07T08:00:00', 'field.not-an-instant', true],
  ['instant', '2023-06-07', 'field.not-an-instant', true],
  ['state', 'lost', 'field.not-one-of', true],
  ['labels', many(11), 'field.not-labels', true],
  ['labels', { stage: 5 }, 'field.not-labels', true],
  ['labels', { stage: '' }, 'field.not-labels', true],
  ['labels', { stage: 'a\0' }, 'field.not-labels', false],
  ['labels', { 'not a name': 'a' }, 'field.not-labels', true],
  ['labels', ['a'], 'field.not-labels', true],
  ['owner', 'a', 'field.not-an-object', true],
  ['owner', [], 'field.not-an-object', true],
];

describe('a field', () => {
  const schemas: Schemas = {};
  const valid = (name: keyof Sample, value: unknown) =>
    ajv.validate({ ...schemaOfField(field(name), schemas), components: { schemas } }, value);

  it.each(good)('%s takes what it should, and so does its schema', (name, values) => {
    for (const value of values) {
      expect([value, checkField(field(name), value)]).toEqual([value, undefined]);
      expect([value, valid(name, value)]).toEqual([value, true]);
    }
  });

  it.each(bad)('%s refuses %j: %s', (name, value, code, schemaToo) => {
    expect(checkField(field(name), value)?.code).toBe(code);
    expect(valid(name, value)).toBe(!schemaToo);
  });

  it('is tested here, whatever its kind', () => {
    const tested = new Set([...good.map(([name]) => name), 'free']);
    expect([...fieldsOf(Sample).keys()].filter((name) => !tested.has(name))).toEqual([]);
  });

  it.each<[keyof Sample, string, unknown]>([
    ['text', '007', '007'],
    ['whole', '12', 12],
    ['whole', '', ''],
    ['whole', '1e2', '1e2'],
    ['whole', '0x10', '0x10'],
    ['flag', 'false', false],
    ['flag', '0', '0'],
    ['decimal', '1.50', '1.50'],
    ['day', '2023-06-07', '2023-06-07'],
    ['labels', '{}', '{}'],
  ])('%s reads %j of a URL as %j', (name, text, value) => {
    expect(field(name).fromText(text)).toBe(value);
  });

  it.each<[unknown, unknown]>([
    [75.64, '75.64'],
    [-0.5, '-0.5'],
    [0.1 + 0.2, 0.1 + 0.2],
    [1e21, 1e21],
    [Infinity, Infinity],
    ['1.50', '1.50'],
    ['007.50', '7.50'],
    ['-00.5', '-0.5'],
    ['000', '0'],
    ['0.50', '0.50'],
    [null, null],
  ])('of decimals takes the number %j as %j: exactly, or not at all', (value, canonical) => {
    expect(field('signed').canonical?.(value)).toBe(canonical);
  });
});

class Absence {
  @Text('Always') always: string;
  @Text('Perhaps', { optional: true }) perhaps?: string;
  @Text('Known or not', { nullable: true }) known: string | null;
  @OneOf('Known or not', ['a'], { nullable: true }) word: 'a' | null;
  @Part('Known or not', () => Owner, { nullable: true }) owner: Owner | null;
  @Text('Both', { optional: true, nullable: true, example: 'x' }) both?: string | null;
}

describe('absence', () => {
  const absent = (name: keyof Absence, value: unknown) => {
    const found = fieldsOf(Absence).get(name);
    return found && isAbsent(found, value);
  };

  it('of an optional field is being left out, of a nullable one being null', () => {
    expect([absent('always', undefined), absent('always', null)]).toEqual([false, false]);
    expect([absent('perhaps', undefined), absent('perhaps', null)]).toEqual([true, false]);
    expect([absent('known', undefined), absent('known', null)]).toEqual([false, true]);
    expect([absent('both', undefined), absent('both', null)]).toEqual([true, true]);
  });

  it('stands in the schema in the same way', () => {
    const schemas: Schemas = {};
    const schema = schemaOfClass(Absence, schemas);
    const valid = ajv.compile({ ...schema, components: { schemas } });
    const whole = { always: 'a', known: null, word: null, owner: null };
    expect(schema.required).toEqual(['always', 'known', 'word', 'owner']);
    expect([valid(whole), valid({ ...whole, perhaps: 'a', both: null, owner: { name: 'a' } })]).toEqual([
      true,
      true,
    ]);
    expect(valid({ ...whole, perhaps: null })).toBe(false);
    expect(valid({ ...whole, always: null })).toBe(false);
    expect(valid({ always: 'a', known: 'a', word: 'a' })).toBe(false);
    expect(valid({ ...whole, colour: 1 })).toBe(false);
  });
});

class Parent {
  @Id('Plot') id: string;
}
class Child extends Parent {
  @IfMatch() version: number;
  @Text('Name', { example: 'Đô Lương' }) name: string;
}

describe('a class of fields', () => {
  it('has those of its parent first, and leaves the parent as it is', () => {
    expect([...fieldsOf(Child).keys()]).toEqual(['id', 'version', 'name']);
    expect([...fieldsOf(Parent).keys()]).toEqual(['id']);
  });

  it('says what each is, in words, with its example', () => {
    expect(schemaOfClass(Child, {}).properties['name']).toEqual({
      type: 'string',
      minLength: 1,
      maxLength: 200,
      description: 'Name',
      example: 'Đô Lương',
    });
    expect(fieldsOf(Child).get('version')?.from).toBe('if-match');
  });
});
