import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparator, Stated } from '@doit/contracts';
import {
  decimalsOf,
  indicator,
  lastMonth,
  monthBefore,
  unitsOf,
  yearBefore,
  type Period,
} from '@doit/reference';
import { like, periodOf, published, publishedFigure } from '../../test/published';
import { tallied } from '../../test/registers';
import { planPeriodOf } from '../comparisons/case';
import { cellOf } from '../comparisons/record';
import { standingOf, type Found, type Part } from '../comparisons/standing';
import { checksOf } from './checks';

/** A statement: what is given of a territory and period, and all that must be said of it, `verdict code: missing`. */
interface Statement {
  readonly says: string;
  readonly at: string;
  readonly given: readonly string[];
  readonly expected: readonly string[];
  /** What the number was planted in, where it was. */
  readonly planted: string | null;
}

const keyword = /^ {2}(in|given|nothing|agrees|contradicts|cannot-tell) *(.*)$/;

/** `[seed] [part] CODE[/dimension=value…] [= value] [field=value…]`; words in a value are joined by `-`. */
const notation =
  /^(seed )?(?:(plan|previous|planBase|before|path) )?([A-Z_]+)(\/\S+)?(?: = (\S+))?((?: \w+=\S+)*)$/;

/**
 * statements.txt: `#` begins a section, a line without indent a statement. A line `verdict code ? numbers` makes one
 * statement of each number, which stands for the `?` in what is given.
 */
const sections = readFileSync(join(__dirname, 'statements.txt'), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((section) => {
    const [title = '', ...blocks] = section.trim().split(/\n\n+/);
    return { title, statements: blocks.flatMap(statementsOf) };
  });
const all = sections.flatMap(({ statements }) => statements);

describe.each(sections)('$title', ({ statements }) => {
  it.each(statements)('$says', ({ at, given, expected }) => {
    const standing = standingOf(placeOf(at), figuresOf(at, given));
    const results = checksOf(standing, tallied(standing));
    const found = results.map(({ verdict, code, missing }) =>
      [`${verdict} ${code}`, missing.join(', ')].filter((part) => part !== '').join(': '),
    );
    expect(found.sort()).toEqual([...expected].sort());
    for (const { message, statement, lineage } of results) {
      expect(lineage).not.toHaveLength(0);
      for (const words of [message.vi, message.en, statement.vi, statement.en]) {
        expect(words).toMatch(/\S/);
        expect(words).not.toMatch(/undefined|null|NaN|\?/);
      }
    }
  });
});

describe('the list of statements', () => {
  it('leaves no published figure out', () => {
    const named = sections[0]?.statements.flatMap(({ at, given }) => figuresOf(at, given)) ?? [];
    expect(named.map(({ figure }) => figure.id).sort()).toEqual(published.map(({ id }) => id).sort());
  });

  it('has enough of each verdict, and for each planted contradiction a twin that agrees', () => {
    const verdicts = all.flatMap(({ expected }) => expected.map((line) => line.split(' ')[0]));
    const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
    expect(verdicts.length).toBeGreaterThanOrEqual(40);
    expect(count('agrees')).toBeGreaterThanOrEqual(12);
    const [out, within] = ['contradicts', 'agrees'].map((verdict) =>
      all.filter(({ planted, expected }) => planted && expected[0]?.startsWith(verdict)),
    );
    expect(out?.length).toBeGreaterThanOrEqual(6);
    expect(new Set(out?.map(({ planted }) => planted))).toEqual(
      new Set(within?.map(({ planted }) => planted)),
    );
  });
});

function statementsOf(block: string): Statement[] {
  const [says = '', ...lines] = block.split('\n');
  const read = lines.map((line) => {
    const [, key, text = ''] = keyword.exec(line) ?? [];
    if (!key) throw new Error(`statements.txt: ${line}`);
    return { key, text };
  });
  const of = (key: string) => read.filter((line) => line.key === key).map(({ text }) => text);
  const verdicts = read.filter(({ key }) => key !== 'in' && key !== 'given' && key !== 'nothing');
  if (verdicts.length === 0 && of('nothing').length === 0)
    throw new Error(`statements.txt: ${says}: and then?`);
  const fixed = verdicts.filter(({ text }) => !text.includes(' ? ')).map(({ key, text }) => `${key} ${text}`);
  const [at = ''] = of('in');
  const given = of('given');
  const planted = verdicts.flatMap(({ key, text }) => {
    const [code = '', numbers] = text.split(' ? ');
    return (numbers?.split(' ') ?? []).map((number) => ({
      says: `${says}: ${number}`,
      at,
      given: given.map((line) => line.replace('?', number)),
      expected: [`${key} ${code}`, ...fixed],
      planted: says,
    }));
  });
  return planted.length > 0 ? planted : [{ says, at, given, expected: fixed, planted: null }];
}

function placeOf(at: string): { territory: string; period: Period } {
  const [territory = '', key = ''] = at.split(' ');
  return { territory, period: periodOf(key) };
}

function figuresOf(at: string, given: readonly string[]): Found[] {
  return given.map((line) => figureOf(line, at));
}

function figureOf(line: string, at: string): Found {
  const read = notation.exec(line);
  if (!read) throw new Error(line);
  const [, seed, given, code = '', breakdown = '', value = '', rest = ''] = read;
  const { territory, period } = placeOf(at);
  const part = (given ?? 'actual') as Part;
  const dimensions = pairsOf(breakdown, '/');
  const { unitPrinted, asOf = null, source = 'doit', comparator = 'eq', ...printed } = pairsOf(rest, ' ');
  if (seed) {
    const found = published.filter(
      (figure) =>
        figure.territory === territory &&
        cellOf(figure.indicator, figure.dimensions) === cellOf(code, dimensions) &&
        (figure.measure === 'plan') === (part === 'plan') &&
        lastMonth(periodOf(figure.period)) >= lastMonth(period),
    );
    const figure = found.sort((a, b) => (a.period < b.period ? -1 : 1))[0];
    if (!figure) throw new Error(`${at} ${line}`);
    return {
      part,
      figure: unitPrinted ? like(figure, { unitPrinted: unitPrinted.replaceAll('-', ' ') }) : figure,
    };
  }
  const stated = Object.entries(printed).map(([field, number]) => [
    field,
    { value: number, decimals: decimalsOf(number) },
  ]);
  const known = indicator(code);
  const figure = like(publishedFigure('kien-giang', 'IPV'), {
    id: `${at} ${line}`,
    indicator: code,
    territory,
    period: spanOf(part, period).key,
    dimensions,
    measure: part === 'plan' ? 'plan' : part === 'path' ? 'scenario' : 'actual',
    value,
    decimals: decimalsOf(value),
    unit: known ? (unitsOf(known, dimensions)[0] ?? '') : '',
    comparator: comparator as Comparator,
    stated: Object.fromEntries(stated) as Stated,
    source,
    asOf,
    document: null,
    row: null,
  });
  return { part, figure };
}

function pairsOf(text: string, separator: string): Record<string, string> {
  const words = text.split(separator).filter((word) => word !== '');
  return Object.fromEntries(words.map((word) => word.split('=') as [string, string]));
}

function spanOf(part: Part, period: Period): Period {
  if (part === 'plan') return planPeriodOf(period);
  if (part === 'planBase') return yearBefore(planPeriodOf(period));
  if (part === 'before') return monthBefore(period) ?? period;
  return part === 'previous' ? yearBefore(period) : period;
}
