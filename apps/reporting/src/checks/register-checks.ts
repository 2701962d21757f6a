import { registersOf, type BothLanguages, type CheckResult } from '@doit/contracts';
import {
  exactly,
  decimalText,
  formatQuantity,
  lastDay,
  meets,
  parsePeriod,
  piecesOf,
  roundHalfAway,
  talliesMeant,
  territory,
  unit as unitOf,
  type Decimal,
  type Tally,
} from '@doit/reference';
import { quoteOf, type Known, type Quote } from '../comparisons/quotes';
import type { Standing } from '../comparisons/standing';
import type { Tallied, TallyAsked } from '../registers/tallied';
import { nameOf } from './subject';
import { both, cannotTell, judged, said } from './verdict';

/** What a stated figure is held against: the tallies that it can mean, as of the day that it speaks of. */
export interface RegisterClaim {
  readonly figure: Known;
  readonly asked: readonly TallyAsked[];
}

/**
 * The figures of a place that a register can meet. Registers are kept by provinces and cities, so what is stated for a
 * group or the country is left alone; so is what was known on another day, since of registers what is known now is kept.
 */
export function registerClaims({ territory: id, actual, on, asOf, period }: Standing): RegisterClaim[] {
  if (asOf !== undefined || territory(id)?.code === null) return [];
  return [...actual.values()].flatMap((figure) => {
    // A stock stands until a later one is known: what was counted long before is held against that day.
    const day = lastDay(parsePeriod(figure.period) ?? period);
    const territories = [...new Set([id, ...piecesOf(id, on ?? day).map((piece) => piece.territory)])];
    const asked = talliesMeant(figure).map((tally) => ({ tally, territories, day }));
    return asked.length === 0 ? [] : [{ figure, asked }];
  });
}

/**
 * The register beside each stated number. It accuses nobody for what it lacks: while it holds less than is stated, or
 * cannot say what its entries come to, nothing follows. What it holds beyond the stated number contradicts it.
 * @param tallied in the order of the claims and of what they ask
 */
export function checkRegisters(claims: readonly RegisterClaim[], tallied: readonly Tallied[]): CheckResult[] {
  let at = 0;
  return claims.flatMap(({ figure, asked }) => {
    const of = tallied.slice(at, (at += asked.length));
    const results = of.map((each) => checkRegister(figure, each));
    // Of several readings one that agrees is meant; a statement is wrong only where each of them says so.
    const known = results.filter((_, nth) => of[nth]?.value);
    const isWrong = known.length > 0 && known.every(({ verdict }) => verdict === 'contradicts');
    const agrees = results.find(({ verdict }) => verdict === 'agrees');
    const open = results.find(({ verdict }) => verdict === 'cannot-tell');
    return agrees ?? (isWrong ? known[0] : open) ?? [];
  });
}

function checkRegister(figure: Known, tallied: Tallied): CheckResult {
  const { tally, counted, lacking, undated, value, sure } = tallied;
  const printed = printedOf(figure);
  const name = nameOf(figure);
  const unit = unitOf(figure.unit)?.code ?? tally.unit;
  const held = heldOf(tallied);
  const claim = {
    code: `${pathOf(tally)}.register`,
    indicators: [figure.indicator],
    statement: both((language) => `${name[language]}: ${said(printed, unit, language)}`),
    formula: formulaOf(tally),
  };
  const isRatio = tally.sum?.over !== undefined && tally.sum.over !== null;
  const isWhole = value !== null && lacking === 0;
  if (!isRatio && sure && isBeyond(printed, sure)) {
    const high = isWhole ? value : null;
    return judged({ ...claim, printed, unit, recomputed: { low: sure, high }, how: held, from: [] });
  }
  const isMet = value !== null && meets(printed.interval, exactly(decimalText(value)));
  // A quotient of some entries that may not have been there is another quotient.
  if (isWhole && isMet && (undated === 0 || !isRatio))
    return judged({ ...claim, printed, unit, recomputed: { low: value, high: value }, how: held, from: [] });
  const isUndated = value !== null && (isRatio ? undated > 0 : isBeyond(printed, value));
  const why = isUndated ? undatedWords(undated) : lacking > 0 ? lackingWords(tally, lacking) : incomplete;
  return cannotTell({
    ...claim,
    message: both((language) => {
      const states = language === 'vi' ? 'nguồn nêu' : 'the source states';
      return `${held[language]}, ${states} ${said(printed, unit, language)}; ${why[language]}.`;
    }),
    missing: [
      ...(isUndated ? ['register-undated'] : ['register-incomplete']),
      ...(lacking > 0 && tally.sum ? [`${tally.register}.${tally.sum.field}`] : []),
    ],
    from: [printed],
  });

  /** What the register comes to, and of how many entries. */
  function heldOf({ value: total }: Tallied): BothLanguages {
    return both((language) => {
      const amount = total ? formatQuantity(shown(total, printed), unit, language) : '–';
      return language === 'vi'
        ? `Sổ đăng ký cho ${amount} (${counted} mục)`
        : `The register comes to ${amount} (${counted} ${counted === 1 ? 'entry' : 'entries'})`;
    });
  }
}

/** What is counted one by one is not rounded, unless the source says that it is. */
function printedOf(figure: Known): Quote {
  const quote = quoteOf(figure);
  const isCount =
    figure.unit === 'COUNT' && figure.comparator === 'eq' && quote.decimals >= 0 && !figure.made;
  return isCount ? { ...quote, interval: exactly(decimalText(quote.value)) } : quote;
}

function isBeyond({ interval }: Quote, value: Decimal): boolean {
  return interval.high !== null && value.greaterThan(interval.high);
}

/** With one decimal more than is printed, where there are so many. */
function shown(value: Decimal, { decimals }: Quote): string {
  const places = Math.max(decimals, 0) + 1;
  return value.decimalPlaces() > places
    ? decimalText(roundHalfAway(value, places), places)
    : decimalText(value);
}

const incomplete: BothLanguages = {
  vi: 'sổ chưa được tuyên bố đầy đủ nên chưa kết luận',
  en: 'it was not declared complete, so nothing follows',
};
const lackingWords = ({ sum }: Tally, lacking: number): BothLanguages => ({
  vi: `${lacking} mục chưa ghi ${sum?.field ?? ''} nên chưa kết luận`,
  en: `${lacking} of them do not say ${sum?.field ?? ''}, so nothing follows`,
});
const undatedWords = (undated: number): BothLanguages => ({
  vi: `${undated} mục không cho biết đã có vào ngày đó hay chưa nên chưa kết luận`,
  en: `of ${undated} of them nothing says that they were there on that day, so nothing follows`,
});

/** By the address of the register: `power-plants`. */
function pathOf({ register }: Tally): string {
  const all = Object.values(registersOf).flat();
  return all.find(({ noun }) => noun === register)?.path ?? register;
}

function formulaOf({ register, states, sum }: Tally): string {
  const added = sum?.over ? `Σ ${sum.field} ÷ Σ ${sum.over}` : sum ? `Σ ${sum.field}` : 'number';
  const per = sum && sum.per !== 1 ? ` ÷ ${sum.per}` : '';
  const [first = '', last = ''] = [states[0], states.at(-1)];
  const span = states.length === 1 ? first : `${first} … ${last}`;
  return `${added}${per} of the entries of the register (${register}: ${span}) on the last day of the period`;
}
