import type { Bilingual } from './text';

/**
 * A party of an agreement, and since when Viet Nam and it trade under it (`from`: day, month or year as exactly as it is
 * known, null = not known; `to`: its last day, null = still).
 */
export interface Membership {
  readonly country: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Whether exports to it count among those that the agreement could be used for. */
  readonly isMarket: boolean;
  readonly verified: boolean;
}

/**
 * A trade agreement of Viet Nam. `members` are the other parties of today (ISO 3166-1, without those that joined after
 * the signing), `inForceFrom` the day, month or year it took effect for Viet Nam as exactly as it is known (null =
 * not known to be in force), `certificate` the proof of origin, `memberships` each party's own days, former ones too.
 * `arrangement`: a trade agreement of two neighbours or partners that lists goods, no free trade area. `verified` is false
 * while the entry was not yet read in the official text; `toVerify` says what is open.
 */
export interface Agreement {
  readonly id: string;
  readonly name: Bilingual;
  readonly kind: 'free-trade' | 'arrangement';
  readonly members: readonly string[];
  readonly inForceFrom: string | null;
  readonly certificate: string | null;
  readonly memberships: readonly Membership[];
  readonly verified: boolean;
  readonly toVerify: Bilingual | null;
}

const asean = 'BN ID KH LA MM MY PH SG TH';
const europeanUnion = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
const officialText = {
  vi: 'ngày hiệu lực với từng thành viên và mẫu chứng nhận',
  en: 'days of effect with each party and form of certificate',
};

/** What differs from the rule that each party trades since the agreement took effect, and is a market of it. */
interface Otherwise {
  /** Since when with those that came later or earlier; null: not known. */
  readonly since?: Readonly<Record<string, string | null>>;
  /** Parties that are none any more, with their last day. */
  readonly until?: Readonly<Record<string, string>>;
  /**
   * An agreement of ASEAN with a partner: the partner is its market. Between two members of ASEAN it may be used where its
   * text lets it, but ATIGA is what their trade is held against, as the ministry's rates by market are.
   */
  readonly markets?: string;
  readonly arrangement?: true;
  readonly toVerify?: Bilingual;
}

/** The agreements in the order they took effect; those not in force come last, then arrangements with single countries. */
export const agreements: readonly Agreement[] = [
  row('ATIGA', 'Hiệp định Thương mại hàng hóa ASEAN', 'ASEAN Trade in Goods', asean, '2010-05-17', 'D'),
  row('ACFTA', 'ASEAN - Trung Quốc', 'ASEAN - China', `${asean} CN`, '2005', 'E', { markets: 'CN' }),
  row('AKFTA', 'ASEAN - Hàn Quốc', 'ASEAN - Korea', `${asean} KR`, '2007-06', 'AK', {
    markets: 'KR',
    since: { PH: '2008', BN: '2008', LA: '2008', KH: '2008', TH: '2010' },
  }),
  row('AJCEP', 'ASEAN - Nhật Bản', 'ASEAN - Japan', `${asean} JP`, '2008-12-01', 'AJ', {
    markets: 'JP',
    since: {
      ...{ BN: '2009-01-01', MY: '2009-02-01', TH: '2009-06-01' },
      ...{ KH: '2009-12-01', PH: '2010-07-01', ID: '2018-03-01' },
    },
  }),
  row('VJEPA', 'Việt Nam - Nhật Bản', 'Viet Nam - Japan', 'JP', '2009-10-01', 'VJ'),
  row('AIFTA', 'ASEAN - Ấn Độ', 'ASEAN - India', `${asean} IN`, '2010-06-01', 'AI', {
    markets: 'IN',
    since: { ID: '2010-10-01', LA: '2011', PH: '2011', KH: '2011' },
  }),
  row(
    ...(['AANZFTA', 'ASEAN - Úc - Niu Di-lân', 'ASEAN - Australia - New Zealand'] as const),
    ...([`${asean} AU NZ`, '2010-01-01', 'AANZ'] as const),
    { markets: 'AU NZ', since: { TH: '2010-03-12', LA: '2011-01-01', KH: '2011-01-04', ID: '2012-01-10' } },
  ),
  row('VCFTA', 'Việt Nam - Chi-lê', 'Viet Nam - Chile', 'CL', '2014-01-01', 'VC'),
  row('VKFTA', 'Việt Nam - Hàn Quốc', 'Viet Nam - Korea', 'KR', '2015-12-20', 'VK'),
  row(
    ...(['VN-EAEU', 'Việt Nam - EAEU', 'Viet Nam - Eurasian Economic Union'] as const),
    ...(['AM BY KG KZ RU', '2016-10-05', 'EAV'] as const),
  ),
  row(
    'CPTPP',
    'Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương',
    'Comprehensive and Progressive Trans-Pacific Partnership',
    'AU BN CA CL JP MX MY NZ PE SG',
    '2019-01-14',
    'CPTPP',
    {
      // The United Kingdom acceded; `members` are those of the signing.
      since: {
        ...{ PE: '2021-09-19', MY: '2022-11-29', CL: '2023-02-21' },
        ...{ BN: '2023-07-12', GB: '2024-12-15' },
      },
    },
  ),
  row('AHKFTA', 'ASEAN - Hồng Công', 'ASEAN - Hong Kong', `${asean} HK`, '2019-06-11', 'AHK', {
    markets: 'HK',
    since: {
      ...{ MY: '2019-10-13', PH: '2020-05-12', ID: '2020-07-04' },
      ...{ BN: '2020-10-20', KH: '2021-02-12' },
    },
  }),
  row(
    ...(['EVFTA', 'Việt Nam - Liên minh châu Âu', 'Viet Nam - European Union'] as const),
    ...([europeanUnion, '2020-08-01', 'EUR.1'] as const),
    // It had left the Union, and was treated as a member until the end of the transition.
    { until: { GB: '2020-12-31' } },
  ),
  // Applied provisionally from January, in force from May 2021.
  row('UKVFTA', 'Việt Nam - Vương quốc Anh', 'Viet Nam - United Kingdom', 'GB', '2021-01-01', 'EUR.1 UK'),
  row(
    'RCEP',
    'Đối tác Kinh tế Toàn diện Khu vực',
    'Regional Comprehensive Economic Partnership',
    `${asean} AU CN JP KR NZ`,
    '2022-01-01',
    'RCEP',
    {
      since: { KR: '2022-02-01', MY: '2022-03-18', ID: '2023-01-02', PH: '2023-06-02', MM: null },
      toVerify: {
        vi: 'ngày hiệu lực với từng thành viên (với Mi-an-ma chưa rõ) và mẫu chứng nhận',
        en: 'days of effect with each party (with Myanmar not known) and form of certificate',
      },
    },
  ),
  verified(row('VIFTA', 'Việt Nam - I-xra-en', 'Viet Nam - Israel', 'IL', '2024-11-17', 'VI')),
  row('CEPA-UAE', 'Việt Nam - UAE', 'Viet Nam - United Arab Emirates', 'AE', null, null, {
    toVerify: {
      vi: 'ký ngày 28/10/2024; ngày hiệu lực và mẫu chứng nhận',
      en: 'signed on 28 October 2024; date of effect and form of certificate',
    },
  }),
  row('VN-LA', 'Việt Nam - Lào', 'Viet Nam - Laos', 'LA', '2015-10-03', 'S', {
    arrangement: true,
    toVerify: {
      vi: 'ngày hiệu lực của các hiệp định trước và sau hiệp định năm 2015',
      en: 'days of effect of the agreements before and after that of 2015',
    },
  }),
  row('VN-KH', 'Việt Nam - Cam-pu-chia', 'Viet Nam - Cambodia', 'KH', '2016', 'X', {
    arrangement: true,
    toVerify: {
      vi: 'thỏa thuận được gia hạn từng kỳ; ngày đầu và ngày cuối của mỗi kỳ',
      en: 'it is renewed for some years at a time; first and last day of each',
    },
  }),
  row('VN-CU', 'Việt Nam - Cu-ba', 'Viet Nam - Cuba', 'CU', '2020-04-01', 'VN-CU', { arrangement: true }),
];

function row(
  id: string,
  vi: string,
  en: string,
  memberWords: string,
  inForceFrom: string | null,
  certificate: string | null,
  { since = {}, until = {}, markets, arrangement, toVerify = officialText }: Otherwise = {},
): Agreement {
  const members = memberWords.split(' ');
  const joined = Object.keys({ ...since, ...until }).filter((country) => !members.includes(country));
  const isMarket = (country: string): boolean => !markets || markets.split(' ').includes(country);
  const memberships = [...members, ...joined].map((country) => ({
    country,
    from: country in since ? (since[country] ?? null) : inForceFrom,
    to: until[country] ?? null,
    isMarket: isMarket(country),
    verified: false,
  }));
  const kind = arrangement ? 'arrangement' : 'free-trade';
  const stated = { verified: false, toVerify };
  return { id, name: { vi, en }, kind, members, inForceFrom, certificate, memberships, ...stated };
}

function verified(read: Agreement): Agreement {
  const memberships = read.memberships.map((each) => ({ ...each, verified: true }));
  return { ...read, memberships, verified: true, toVerify: null };
}

/** The agreement of an id, or null. */
export function agreement(id: string): Agreement | null {
  return agreements.find((each) => each.id === id) ?? null;
}

/** The agreements that have a country (ISO 3166-1) as a party, whether or not in force yet. */
export function agreementsWith(country: string): Agreement[] {
  return agreements.filter((each) => each.members.includes(country));
}

/**
 * Whether a party trades under its agreement on a day (`YYYY-MM-DD`). Of what is known to the month or year alone its first
 * day counts: nobody is told that an agreement was not in force where it may have been.
 */
export function isInForce({ from, to }: Pick<Membership, 'from' | 'to'>, day: string): boolean {
  return from !== null && firstDayOf(from) <= day && (to === null || day <= to);
}

const firstDayOf = (date: string): string => date + '-01-01'.slice(date.length - 4);

/** The agreements under which Viet Nam and a country (ISO 3166-1) trade on a day (`YYYY-MM-DD`). */
export function agreementsInForce(country: string, day: string): Agreement[] {
  return agreements.filter(({ memberships }) =>
    memberships.some((party) => party.country === country && isInForce(party, day)),
  );
}

/** The countries whose market an agreement opens on a day; none of an id that nobody knows. */
export function marketsOf(id: string, day: string): string[] {
  const parties = agreement(id)?.memberships ?? [];
  return parties.filter((party) => party.isMarket && isInForce(party, day)).map(({ country }) => country);
}
