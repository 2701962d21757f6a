import { registersOf, type BothLanguages } from '@doit/contracts';
import type { Locale, Tally } from '@doit/reference';
import { dayWords } from '../lineage/words';
import type { Tallied } from '../registers/tallied';
import { both } from './verdict';

/** Why nothing follows from a register: what is missing, and as a clause. */
export interface Reason {
  readonly missing: string;
  readonly words: BothLanguages;
}

/** Its territory has not declared it complete, or since a later day than the one that is spoken of. */
export function notDeclared({ completeOn }: Tallied): Reason {
  const words = both((language) => {
    const day = dayWords(completeOn, language);
    if (language === 'vi')
      return completeOn === null
        ? 'sổ chưa được tuyên bố đầy đủ'
        : `sổ chỉ được tuyên bố đầy đủ từ ngày ${day}`;
    return completeOn === null
      ? 'it was not declared complete'
      : `it was declared complete since ${day} only`;
  });
  return { missing: 'register-incomplete', words };
}

/** Entries do not say what is to be added. */
export function lackingField({ tally: { register, sum }, lacking }: Tallied): Reason[] {
  if (lacking === 0 || !sum) return [];
  const words = {
    vi: `${lacking} mục chưa ghi ${sum.field}`,
    en: `${lacking} of them do not say ${sum.field}`,
  };
  return [{ missing: `${register}.${sum.field}`, words }];
}

/** Entries may have come since, or gone before. */
export function undatedEntries({ undated }: Tallied): Reason[] {
  if (undated === 0) return [];
  const words = {
    vi: `${undated} mục không cho biết ngày đó có được tính hay không`,
    en: `of ${undated} ${undated === 1 ? 'entry' : 'entries'} nothing says whether they counted on that day`,
  };
  return [{ missing: 'register-undated', words }];
}

/** Of a day or period that is not over, entries may still come and go. */
export const notOver: Reason = {
  missing: 'period-not-over',
  words: { vi: 'kỳ này chưa kết thúc', en: 'its period is not over' },
};

/** Who has the same name in several of the units that were merged. */
export const namesOfUnits: Reason = {
  missing: 'register-names',
  words: {
    vi: 'có tên ghi ở nhiều đơn vị đã sáp nhập, có thể là một hoặc nhiều',
    en: 'a name stands in several of the units that were merged, and may be one or several',
  },
};

/** The parts of a quotient change without an entry's coming or going, and are kept as they are now. */
export const partsOfNow: Reason = {
  missing: 'register-undated',
  words: {
    vi: 'các mục cho biết hiện trạng, không phải của ngày đó',
    en: 'its entries say how things are now and not on that day',
  },
};

/** A capacity of alternating or of direct current: the source does not say. */
export const basisUnknown: Reason = {
  missing: 'basis-unknown',
  words: {
    vi: 'nguồn không cho biết là công suất xoay chiều hay một chiều',
    en: 'the source does not say whether of alternating or of direct current',
  },
};

export function reasonsSaid(reasons: readonly Reason[], language: Locale): string {
  const all = reasons.map(({ words }) => words[language]);
  return language === 'vi'
    ? `${all.join(' và ')} nên chưa kết luận`
    : `${all.join(' and ')}, so nothing follows`;
}

/** By the address of the register: `power-plants`. */
export function pathOf({ register }: Tally): string {
  const all = Object.values(registersOf).flat();
  return all.find(({ noun }) => noun === register)?.path ?? register;
}

export function formulaOf({ register, states, sum, only, distinct, ends, years, period }: Tally): string {
  const number = distinct ? `number of different ${distinct.join(' and ')}` : 'number';
  const added = sum?.over ? `Σ ${sum.field} ÷ Σ ${sum.over}` : sum ? `Σ ${sum.field}` : number;
  const per = sum && sum.per !== 1 ? ` ÷ ${sum.per}` : '';
  const [first = '', last = ''] = [states[0], states.at(-1)];
  const span = states.length === 1 ? first : `${first} … ${last}`;
  const kinds = only ? `; ${only.field}: ${only.values.join(', ')}` : '';
  const valid = `${ends ? `; ${ends} not passed` : ''}${years ? `; the year among ${years}` : ''}`;
  const when = period ? 'of the period' : 'on the last day of the period';
  return `${added}${per} of the entries of the register (${register}: ${span}${kinds}${valid}) ${when}`;
}
