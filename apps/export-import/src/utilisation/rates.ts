import type {
  BothLanguages,
  utilisationRefusals,
  UtilisationRate,
  UtilisationRefusal,
} from '@doit/contracts';
import { decimalText, type Decimal } from '@doit/reference';
import type { Figure } from './figures';

type RefusalCode = (typeof utilisationRefusals)[number];

const words: Readonly<Record<RefusalCode, BothLanguages>> = {
  'incomplete-months': {
    vi: 'Chưa có đủ số liệu xuất khẩu của các tháng.',
    en: 'Exports of some months are not known.',
  },
  'non-positive-base': {
    vi: 'Không có hàng xuất khẩu để so sánh.',
    en: 'There are no exports to compare with.',
  },
  'overlapping-groups': {
    vi: 'Các hiệp định có chung thị trường: cộng tỷ lệ hay kim ngạch của từng hiệp định sẽ tính một thị trường nhiều lần.',
    en: 'Agreements share markets: a sum of their rates or exports would count one market several times.',
  },
  'few-enterprises': {
    vi: 'Không hiển thị vì chỉ có một hoặc hai doanh nghiệp.',
    en: 'Not shown, since one or two enterprises stand behind it.',
  },
};

/** Why there is no number, with the months that are missing. */
export function refused(code: RefusalCode, missing: readonly string[] = []): UtilisationRefusal {
  return { code, message: words[code], missing: [...missing] };
}

/** Certificates ÷ exports × 100, unrounded, or why there is no such rate. */
export function rateOf({
  exports,
  preferential,
  missing,
  hidesExports,
  hidesCertificates,
}: Figure): Decimal | UtilisationRefusal {
  if (missing.length > 0) return refused('incomplete-months', missing);
  if (hidesExports || hidesCertificates) return refused('few-enterprises');
  if (!exports.greaterThan(0)) return refused('non-positive-base');
  return preferential.times(100).div(exports);
}

const isRefused = (rate: Decimal | UtilisationRefusal): rate is UtilisationRefusal => 'code' in rate;

/** A rate as it is answered, beside that of a year before. */
export function rateShown(now: Figure, before: Figure | undefined): UtilisationRate {
  const rate = rateOf(now);
  // What is not shown is not shown a year before either: the reports beside it leave out both together.
  const isHidden = now.hidesExports || now.hidesCertificates;
  const previous = before === undefined || isHidden ? null : rateOf(before);
  const earlier = previous === null || isRefused(previous) ? null : previous;
  const previousPct = earlier && decimalText(earlier, 2);
  if (isRefused(rate)) return { pct: null, isAbove100: false, previousPct, changePp: null, refusal: rate };
  return {
    pct: decimalText(rate, 2),
    isAbove100: rate.greaterThan(100),
    previousPct,
    changePp: earlier && decimalText(rate.minus(earlier), 2),
    refusal: null,
  };
}
