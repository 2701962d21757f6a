import { readBlock, writeBlock } from './block';
import { begin, enter, redo, undo, type History } from './history';
import { moved, rowsBetween } from './moves';
import { readWritten, speaksAgainst } from './written-number';

describe('a written number', () => {
  it.each([
    ['1.234,5', 'vi', { kind: 'number', value: '1234.5' }],
    ['1,234.5', 'en', { kind: 'number', value: '1234.5' }],
    ['1234', 'vi', { kind: 'number', value: '1234' }],
    ['−12,50', 'vi', { kind: 'number', value: '-12.50' }],
    ['75.641', 'vi', { kind: 'number', value: '75641', otherwise: '75.641' }],
    ['75.641', 'en', { kind: 'number', value: '75.641', otherwise: '75641' }],
    ['892.3', 'vi', { kind: 'unreadable', text: '892.3', otherwise: '892.3' }],
    ['1,234.5', 'vi', { kind: 'unreadable', text: '1,234.5', otherwise: '1234.5' }],
    ['0.500', 'vi', { kind: 'unreadable', text: '0.500', otherwise: '0.500' }],
    ['1.23.456', 'vi', { kind: 'unreadable', text: '1.23.456' }],
    ['12 tỷ', 'vi', { kind: 'unreadable', text: '12 tỷ' }],
    ['-', 'vi', { kind: 'unreadable', text: '-' }],
    ['  ', 'vi', { kind: 'empty' }],
  ] as const)('“%s” in %s', (text, style, reading) => {
    expect(readWritten(text, style)).toEqual(reading);
  });

  it.each([
    [['1.234,5', '75.641', ''], 'vi', null],
    [['75.641', '892.3'], 'vi', '892.3'],
    [['75.641', '1,234'], 'en', null],
    [['75.641', '1.234,5'], 'en', '1.234,5'],
    [['Bán lẻ', '75.641'], 'vi', null],
  ] as const)('the block %j against %s', (cells, style, against) => {
    expect(speaksAgainst(cells, style)).toBe(against);
  });
});

describe('a block of cells', () => {
  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1.234,5\n\n2', [['1.234,5'], [''], ['2']]],
    ['"a\nb"\t"say ""x"""\n', [['a\nb', 'say "x"']]],
    ['5"', [['5"']]],
    ['1\t', [['1', '']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it('is read as it was written', () => {
    const rows = [
      ['a\tb', '"', 'c'],
      ['1.234,5', '', 'd\ne'],
    ];
    expect(readBlock(writeBlock(rows))).toEqual(rows);
  });
});

describe('what was entered', () => {
  const pasted = { a: '1', b: '2' };
  const then = (...steps: ((history: History<string>) => History<string>)[]) =>
    steps.reduce((history, step) => step(history), begin<string>()).entries;
  const paste = (history: History<string>) => enter(history, pasted);
  const correct = (history: History<string>) => enter(history, { b: '3' });
  const clear = (history: History<string>) => enter(history, { a: undefined });

  it.each([
    ['a block', [paste], { a: '1', b: '2' }],
    ['a block undone as one', [paste, undo], {}],
    ['a correction undone', [paste, correct, undo], pasted],
    ['undone and done again', [paste, correct, undo, undo, redo, redo], { a: '1', b: '3' }],
    ['taken away, and undone', [paste, clear, undo], pasted],
    ['nothing to undo', [undo, redo, paste], pasted],
    ['another step forgets what was undone', [paste, undo, correct, redo], { b: '3' }],
  ] as const)('%s', (_name, steps, entries) => {
    expect(then(...steps)).toEqual(entries);
  });
});

describe('a key', () => {
  const shape = { rows: 20, columns: 5 };
  it.each([
    ['ArrowDown', false, { row: 4, column: 2 }],
    ['ArrowUp', true, { row: 0, column: 2 }],
    ['ArrowRight', true, { row: 3, column: 4 }],
    ['Home', false, { row: 3, column: 0 }],
    ['End', true, { row: 19, column: 4 }],
    ['PageDown', false, { row: 13, column: 2 }],
    ['PageUp', false, { row: 0, column: 2 }],
    ['Enter', false, { row: 4, column: 2 }],
    ['Tab', false, null],
    ['7', false, null],
  ] as const)('%s, Ctrl %s', (key, ctrlKey, to) => {
    expect(moved({ row: 3, column: 2 }, { key, ctrlKey }, shape)).toEqual(to);
  });

  it('stops at the edge', () => {
    expect(moved({ row: 19, column: 4 }, { key: 'ArrowRight', ctrlKey: false }, shape)).toEqual({
      row: 19,
      column: 4,
    });
    expect(moved({ row: 0, column: 0 }, { key: 'Enter', ctrlKey: false, shiftKey: true }, shape)).toEqual({
      row: 0,
      column: 0,
    });
  });

  it('selects upwards as well as downwards', () => {
    expect(rowsBetween({ row: 4, column: 1 }, { row: 2, column: 1 })).toEqual([2, 3, 4]);
  });
});
