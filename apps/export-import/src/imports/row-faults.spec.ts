import { sentence } from '@doit/contracts';
import { explained, type FoundFault } from './row-faults';

const asked = { locale: 'vi', allowed: ['nghe-an'], today: '2025-09-15' };
const found = (changes: Partial<FoundFault>): FoundFault => ({
  ...{ row: 7, column: 'hs', code: 'flow.unknown-hs', said: null, name: 'nghe-an', month: '2024-03' },
  ...changes,
});

describe('a fault of a row', () => {
  it.each<[fault: Partial<FoundFault>, column: string, words: string]>([
    [{ said: '3061721' }, 'hs', '“3061721” is no code of the HS with 2, 4, 6 or 8 digits.'],
    [{ code: 'import.missing-value', said: null }, 'hs', 'Must not be empty.'],
    [
      { column: 'territory', code: 'territory.unknown', name: 'Atlantis', said: 'Atlantis' },
      ...(['territory', sentence('territory.unknown', { territory: 'Atlantis' }).en] as const),
    ],
    [
      { column: 'territory', code: 'territory.not-in-force', name: 'kien-giang', month: '2025-08' },
      ...(['territory', '“kien-giang” is not in force on 2025-08-31.'] as const),
    ],
    [
      { column: 'territory', code: 'territory.not-yours', name: 'kien-giang' },
      ...(['territory', 'The account has no right over “kien-giang”.'] as const),
    ],
    // What a place lacks is found with the territory, and lies with the month.
    [
      { column: 'territory', code: 'flow.unreadable-month', month: '2024-13' },
      ...(['month', '“2024-13” is no month such as 2024-03 or 03/2024.'] as const),
    ],
    [
      { column: 'territory', code: 'flow.month-not-begun', month: '2025-10' },
      'month',
      'The month 2025-10 has not begun.',
    ],
    [
      { column: 'flow', code: 'flow.unknown-flow', said: 'exports' },
      'flow',
      '“exports” is neither export nor import.',
    ],
    [
      { column: 'partner', code: 'flow.unknown-partner', said: 'uk' },
      'partner',
      '“uk” is no country of ISO 3166-1.',
    ],
    [{ column: 'partner', code: 'import.missing-value' }, 'partner', 'Must not be empty.'],
    [
      { column: 'regime', code: 'flow.unknown-regime', said: 'state' },
      'regime',
      '“state” is neither domestic nor fdi.',
    ],
    [
      { column: 'status', code: 'flow.unknown-status', said: 'x' },
      'status',
      '“x” is not one of estimate, preliminary, official.',
    ],
    // Known as a word, and not the basis of the flow.
    [
      { column: 'basis', code: 'flow.other-basis', said: 'CIF' },
      'basis',
      'Exports are FOB, imports CIF; “CIF” cannot be added.',
    ],
    [
      { column: 'value_usd', code: 'flow.unreadable-number', said: '1.2.3' },
      ...(['value_usd', 'This is no number as it was said to be written (vi), or is below zero.'] as const),
    ],
    [
      { column: 'quantity', code: 'flow.unreadable-number', said: 'x' },
      ...(['quantity', 'This is no number as it was said to be written (vi), or is below zero.'] as const),
    ],
    [{ column: 'value_usd', code: 'import.missing-value' }, 'value_usd', 'Must not be empty.'],
    [
      { column: 'unit', code: 'flow.quantity-without-unit', said: 'kg' },
      'unit',
      'A quantity needs its unit, and a unit its quantity.',
    ],
    [
      { column: 'unit', code: 'field.too-long', said: 'x'.repeat(21) },
      'unit',
      sentence('field.too-long', { max: 20 }).en,
    ],
    [
      { column: 'enterprise', code: 'flow.enterprise-unreadable', said: '29' },
      ...(['enterprise', sentence('flow.enterprise-unreadable', {}).en] as const),
    ],
  ])('%j lies with %s: %s', (fault, column, words) => {
    const { row, column: shown, code, params } = explained(found(fault), asked);
    expect([row, shown, sentence(code, params).en]).toEqual([7, column, words]);
    expect(sentence(code, params).vi).not.toMatch(/[{}]/);
  });
});
