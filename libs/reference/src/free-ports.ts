import type { Bilingual } from './text';

/**
 * A market that takes nearly all goods without duty from everybody, so that a certificate of preference changes nothing
 * there. `from`: since when, null = since before anything that is kept here; `to` = its last day, null = still.
 */
export interface FreePort {
  readonly country: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: Bilingual;
  readonly verified: boolean;
  readonly toVerify: Bilingual;
}

const lines = {
  vi: 'tỷ lệ dòng thuế MFN bằng 0 từng năm trong biểu thuế đã thông báo cho WTO',
  en: 'share of tariff lines with an MFN duty of zero by year, in the tariffs notified to the WTO',
};

/** Markets of a duty of (nearly) zero for everybody. Others have zero on many lines, and are not in this list. */
export const freePorts: readonly FreePort[] = [
  port(
    'SG',
    'Cảng tự do: chỉ vài dòng thuế đồ uống có cồn chịu thuế nhập khẩu MFN',
    'Free port: only a few lines of alcoholic drinks bear an MFN import duty',
  ),
  port(
    'HK',
    'Cảng tự do: không thu thuế nhập khẩu (chỉ có thuế tiêu thụ với rượu, thuốc lá, dầu, cồn metyl)',
    'Free port: no import duties (excise on liquor, tobacco, oil and methyl alcohol alone)',
  ),
];

function port(country: string, vi: string, en: string): FreePort {
  return { country, from: null, to: null, source: { vi, en }, verified: false, toVerify: lines };
}

/** Whether a market took nearly all goods without duty on a day (`YYYY-MM-DD`). */
export function isFreePort(country: string, day: string): boolean {
  return freePorts.some(
    ({ from, to, ...port }) =>
      port.country === country && (from === null || from <= day) && (to === null || day <= to),
  );
}
