import { registersOf, type CheckResult } from '@doit/contracts';
import {
  decimal,
  decimalText,
  exactly,
  firstDay,
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
} from '@doit/reference';
import { countedOf, quoteOf, type Known, type Quote } from '../comparisons/quotes';
import type { Standing } from '../comparisons/standing';
import type { Tallied, TallyAsked } from '../registers/tallied';
import {
  basisUnknown,
  formulaOf,
  lackingField,
  namesOfUnits,
  notDeclared,
  notOver,
  partsOfNow,
  pathOf,
  reasonsSaid,
  undatedEntries,
  type Reason,
} from './register-words';
import { nameOf } from './subject';
import { both, cannotTell, judged, said, type Claim } from './verdict';

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
    const own = parsePeriod(figure.period) ?? period;
    const day = lastDay(own);
    const territories = [...new Set([id, ...piecesOf(id, on ?? day).map((piece) => piece.territory)])];
    const asked = talliesMeant(figure).flatMap((tally): TallyAsked[] => {
      if (!tally.period) return [{ tally, territories, day }];
      if (tally.period.of === 'day') return [{ tally, territories, day, days: [firstDay(own), day] }];
      const key = periodIn(tally.period.of, figure.period);
      return key === null ? [] : [{ tally, territories, day, period: key }];
    });
    return asked.length === 0 ? [] : [{ figure, asked }];
  });
}

/**
 * The register beside each stated number. A register that its territory has not declared complete, or only since a later
 * day, is shown and accuses nobody. Of one that is complete, what it surely held beyond the stated number contradicts it;
 * so does the most that it may have held, where that is less.
 * @param tallied in the order of the claims and of what they ask
 */
export function checkRegisters(claims: readonly RegisterClaim[], tallied: readonly Tallied[]): CheckResult[] {
  let at = 0;
  return claims.flatMap(({ figure, asked }) => {
    const of = tallied.slice(at, (at += asked.length));
    const results = of.flatMap((each) =>
      each.tally.isPart ? checkPart(figure, each) : [checkRegister(figure, each)],
    );
    // Of several readings one that agrees is meant; a statement is wrong only where each of them says so.
    const known = results.filter((_, nth) => of[nth]?.value);
    const isWrong = known.length > 0 && known.every(({ verdict }) => verdict === 'contradicts');
    const agrees = results.find(({ verdict }) => verdict === 'agrees');
    const open = results.find(({ verdict }) => verdict === 'cannot-tell');
    return agrees ?? (isWrong ? known[0] : (open ?? results[0])) ?? [];
  });
}

/** The month or year that a figure is of, as entries have it; null: another span. */
function periodIn(of: 'month' | 'year', text: string): string | number | null {
  const period = parsePeriod(text);
  if (period?.months !== (of === 'month' ? 1 : 12)) return null;
  const last = lastDay(period);
  if (of === 'month') return last.slice(0, 7);
  return last.endsWith('-12-31') ? Number(last.slice(0, 4)) : null;
}

/** A part that comes to more than the whole contradicts it, and one that comes to all of it agrees; of less nothing is said. */
function checkPart(figure: Known, tallied: Tallied): CheckResult[] {
  const { value } = tallied;
  const printed = printedOf(figure);
  if (!value || (!isBeyond(printed, value) && !meets(printed.interval, exactly(decimalText(value)))))
    return [];
  const { claim, held, unit } = claimOf(figure, tallied, printed, value);
  // What entries do not say could only be more.
  const high = tallied.lacking === 0 ? value : null;
  if (high === null && !isBeyond(printed, value)) return [];
  return [
    shownOf(tallied, { ...claim, printed, unit, how: held, from: [], recomputed: { low: value, high } }),
  ];
}

function checkRegister(figure: Known, tallied: Tallied): CheckResult {
  const { tally, counted, lacking, undated, sure, possible, isOver } = tallied;
  const printed = printedOf(figure);
  const isRatio = tally.sum?.over !== undefined && tally.sum.over !== null;
  const isComplete = isCompleteOn(tallied);
  // None of a complete register is zero; of another it is nothing that is known.
  const value = tallied.value ?? (isComplete && counted === 0 && !isRatio ? decimal('0') : null);
  const { claim, held, unit } = claimOf(figure, tallied, printed, value);
  const against = { ...claim, printed, unit, how: held, from: [] };
  if (isComplete && !isRatio) {
    // Panels come to more than what they feed: of what is stated on a basis that nobody says, less means nothing.
    // Before a period is over its entries are not all there; those of a flow that are, stay.
    const isLess = isOver && !isOfUnknownBasis(figure) && possible !== null && isBelow(printed, possible);
    const isMore = (isOver || tally.period !== null) && sure !== null && isBeyond(printed, sure);
    if (isLess || isMore)
      return shownOf(tallied, { ...against, recomputed: { low: sure, high: isOver ? possible : null } });
  }
  const isMet = value !== null && lacking === 0 && meets(printed.interval, exactly(decimalText(value)));
  // A quotient of some entries that may not have been there is another quotient.
  if (isComplete && isOver && isMet && (undated === 0 || !isRatio))
    return shownOf(tallied, { ...against, recomputed: { low: value, high: value } });
  const reasons = isComplete
    ? reasonsOpen(tallied, isRatio)
    : [notDeclared(tallied), ...lackingField(tallied)];
  return cannotTell({
    ...claim,
    message: both((language) => {
      const states = language === 'vi' ? 'nguồn nêu' : 'the source states';
      const why = reasonsSaid(reasons, language);
      return `${held[language]}, ${states} ${said(printed, unit, language)}; ${why}.`;
    }),
    missing: reasons.map(({ missing }) => missing),
    from: [printed],
  });
}

/** What is stated, and what the register comes to, in words. */
function claimOf(figure: Known, tallied: Tallied, printed: Quote, value: Decimal | null) {
  const { tally, counted } = tallied;
  const name = nameOf(figure);
  const unit = unitOf(figure.unit)?.code ?? tally.unit;
  const held = both((language) => {
    const isTold = value && !isWithheld(tallied);
    const amount = isTold ? formatQuantity(shown(value, printed), unit, language) : '–';
    return language === 'vi'
      ? `Sổ đăng ký cho ${amount} (${counted} mục)`
      : `The register comes to ${amount} (${counted} ${counted === 1 ? 'entry' : 'entries'})`;
  });
  const claim = {
    code: `${pathOf(tally)}.register`,
    indicators: [figure.indicator],
    statement: both((language) => `${name[language]}: ${said(printed, unit, language)}`),
    formula: formulaOf(tally),
  };
  return { claim, held, unit };
}

/** Sums of fewer entries than this would tell what one of them says, or one the other. */
const fewest = 3;

/** A sum of few entries, of which everybody is not shown what is added. */
function isWithheld({ tally: { register, sum }, counted, lacking }: Tallied): boolean {
  if (!sum || counted === lacking) return false;
  const of = Object.values(registersOf)
    .flat()
    .find(({ noun }) => noun === register);
  // Whose it is stands beside what is hidden: several entries may be of one enterprise.
  if (of?.reads !== 'own') return of?.hidden.includes(sum.field) ?? false;
  return counted - lacking < fewest;
}

/** The verdict, and where it would tell an entry, no number but the stated one. */
function shownOf(tallied: Tallied, claim: Claim): CheckResult {
  const result = judged(claim);
  if (!isWithheld(tallied)) return result;
  const isMet = result.verdict === 'agrees';
  const message = both((language) => {
    const stated = said(claim.printed, claim.unit, language);
    if (language === 'vi')
      return `${claim.how.vi}${isMet ? `, khớp với số nguồn nêu (${stated})` : `; nguồn nêu ${stated}: không khớp`}; số cộng lại không được công bố.`;
    return `${claim.how.en}${isMet ? `, which agrees with the stated ${stated}` : `; the source states ${stated}: it does not agree`}; what they come to is not shown.`;
  });
  return Object.assign({}, result, { message, recomputed: null, difference: null });
}

/** A register meets a statement of a day on which it was complete by its territory's own word. */
function isCompleteOn({ completeOn, day }: Tallied): boolean {
  return completeOn !== null && (day === null || completeOn <= day);
}

/** Why nothing follows from a register that is complete. */
function reasonsOpen(tallied: Tallied, isRatio: boolean): Reason[] {
  const { isOver, tally, territories, undated } = tallied;
  const isOfNames = tally.distinct !== null && territories.length > 1 && undated === 0;
  const found = [
    ...(isOver ? [] : [notOver]),
    ...undatedEntries(tallied),
    ...lackingField(tallied),
    ...(isOfNames ? [namesOfUnits] : []),
  ];
  return found.length > 0 ? found : [isRatio ? partsOfNow : basisUnknown];
}

/** What is counted one by one is not rounded. */
const printedOf = (figure: Known): Quote => (figure.unit === 'COUNT' ? countedOf(figure) : quoteOf(figure));

function isBeyond({ interval }: Quote, value: Decimal): boolean {
  return interval.high !== null && value.greaterThan(interval.high);
}

function isBelow({ interval }: Quote, value: Decimal): boolean {
  return interval.low !== null && value.lessThan(interval.low);
}

const isOfUnknownBasis = ({ dimensions }: Known): boolean => dimensions['basis'] === 'unknown';

/** With one decimal more than is printed, where there are so many. */
function shown(value: Decimal, { decimals }: Quote): string {
  const places = Math.max(decimals, 0) + 1;
  return value.decimalPlaces() > places
    ? decimalText(roundHalfAway(value, places), places)
    : decimalText(value);
}
