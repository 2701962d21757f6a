import type { Column } from './columns';
import { columns } from './columns';

/*
 * A file on its way into lines, in temporary tables of one transaction: `raw` as it is written, `said_…` what its words mean
 * (each different word once, read by the rules of meant.ts), `stated` what its rows state, in the order of their keys.
 */

/** Rows as they are written; the first row of the file has the names. */
export const makeRaw = `create temp table raw (row integer generated always as identity (start with 2), ${columns
  .map((column) => `${column} text`)
  .join(', ')}) on commit drop`;

const delimiterSql: Readonly<Record<string, string>> = { ',': `','`, ';': `';'`, '\t': `E'\\t'` };

/** PostgreSQL reads the file itself; nothing of it is parsed here. */
export const copyRaw = (order: readonly Column[], delimiter: string): string =>
  `copy raw (${order.join(', ')}) from stdin with (format csv, header true, delimiter ${delimiterSql[delimiter]}, encoding 'UTF8')`;

/** Rows of nothing, such as spreadsheets leave at the end, state nothing. */
export const dropEmpty = `delete from raw where coalesce(${columns.join(', ')}) is null`;

/** A field that is longer is none of an extract: a number would not be one to PostgreSQL, and words are held in memory. */
export const longestField = 400;
/** As UTF-8. */
const mostBytes = 4 * longestField;

/** How many rows there are, and the first one with a field that is too long. */
export const countRaw = `select count(*)::int as rows,
  min(row) filter (where greatest(${columns.map((column) => `octet_length(${column})`).join(', ')}) > ${mostBytes}) as long from raw`;
/** Its columns that are. */
export const longColumns = `select "column" from raw cross join lateral (values ${columns
  .map((column) => `('${column}', ${column})`)
  .join(', ')}) as field ("column", said) where row = $1 and octet_length(said) > ${mostBytes}`;

/** Different places of the file. */
export const placesSaid = `select coalesce(territory, '') as name, coalesce(month, '') as month from raw group by 1, 2`;
/** Several times the codes of all editions: of a file that has more, some are none, and those beyond are taken for such. */
const mostWords = 50_000;
/** Different codes, and different words of a column. */
export const wordsSaid = (column: Column): string =>
  `select coalesce(${column}, '') as said from raw group by 1 limit ${mostWords}`;

/** More different places than the months of a century in all territories are no extract of trade. */
export const mostPlaces = 100_000;

export const makeSaid = [
  `create temp table said_place on commit drop as
    select name, written, fault, territory collate "C" as territory, month, since, edition::smallint as edition
      from json_to_recordset($1) as said (name text, written text, fault text, territory text, month date, since text, edition int)`,
  `create temp table said_hs on commit drop as
    select said, since, fault, hs collate "C" as hs, commodity collate "C" as commodity
      from json_to_recordset($1) as said (said text, since text, fault text, hs text, commodity text)`,
  `create temp table said_word on commit drop as
    select "column", said, fault, word collate "C" as word
      from json_to_recordset($1) as said ("column" text, said text, fault text, word text)`,
] as const;

export const analyzeSaid = `analyze said_place; analyze said_hs; analyze said_word`;

const grouped = { en: [',', '\\.'], vi: ['\\.', ','] } as const;

/** Whether a text is a number as it was said to be written, not below zero; groups are of three digits, all of them or none. */
const isNumber = (column: string, locale: 'vi' | 'en'): string => {
  const [group, point] = grouped[locale];
  return `${column} ~ '^ *(\\d{1,3}(${group}\\d{3})+|\\d{1,18})(${point}\\d{1,6})? *$'`;
};

/**
 * The number that a text is, else null. Digits with at most one point are told by what is left without them: to match a
 * pattern takes ten times as long, and most numbers are so.
 */
const numberOf = (column: string, locale: 'vi' | 'en'): string => {
  const [point, none] =
    locale === 'en'
      ? ['.', `replace(${column}, ',', '')`]
      : [',', `replace(replace(${column}, '.', ''), ',', '.')`];
  return `case
    when translate(${column}, '0123456789', '') in ('', '${point}') and length(split_part(${column}, '${point}', 1)) between 1 and 18
         and (length(split_part(${column}, '${point}', 2)) between 1 and 6 or position('${point}' in ${column}) = 0)
      then ${locale === 'en' ? column : `replace(${column}, ',', '.')`}::numeric
    when ${isNumber(column, locale)} then ${none}::numeric end`;
};

/** A tax code: ten digits, three more of a branch. */
const taxCode = `'^\\d{10}(-\\d{3})?$'`;

const word = (column: string): string =>
  `left join said_word ${column} on ${column}."column" = '${column}' and ${column}.said = coalesce(raw.${column}, '')`;

const meanings = `
  from raw
  left join said_place place on place.name = coalesce(raw.territory, '') and place.written = coalesce(raw.month, '')
  left join said_hs hs on hs.said = coalesce(raw.hs, '') and hs.since = coalesce(place.since, '')
  ${['flow', 'partner', 'regime', 'unit', 'status', 'basis'].map(word).join('\n  ')}`;

/** Faults of a row by column: code and condition, in the order of the columns. */
const faults = (locale: 'vi' | 'en'): (readonly [column: Column, code: string, condition: string])[] => [
  ['flow', `coalesce(flow.fault, 'flow.unknown-flow')`, 'flow.word is null'],
  // What a place lacks lies with the territory or with the month; the territory's column is where it is shown.
  ['territory', `coalesce(place.fault, 'territory.unknown')`, 'place.territory is null'],
  ['hs', `coalesce(hs.fault, 'flow.unknown-hs')`, 'hs.hs is null'],
  ['partner', `coalesce(partner.fault, 'flow.unknown-partner')`, 'partner.word is null'],
  ['regime', `coalesce(regime.fault, 'flow.unknown-regime')`, 'regime.word is null'],
  [
    'enterprise',
    `'flow.enterprise-unreadable'`,
    // Ten digits are told without a pattern.
    `not (length(raw.enterprise) = 10 and translate(raw.enterprise, '0123456789', '') = '')
       and btrim(raw.enterprise) !~ ${taxCode} and btrim(raw.enterprise) <> ''`,
  ],
  [
    'value_usd',
    `case when coalesce(btrim(raw.value_usd), '') = '' then 'import.missing-value' else 'flow.unreadable-number' end`,
    `(${isNumber('raw.value_usd', locale)}) is not true`,
  ],
  [
    'quantity',
    `'flow.unreadable-number'`,
    `btrim(raw.quantity) <> '' and not ${isNumber('raw.quantity', locale)}`,
  ],
  ['unit', 'unit.fault', 'unit.fault is not null'],
  [
    'unit',
    `'flow.quantity-without-unit'`,
    `unit.fault is null and (coalesce(btrim(raw.quantity), '') = '') <> (coalesce(unit.word, '') = '')`,
  ],
  ['status', 'status.fault', 'status.fault is not null'],
  ['basis', 'basis.fault', 'basis.fault is not null'],
  [
    'basis',
    `'flow.other-basis'`,
    `basis.word <> '' and basis.word <> case flow.word when 'export' then 'FOB' else 'CIF' end`,
  ],
];

/**
 * What the rows state, in the order of their keys: `$1` source, `$2` day, `$3` status of rows that say none. A row with a fault
 * is kept with what can be read, and marked.
 */
export const makeStated = (locale: 'vi' | 'en'): string => `
  create temp table stated on commit drop as
  select row, territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity, value_usd, quantity, unit,
         status, as_of, is_odd or value_usd is null or (quantity is null and coalesce(btrim(said_quantity), '') <> '') as is_faulty
    from (
      select raw.row, place.territory, place.month, flow.word as flow, $1::text collate "C" as source, partner.word as partner,
             regime.word as regime, coalesce(btrim(raw.enterprise), '') collate "C" as enterprise, hs.hs,
             place.edition as hs_edition, hs.commodity, ${numberOf('raw.value_usd', locale)} as value_usd,
             ${numberOf('raw.quantity', locale)} as quantity, raw.quantity as said_quantity, nullif(unit.word, '') as unit,
             coalesce(nullif(status.word, ''), $3::text) collate "C" as status, $2::date as as_of,
             (${faults(locale)
               .filter(([column]) => column !== 'value_usd' && column !== 'quantity')
               .map(([, , condition]) => `coalesce(${condition}, false)`)
               .join(' or ')}) as is_odd
      ${meanings}
      -- Numbers are read once, and not again where it is asked whether they are some.
      offset 0) as read
   order by territory, month, flow, partner, regime, enterprise, hs`;

/** How many rows there are, how many with a fault, and which territories they are of. */
export const countStated = `
  select count(*)::int as rows, (count(*) filter (where is_faulty))::int as faulty,
         array(select distinct territory from said_place where fault is null order by 1) as territories
    from stated`;

/** The faults of the first rows that have some: row, column, code, and the text that is wrong. */
export const listFaults = (locale: 'vi' | 'en'): string => `
  with faulty as (select row from stated where is_faulty order by row limit $1)
  select raw.row, found."column", found.code, found.said, coalesce(raw.territory, '') as name, coalesce(raw.month, '') as month
    ${meanings} cross join lateral (values ${faults(locale)
      .map(([column, code, condition]) => `('${column}', ${code}, raw.${column}, ${condition})`)
      .join(', ')}) as found ("column", code, said, holds)
   where raw.row in (select row from faulty) and found.holds
   order by raw.row limit $1`;
