import type { BothLanguages, CheckResult, RecordedObservation } from '@doit/contracts';
import {
  decimal,
  formatQuantity,
  lastDay,
  meets,
  ruleOn,
  toWire,
  yearOf,
  type Interval,
  type Rule,
} from '@doit/reference';
import { inputsOf, quoteOf, type Quote } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import { savingFrom, wordsOfSaving } from './saving-checks';
import { nameOf } from './subject';
import { atLeast, both, cannotTell, said } from './verdict';

const code = 'energy-saving.directive';
const formula = 'saving against consumption ≥ minimum of a year';
const ruleId = 'energy-saving.min-pct';

/**
 * A year's saving of electricity against what the law demands of its consumption, as it is stated and as it follows from
 * what was saved and sold. What is measured against something else cannot be held against that.
 */
export function checkSavingDemanded(standing: Standing): CheckResult[] {
  const { actual, period } = standing;
  if (yearOf(period)?.key !== period.key) return [];
  const rule = ruleOn(ruleId, lastDay(period));
  const others = [...actual.values()].filter(
    ({ indicator, dimensions }) => indicator === 'ENERGY_SAVING' && dimensions['baseline'] !== 'consumption',
  );
  return [
    ...heldAgainst(rule, standing),
    ...(rule ? others.map((figure) => otherBaseline(figure, rule, period.key)) : []),
  ];
}

/** A saving against consumption, and where it is known from. */
interface Reading {
  readonly interval: Interval;
  readonly decimals: number;
  readonly words: BothLanguages;
  readonly from: readonly Quote[];
}

function heldAgainst(rule: Rule | null, standing: Standing): CheckResult[] {
  const readings = readingsOf(standing);
  const [reading] = readings;
  if (!reading) return [];
  const from = readings.flatMap((each) => each.from);
  const known = {
    ...{ code, formula, indicators: ['ENERGY_SAVING', 'ENERGY_SAVED', 'ELECTRICITY_SOLD'] },
    statement: reading.words,
  };
  if (!rule?.verified)
    return [cannotTell({ ...known, message: noDemand(reading.words), missing: [ruleId], from })];
  const demanded = { low: decimal(rule.value), high: null };
  const [fits, fitsToo = fits] = readings.map(({ interval }) => meets(interval, demanded));
  if (fits === undefined || fits !== fitsToo) {
    const message = disagreeing(readings, rule);
    return [cannotTell({ ...known, message, missing: ['energy-saving.consumption'], from })];
  }
  const { interval, decimals } = reading;
  const short = interval.high && decimal(rule.value).minus(interval.high);
  const difference = fits || !short ? '0' : atLeast(short, decimals + 1);
  return [
    {
      ...known,
      verdict: fits ? 'agrees' : 'contradicts',
      recomputed: toWire(interval, decimals + 1),
      difference,
      message: both((language) => {
        const demand = demandOf(rule)[language];
        const lacking = formatQuantity(difference, 'PP', language);
        if (language === 'vi') {
          return fits
            ? `${reading.words.vi}: đạt ${demand}.`
            : `${reading.words.vi}: chưa đạt ${demand}, còn thiếu ít nhất ${lacking}.`;
        }
        return fits
          ? `${reading.words.en}: this reaches ${demand}.`
          : `${reading.words.en}: this falls short of ${demand} by at least ${lacking}.`;
      }),
      missing: [],
      lineage: inputsOf(from),
    },
  ];
}

/** As it is stated, then as it follows from what was saved and sold. */
function readingsOf(standing: Standing): Reading[] {
  const baseline = 'consumption';
  const figure = figureIn(standing.actual, 'ENERGY_SAVING', { baseline });
  const value = figure && quoteOf(figure);
  const stated = value && {
    ...{ interval: value.interval, decimals: value.decimals, from: [value] },
    words: both((language) => `${nameOf(figure)[language]}: ${said(value, 'PCT', language)}`),
  };
  const saving = savingFrom(standing, baseline);
  if (saving.missing) return stated ? [stated] : [];
  const decimals = value?.decimals ?? shownPlaces;
  const { interval, saved, sold } = saving;
  const words = wordsOfSaving(saving, baseline, decimals);
  return [...(stated ? [stated] : []), { interval, decimals, words, from: [saved, sold] }];
}

const shownPlaces = 2;

function otherBaseline(figure: RecordedObservation, rule: Rule, period: string): CheckResult {
  const value = quoteOf(figure);
  const demand = demandOf(rule);
  return cannotTell({
    ...{ code, formula, indicators: ['ENERGY_SAVING'] },
    statement: both((language) => `${nameOf(figure)[language]}: ${said(value, 'PCT', language)}`),
    message: {
      vi: `Tỷ lệ này tính theo mốc khác nên không đối chiếu được với ${demand.vi}.`,
      en: `This saving is measured against something else, so it cannot be held against ${demand.en}.`,
    },
    missing: [`${cellOf('ENERGY_SAVING', { baseline: 'consumption' })} ${period}`],
    from: [value],
  });
}

function demandOf({ value, legalSource }: Rule): BothLanguages {
  const [vi, en] = [formatQuantity(value, 'PCT', 'vi'), formatQuantity(value, 'PCT', 'en')];
  return {
    vi: `mức tối thiểu ${vi} điện năng tiêu thụ mỗi năm (${legalSource.vi})`,
    en: `the minimum of ${en} of electricity consumption a year (${legalSource.en})`,
  };
}

function noDemand(words: BothLanguages): BothLanguages {
  return {
    vi: `${words.vi}; chưa có mức tối thiểu đã kiểm chứng cho năm đó.`,
    en: `${words.en}; no verified minimum is known for that year.`,
  };
}

function disagreeing(readings: readonly Reading[], rule: Rule): BothLanguages {
  const demand = demandOf(rule);
  return both((language) => {
    const said = readings.map(({ words }) => words[language]).join('; ');
    return language === 'vi'
      ? `${said}: hai số này cho kết luận khác nhau về ${demand.vi}.`
      : `${said}: of the two one reaches ${demand.en} and the other does not.`;
  });
}
