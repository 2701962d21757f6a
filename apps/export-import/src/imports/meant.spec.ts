import { headingMeant, placeMeant, wordMeant } from './meant';

const today = '2025-09-15';

describe('a territory and a month as a file names them', () => {
  it.each<[name: string, month: string, territory: string, first: string]>([
    ['nghe-an', '2024-03', 'nghe-an', '2024-03-01'],
    [' nghe-an ', ' 03/2024 ', 'nghe-an', '2024-03-01'],
    ['Nghệ An', '2024-03', 'nghe-an', '2024-03-01'],
    ['Nghệ An'.normalize('NFD'), '2024-03', 'nghe-an', '2024-03-01'],
    ['An Giang', '2025-06', 'an-giang', '2025-06-01'],
    ['An Giang', '2025-07', 'an-giang-2025', '2025-07-01'],
    ['kien-giang', '2025-06', 'kien-giang', '2025-06-01'],
    ['nghe-an', '2025-09', 'nghe-an', '2025-09-01'],
  ])('“%s” in %s is %s', (name, month, territory, first) => {
    expect(placeMeant(name, month, ['*'], today)).toMatchObject({ territory, month: first });
  });

  it.each<[month: string, edition: number, isKnown: boolean]>([
    ['2011-12', 0, false],
    ['2012-01', 2012, true],
    ['2017-12', 2012, true],
    ['2018-01', 2017, true],
    ['2022-11', 2017, true],
    ['2022-12', 2022, true],
  ])('in %s codes are of the AHTN %i', (month, edition, isKnown) => {
    const place = placeMeant('nghe-an', month, ['*'], today);
    expect(place).toMatchObject({ edition });
    expect(place.fault === undefined && place.since !== '').toBe(isKnown);
  });

  it.each<[name: string, month: string, allowed: string[], fault: string]>([
    ['', '2024-03', ['*'], 'import.missing-value'],
    ['nghe-an', '  ', ['*'], 'import.missing-value'],
    ['nghe-an', 'March', ['*'], 'flow.unreadable-month'],
    ['nowhere', 'March', ['*'], 'flow.unreadable-month'],
    ['nghe-an', '2025-10', ['*'], 'flow.month-not-begun'],
    ['Atlantis', '2024-03', ['*'], 'territory.unknown'],
    ['constructor', '2024-03', ['*'], 'territory.unknown'],
    ['viet-nam', '2024-03', ['*'], 'territory.unknown'],
    ['kien-giang', '2025-07', ['*'], 'territory.not-in-force'],
    ['an-giang-2025', '2025-06', ['*'], 'territory.not-in-force'],
    ['Kiên Giang', '2025-08', ['*'], 'territory.unknown'],
    ['nghe-an', '2024-03', [], 'territory.not-yours'],
    ['Nghệ An', '2024-03', ['kien-giang'], 'territory.not-yours'],
  ])('“%s” in “%s” with the rights over %j is refused: %s', (name, month, allowed, fault) => {
    expect(placeMeant(name, month, allowed, today)).toMatchObject({ fault });
  });

  it('what is quoted is cut', () => {
    const place = placeMeant('nghe-an', 'x'.repeat(500), ['*'], today);
    expect(place.fault !== undefined && place.params).toEqual({ month: 'x'.repeat(40) });
  });
});

describe('a code of the HS as a table prints it', () => {
  const since = '2022-12-01';
  it.each<[written: string, hs: string, commodity: string]>([
    ['03061721', '03061721', 'seafood'],
    ['0306.17.21', '03061721', 'seafood'],
    [' 0306 17 21 ', '03061721', 'seafood'],
    ['0306', '0306', 'seafood'],
    ['85', '85', ''],
    ['0101', '0101', 'other'],
  ])('“%s” is %s of group “%s”', (written, hs, commodity) => {
    expect(headingMeant(written, since)).toEqual({ hs, commodity });
  });

  it('is of no group while no list is known', () => {
    expect(headingMeant('0306', '')).toEqual({ hs: '0306', commodity: '' });
  });

  it.each<[written: string, fault: string]>([
    ['', 'import.missing-value'],
    ['  ', 'import.missing-value'],
    ['306', 'flow.unknown-hs'],
    ['3061721', 'flow.unknown-hs'],
    ['00', 'flow.unknown-hs'],
    ['77', 'flow.unknown-hs'],
    ['98', 'flow.unknown-hs'],
    ['0306172100', 'flow.unknown-hs'],
    ['3.061721e6', 'flow.unknown-hs'],
    ['０３', 'flow.unknown-hs'],
  ])('“%s” is none: %s', (written, fault) => {
    expect(headingMeant(written, since)).toMatchObject({ fault });
  });
});

describe('a word of a column', () => {
  type Column = Parameters<typeof wordMeant>[0];
  it.each<[column: Column, written: string, word: string]>([
    ['flow', 'export', 'export'],
    ['flow', ' EXPORT ', 'export'],
    ['flow', 'X', 'export'],
    ['flow', 'm', 'import'],
    ['flow', 'Xuất khẩu', 'export'],
    ['flow', 'Nhập Khẩu'.normalize('NFD'), 'import'],
    ['regime', '', ''],
    ['regime', ' ', ''],
    ['regime', 'FDI', 'fdi'],
    ['regime', 'Trong nước', 'domestic'],
    ['status', '', ''],
    ['status', 'Ước tính', 'estimate'],
    ['status', 'sơ bộ', 'preliminary'],
    ['status', 'Chính thức', 'official'],
    ['basis', 'fob', 'FOB'],
    ['basis', 'CIF', 'CIF'],
    ['partner', ' jp', 'JP'],
    ['unit', ' kg ', 'kg'],
    ['unit', '', ''],
    ['unit', 'x'.repeat(20), 'x'.repeat(20)],
  ])('%s “%s” is “%s”', (column, written, word) => {
    expect(wordMeant(column, written)).toEqual({ word });
  });

  it.each<[column: Column, written: string, fault: string, params: object]>([
    ['flow', '', 'import.missing-value', {}],
    ['flow', 'exports', 'flow.unknown-flow', { flow: 'exports' }],
    ['flow', 'constructor', 'flow.unknown-flow', { flow: 'constructor' }],
    ['regime', 'state', 'flow.unknown-regime', { regime: 'state' }],
    ['regime', '__proto__', 'flow.unknown-regime', { regime: '__proto__' }],
    ['status', 'final', 'flow.unknown-status', { status: 'final' }],
    ['basis', 'EXW', 'flow.other-basis', { basis: 'EXW' }],
    ['partner', '', 'import.missing-value', {}],
    ['partner', 'UK', 'flow.unknown-partner', { partner: 'UK' }],
    ['partner', 'JPN', 'flow.unknown-partner', { partner: 'JPN' }],
    ['unit', 'x'.repeat(21), 'field.too-long', { max: 20 }],
    ['flow', 'x'.repeat(500), 'flow.unknown-flow', { flow: 'x'.repeat(40) }],
  ])('%s “%s” means nothing: %s', (column, written, fault, params) => {
    expect(wordMeant(column, written)).toEqual({ fault, params });
  });
});
