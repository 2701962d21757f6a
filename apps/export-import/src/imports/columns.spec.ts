import { columns, needed, readHeading } from './columns';

const all = 'flow,territory,month,hs,partner,value_usd';

describe('the first row of an extract', () => {
  it.each<[what: string, text: string, delimiter: string, read: string]>([
    ['the needed columns', all, ',', all],
    ['as far as the line feed', `${all}\nexport;a;b`, ',', all],
    ['ends as Windows ends it', `${all}\r\nexport`, ',', all],
    ['behind a byte order mark', `\ufeff${all}`, ',', all],
    ['apart by semicolons', all.replaceAll(',', ';'), ';', all],
    ['apart by tabs', all.replaceAll(',', '\t'), '\t', all],
    ['with capitals and spaces', ' Flow , TERRITORY,Month,HS ,partner,Value_USD', ',', all],
    ['within quotation marks', '"flow","territory"," month ","hs","partner","value_usd"', ',', all],
    [
      'in another order',
      'value_usd,unit,partner,hs,month,territory,quantity,flow',
      ',',
      'value_usd,unit,partner,hs,month,territory,quantity,flow',
    ],
    ['all columns', columns.join('\t'), '\t', columns.join(',')],
  ])('%s', (_what, text, delimiter, read) => {
    expect(readHeading(text)).toEqual({ delimiter, columns: read.split(',') });
  });

  it.each<[what: string, text: string, faults: string[]]>([
    ['an unknown column', `${all},colour`, ['colour import.unknown-column']],
    ['a column without a name', `${all},`, [' import.unknown-column']],
    ['one twice', `${all},HS`, ['hs import.column-twice']],
    ['one three times', `${all},hs,hs`, ['hs import.column-twice', 'hs import.column-twice']],
    ['one that is missing', all.replace('hs,', ''), ['hs import.missing-column']],
    ['what is inherited is no column', `${all},constructor`, ['constructor import.unknown-column']],
    [
      'an empty file',
      '',
      [' import.unknown-column', ...needed.map((name) => `${name} import.missing-column`)],
    ],
    [
      'a sentence',
      'hello',
      ['hello import.unknown-column', ...needed.map((name) => `${name} import.missing-column`)],
    ],
  ])('%s is refused', (_what, text, faults) => {
    const read = readHeading(text);
    expect('faults' in read && read.faults.map(({ column, code }) => `${column} ${code}`)).toEqual(faults);
  });

  it('is told at most a hundred faults, none longer than a name', () => {
    const read = readHeading(Array.from({ length: 300 }, (_, n) => `column ${n}`).join(','));
    expect('faults' in read && read.faults.length).toBe(100);
    const long = readHeading(`${all},${'x'.repeat(5000)}`);
    expect('faults' in long && long.faults[0]?.column).toHaveLength(100);
  });
});
