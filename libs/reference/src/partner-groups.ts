import type { Bilingual } from './text';

/**
 * A group of countries that trade is stated of. `source` says where its members and their days are laid down; `verified`
 * is false while that was not read there.
 */
export interface PartnerGroup {
  readonly code: PartnerGroupCode;
  readonly name: Bilingual;
  readonly memberships: readonly GroupMembership[];
  readonly source: Bilingual;
  readonly verified: boolean;
  readonly toVerify: Bilingual | null;
}

export type PartnerGroupCode = 'ASEAN' | 'APEC' | 'EU' | 'OPEC' | 'EAEU';

/**
 * The time that a country (ISO 3166-1) is a member, both ends included, as exactly as it is known: a day, month or year.
 * One that left and came back has two. `validTo` null = still.
 */
export interface GroupMembership {
  readonly country: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Groups share members (Malaysia is in ASEAN and APEC), so that figures of several are not added. */
export const partnerGroups: readonly PartnerGroup[] = [
  group(
    'ASEAN',
    'Hiệp hội các quốc gia Đông Nam Á (ASEAN)',
    'Association of Southeast Asian Nations (ASEAN)',
    'Tuyên bố ASEAN năm 1967 và các tuyên bố kết nạp',
    'ASEAN Declaration of 1967 and the declarations of admission',
    `ID MY PH SG TH 1967-08-08; BN 1984-01-07; VN 1995-07-28; LA MM 1997-07-23; KH 1999-04-30; TL 2025-10-26`,
  ),
  group(
    'APEC',
    'Diễn đàn Hợp tác kinh tế châu Á - Thái Bình Dương (APEC)',
    'Asia-Pacific Economic Cooperation (APEC)',
    'Ban Thư ký APEC, danh sách nền kinh tế thành viên',
    'APEC Secretariat, list of member economies',
    `AU BN CA ID JP KR MY NZ PH SG TH US 1989-11; CN HK TW 1991-11; MX PG 1993-11; CL 1994-11; PE RU VN 1998-11`,
  ),
  group(
    'EU',
    'Liên minh châu Âu (EU)',
    'European Union (EU)',
    'Các hiệp ước gia nhập; Hiệp định rút khỏi Liên minh của Vương quốc Anh',
    'Treaties of accession; withdrawal agreement of the United Kingdom',
    // The Union since 1 November 1993; until then the Communities, whose members became its own.
    `BE DE FR IT LU NL 1958-01-01; DK IE 1973-01-01; GB 1973-01-01..2020-01-31; GR 1981-01-01; ES PT 1986-01-01;
     AT FI SE 1995-01-01; CY CZ EE HU LT LV MT PL SI SK 2004-05-01; BG RO 2007-01-01; HR 2013-07-01`,
  ),
  group(
    'OPEC',
    'Tổ chức các nước xuất khẩu dầu mỏ (OPEC)',
    'Organization of the Petroleum Exporting Countries (OPEC)',
    'Ban Thư ký OPEC, quá trình kết nạp thành viên',
    'OPEC Secretariat, history of membership',
    `IR IQ KW SA VE 1960-09; QA 1961..2018-12-31; ID 1962..2008; ID 2016-01..2016-11; LY 1962; AE 1967; DZ 1969;
     NG 1971; EC 1973..1992; EC 2007-10..2019-12-31; GA 1975..1994; GA 2016-07; AO 2007..2023-12-31;
     GQ 2017-05; CG 2018-06`,
  ),
  group(
    'EAEU',
    'Liên minh Kinh tế Á - Âu (EAEU)',
    'Eurasian Economic Union (EAEU)',
    'Hiệp ước về Liên minh Kinh tế Á - Âu ngày 29/5/2014 và các hiệp ước gia nhập',
    'Treaty on the Eurasian Economic Union of 29 May 2014 and the treaties of accession',
    `BY KZ RU 2015-01-01; AM 2015-01-02; KG 2015-08-12`,
  ),
];

function group(
  code: PartnerGroupCode,
  vi: string,
  en: string,
  sourceVi: string,
  sourceEn: string,
  members: string,
): PartnerGroup {
  const source = { vi: sourceVi, en: sourceEn };
  const open = {
    verified: false,
    toVerify: { vi: 'ngày gia nhập và rút khỏi', en: 'days of joining and leaving' },
  };
  return { code, name: { vi, en }, memberships: members.split(';').flatMap(membershipsOf), source, ...open };
}

/** `LA MM 1997-07-23`: two countries since that day; `ID 2016-01..2016-11`: one, for a time. */
function membershipsOf(text: string): GroupMembership[] {
  const words = text.trim().split(/\s+/);
  const [validFrom = '', validTo = null] = words.at(-1)?.split('..') ?? [];
  return words.slice(0, -1).map((country) => ({ country, validFrom, validTo }));
}

/** The group of a code, or null. */
export function partnerGroup(code: string): PartnerGroup | null {
  return partnerGroups.find((each) => each.code === code) ?? null;
}

/** The members of a group on a day (`YYYY-MM-DD`), in the order of their codes; of an end known by month or year, all of it. */
export function partnerGroupMembers(code: string, day: string): string[] {
  return membersWithin(code, day, day);
}

/** Two or more that are asked for together, and the partners that more than one of them holds. */
export interface PartnersShared {
  /** The groups, or countries, that share a partner. */
  readonly among: readonly string[];
  /** ISO 3166-1; Viet Nam, which is no partner of itself, is none of them. */
  readonly common: readonly string[];
}

/**
 * What groups, and countries beside them, have in common at any time from one day to another: where `common` is empty their
 * figures can be added. A source may have counted who was a member for a part of that time only, so that alone is enough.
 * @param partners codes of groups, and ISO 3166-1 codes of countries
 */
export function partnersShared(partners: readonly string[], from: string, to: string): PartnersShared {
  const held = new Map<string, string[]>();
  for (const code of new Set(partners))
    for (const country of partnerGroup(code) ? membersWithin(code, from, to) : [code])
      if (country !== 'VN') held.set(country, [...(held.get(country) ?? []), code]);
  const shared = [...held].filter(([, holders]) => holders.length > 1);
  const among = new Set(shared.flatMap(([, holders]) => holders));
  return {
    among: partners.filter((each) => among.has(each)),
    common: shared.map(([country]) => country).sort(),
  };
}

function membersWithin(code: string, from: string, to: string): string[] {
  // A month sorts before its first day, and a year before its months; with `~` after its last.
  const within = (partnerGroup(code)?.memberships ?? []).filter(
    ({ validFrom, validTo }) => validFrom <= to && (validTo === null || from <= `${validTo}~`),
  );
  return [...new Set(within.map(({ country }) => country))].sort();
}
