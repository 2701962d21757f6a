import {
  flowRefusals,
  type BothLanguagesText,
  type FlowRefusal,
  type FlowRefusalWords,
} from '@doit/contracts';

const words: Record<FlowRefusal, BothLanguagesText> = {
  'no-figure': { vi: 'Chưa có số liệu.', en: 'There is no figure.' },
  'incomplete-months': {
    vi: 'Thiếu số liệu của một số tháng.',
    en: 'Figures of some months are missing.',
  },
  'incomplete-members': {
    vi: 'Thiếu số liệu của một số địa bàn hợp thành.',
    en: 'Figures of some of the units that it is made of are missing.',
  },
  'non-positive-base': {
    vi: 'Số gốc để so sánh không lớn hơn 0.',
    en: 'The base of the comparison is not above zero.',
  },
  'overlapping-groups': {
    vi: 'Các nhóm có đối tác chung nên không cộng được.',
    en: 'The groups share partners and are not added.',
  },
  confidential: {
    vi: 'Không công bố vì suy ra được số liệu của một hoặc hai doanh nghiệp.',
    en: 'Not told, since figures of one or two enterprises would follow from it.',
  },
};

/** What the codes of refusals mean. */
export const messages: FlowRefusalWords[] = flowRefusals.map((code) => ({ code, message: words[code] }));
export const quoted = (value: unknown): string => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

/** A number as decimal text without zeros at its end; null stays null. */
export const shown = (number: string): string => `trim_scale(${number})::text`;

/**
 * `part` of `whole` in per cent, of the numbers as they are, rounded once to show: two decimals, half away from zero (as
 * `round` does of numeric). The scale given to the dividend keeps the quotient from being rounded before.
 */
export const percentOf = (part: string, whole: string): string =>
  `round(round((${part}) * 100, 24) / (${whole}), 2)::text`;
