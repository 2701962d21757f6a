import { house } from './house';
import { fieldFaults, problems } from './problem-list';
import { Problem, sentence, type FaultCode } from './problems';

const all = Object.entries({ ...problems, ...fieldFaults });
const blanks = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('every problem', () => {
  it.each(all)('%s says what is wrong in Vietnamese and in English', (code, { vi, en }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
    // A Vietnamese sentence without a single mark would be an English one, or a key.
    expect(vi).toMatch(/[à-ỹđ]/i);
    expect(en).toMatch(/^[“A-Z{].*[.}]$/);
    expect(vi).toMatch(/[.}]$/);
  });

  it.each(all.filter(([, { vi, en }]) => /\{/.test(vi + en)))(
    '%s has the same blanks in both',
    (_code, { vi, en }) => {
      expect(blanks(vi)).toEqual(blanks(en));
    },
  );

  it('is one of HTTP’s errors, 415 for a body of another kind and 413 for one too large', () => {
    for (const [, { status }] of all) expect(status).toBeGreaterThanOrEqual(400);
    expect(problems['request.unsupported-media'].status).toBe(415);
    expect(problems['request.too-large'].status).toBe(413);
  });

  it('that an operation names exists', () => {
    const named = Object.values(house).flatMap(({ operations }) =>
      operations.flatMap(({ errors }) => errors),
    );
    expect(named.filter((code) => !(code in problems))).toEqual([]);
  });
});

describe('a problem on its way', () => {
  it('has its blanks filled in both languages, each with its own words', () => {
    const what = { vi: 'cần có phân tổ này', en: 'this breakdown is needed' };
    expect(sentence('observation.dimension', { dimension: 'stage', what })).toEqual({
      vi: 'Phân tổ “stage”: cần có phân tổ này',
      en: 'Dimension “stage”: this breakdown is needed',
    });
  });

  it('is filled once: a value that looks like a blank stays', () => {
    expect(sentence('territory.unknown', { territory: '{territory} $& {day}' }).en).toBe(
      'There is no territory “{territory} $& {day}”.',
    );
  });

  it('carries its status and each wrong place with a sentence', () => {
    const faults = [{ pointer: '/name', code: 'field.too-long' as FaultCode, params: { max: 5 } }];
    expect(new Problem('request.invalid', {}, faults).onTheWire()).toEqual({
      code: 'request.invalid',
      status: 400,
      message: sentence('request.invalid'),
      errors: [
        {
          pointer: '/name',
          code: 'field.too-long',
          message: { vi: 'Dài quá 5 ký tự.', en: 'Is longer than 5 characters.' },
        },
      ],
    });
  });
});
