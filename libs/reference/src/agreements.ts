import type { Bilingual } from './text';

/**
 * A free-trade agreement of Viet Nam. `members` are the other parties (ISO 3166-1, without those that joined after
 * the signing), `inForceFrom` the day, month or year it took effect for Viet Nam as exactly as it is known (null =
 * not known to be in force), `certificate` the proof of origin. `verified` is false while the entry was not yet
 * read in the official text; `toVerify` says what is open.
 */
export interface Agreement {
  readonly id: string;
  readonly name: Bilingual;
  readonly members: readonly string[];
  readonly inForceFrom: string | null;
  readonly certificate: string | null;
  readonly verified: boolean;
  readonly toVerify: Bilingual | null;
}

const asean = 'BN ID KH LA MM MY PH SG TH';
const europeanUnion = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
const officialText = { vi: 'ngày hiệu lực và mẫu chứng nhận', en: 'date of effect and form of certificate' };

/** The agreements in the order they took effect; those not in force come last. */
export const agreements: readonly Agreement[] = [
  row('ATIGA', 'Hiệp định Thương mại hàng hóa ASEAN', 'ASEAN Trade in Goods', asean, '2010-05-17', 'D'),
  row('ACFTA', 'ASEAN - Trung Quốc', 'ASEAN - China', `${asean} CN`, '2005', 'E'),
  row('AKFTA', 'ASEAN - Hàn Quốc', 'ASEAN - Korea', `${asean} KR`, '2007', 'AK'),
  row('AJCEP', 'ASEAN - Nhật Bản', 'ASEAN - Japan', `${asean} JP`, '2008-12', 'AJ'),
  row('VJEPA', 'Việt Nam - Nhật Bản', 'Viet Nam - Japan', 'JP', '2009-10', 'VJ'),
  row('AIFTA', 'ASEAN - Ấn Độ', 'ASEAN - India', `${asean} IN`, '2010', 'AI'),
  row(
    'AANZFTA',
    'ASEAN - Úc - Niu Di-lân',
    'ASEAN - Australia - New Zealand',
    `${asean} AU NZ`,
    '2010',
    'AANZ',
  ),
  row('VCFTA', 'Việt Nam - Chi-lê', 'Viet Nam - Chile', 'CL', '2014-01', 'VC'),
  row('VKFTA', 'Việt Nam - Hàn Quốc', 'Viet Nam - Korea', 'KR', '2015-12', 'VK'),
  row('VN-EAEU', 'Việt Nam - EAEU', 'Viet Nam - Eurasian Economic Union', 'AM BY KG KZ RU', '2016-10', 'EAV'),
  row(
    'CPTPP',
    'Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương',
    'Comprehensive and Progressive Trans-Pacific Partnership',
    'AU BN CA CL JP MX MY NZ PE SG',
    '2019-01',
    'CPTPP',
  ),
  row('AHKFTA', 'ASEAN - Hồng Công', 'ASEAN - Hong Kong', `${asean} HK`, '2019-06', 'AHK'),
  row(
    'EVFTA',
    'Việt Nam - Liên minh châu Âu',
    'Viet Nam - European Union',
    europeanUnion,
    '2020-08',
    'EUR.1',
  ),
  // Applied provisionally from January, in force from May 2021.
  row('UKVFTA', 'Việt Nam - Vương quốc Anh', 'Viet Nam - United Kingdom', 'GB', '2021-01', 'EUR.1 UK'),
  row(
    'RCEP',
    'Đối tác Kinh tế Toàn diện Khu vực',
    'Regional Comprehensive Economic Partnership',
    `${asean} AU CN JP KR NZ`,
    '2022-01',
    'RCEP',
  ),
  {
    ...row('VIFTA', 'Việt Nam - I-xra-en', 'Viet Nam - Israel', 'IL', '2024-11-17', 'VI'),
    verified: true,
    toVerify: null,
  },
  {
    ...row('CEPA-UAE', 'Việt Nam - UAE', 'Viet Nam - United Arab Emirates', 'AE', null, null),
    toVerify: {
      vi: 'ký ngày 28/10/2024; ngày hiệu lực và mẫu chứng nhận',
      en: 'signed on 28 October 2024; date of effect and form of certificate',
    },
  },
];

function row(
  id: string,
  vi: string,
  en: string,
  members: string,
  inForceFrom: string | null,
  certificate: string | null,
): Agreement {
  const open = { verified: false, toVerify: officialText };
  return { id, name: { vi, en }, members: members.split(' '), inForceFrom, certificate, ...open };
}

/** The agreement of an id, or null. */
export function agreement(id: string): Agreement | null {
  return agreements.find((each) => each.id === id) ?? null;
}

/** The agreements that have a country (ISO 3166-1) as a party, whether or not in force yet. */
export function agreementsWith(country: string): Agreement[] {
  return agreements.filter((each) => each.members.includes(country));
}
