export { foldAccents, type Bilingual } from './text';
export {
  decimal,
  decimalsOf,
  decimalText,
  Exact,
  formatDecimal,
  isDecimalText,
  parseWritten,
  roundHalfAway,
  unitOfDecimals,
  type Decimal,
  type Locale,
  type WrittenNumber,
} from './decimals';
export {
  comparePeriods,
  firstDay,
  frequencyOf,
  isCumulative,
  lastDay,
  lastMonth,
  monthBefore,
  monthPlus,
  monthsOf,
  parsePeriod,
  period,
  periodFromPath,
  periodToPath,
  yearBefore,
  yearOf,
  type Frequency,
  type Period,
} from './periods';
export { formatQuantity, unit, units, type Unit, type UnitCode } from './units';
export { goodsGroups, type GoodsGroup } from './goods-groups';
export { divisions, type Division } from './divisions';
export { products, type Product } from './products';
export { essentialGoods, type EssentialGoods } from './goods';
export {
  allTerritories,
  groupsOf,
  inForce,
  isTerritory,
  memberIdsOn,
  membersOf,
  predecessorsOf,
  successorsOf,
  territoriesOn,
  territory,
  type Territory,
  type TerritoryType,
} from './territories/territories';
export {
  searchTerritories,
  territoryNamed,
  type TerritoryPage,
  type TerritorySearch,
} from './territories/names';
export {
  addsOver,
  checkDimensions,
  indicator,
  indicators,
  indicatorsOf,
  seriesBreak,
  unitsOf,
  type DimensionProblem,
} from './indicators/indicators';
export { indicatorsTallied, tallies, talliesMeant, tallyValue, type Tally } from './indicators/tallies';
export type {
  Dimension,
  Indicator,
  IndicatorKind,
  OwnerService,
  ReportSection,
  SeriesVersion,
} from './indicators/indicator';
export {
  add,
  type Comparator,
  contains,
  div,
  exactly,
  gap,
  type Interval,
  meets,
  mul,
  ofPrinted,
  percent,
  sub,
  toWire,
  widenOutward,
} from './intervals';
export { lastDayOfDistricts, ruleOn, rules, type Rule, type RuleId } from './rules';
export {
  agreement,
  agreements,
  agreementsInForce,
  agreementsWith,
  isInForce,
  marketsOf,
  type Agreement,
  type Membership,
} from './agreements';
export { agreementOfForm, formOf, originForms, type OriginForm } from './origin-forms';
export { freePorts, isFreePort, type FreePort } from './free-ports';
export { countryName, isCountry } from './countries';
export {
  partnerGroup,
  partnerGroupMembers,
  partnerGroups,
  partnersShared,
  type GroupMembership,
  type PartnerGroup,
  type PartnersShared,
} from './partner-groups';
export { hsEditionOn, hsEditions, isHsCode, parseHsCode, type HsEdition } from './hs';
export {
  commodityGroup,
  commodityGroups,
  commodityNames,
  commodityOf,
  customsListSince,
  otherCommodities,
  type CommodityGroup,
  type HsPrefix,
} from './commodities';
export { groupsOfMacro, macroGroupOf, macroGroups, type MacroGroup, type MacroMember } from './macro-groups';
export { piecesOf, splitOffAfter, successorOn, unitsHeldBy, unitsOn, type Piece } from './territories/pieces';
export { withInherited } from './territories/inheritance';
export { recastLevel, type MemberLevel, type Recast } from './recasting';
export { sumOfLevels, tetMonths, valueOfSpan, type MonthLevel, type Spanned } from './spans';
export { missingMonths, outliers, proposedBreaks, type Outlier, type ProposedBreak } from './history';
export { calendarSources, holidayYears, type Holiday, type HolidayYear } from './calendar/holidays';
export { dayPlus, daysBetween, isWorkingDay, workingDayAfter, workingDayFrom } from './calendar/working-days';
export { dueFor, reportTypes, type Due, type ReportType } from './calendar/report-types';
