import type { Service } from '@doit/contracts';

/*
 * Who may do what, written by hand from the specification and not from the contracts: the matrix of authorisation.spec.ts
 * holds every operation to it.
 */

type Verb = 'write' | 'approve' | 'read' | 'audit' | 'platform:read' | 'platform:admin';

/** What an account may do, in which services, over which territories of the matrix. */
export interface Rights {
  readonly verbs: readonly Verb[];
  readonly services: 'all' | readonly Service[];
  readonly over: 'all' | readonly string[];
}

/** Territories of the matrix, and a month in which each existed. Kiên Giang and An Giang went into An Giang of 2025. */
export const months = {
  'nghe-an': '2024-08',
  'thai-binh': '2024-08',
  'kien-giang': '2024-08',
  'an-giang': '2024-08',
  'an-giang-2025': '2025-08',
} as const;
export type Place = keyof typeof months;

const every = (verbs: readonly Verb[], over: Rights['over']): Rights => ({ verbs, services: 'all', over });
// Who records does not approve.
const officer: readonly Verb[] = ['write', 'read'];
const director: readonly Verb[] = ['approve', 'read', 'audit'];
// Who holds the successor holds the books of all that went into it.
const anGiang = ['kien-giang', 'an-giang', 'an-giang-2025'];

/** The sample accounts of the local start. */
export const sampleRights: Readonly<Record<string, Rights>> = {
  'nghean.officer': every(officer, ['nghe-an']),
  'nghean.director': every(director, ['nghe-an']),
  'nghean.deputy': every([...officer, 'approve'], ['nghe-an']),
  'nghean.leader': every(['read'], ['nghe-an']),
  'kiengiang.officer': every(officer, anGiang),
  'kiengiang.director': every(director, anGiang),
  'arit.analyst': every(['read'], 'all'),
  admin: every([...officer, 'approve', 'audit', 'platform:read', 'platform:admin'], 'all'),
};

/** Others, by what their token says. */
export const otherAccounts: Readonly<
  Record<string, { permissions: string[]; territories: string[]; rights: Rights }>
> = {
  'before.the.merger': {
    permissions: ['industry:write', 'industry:read', 'trade:write', 'trade:read'],
    territories: ['kien-giang'],
    // Not over An Giang of before: only the successor is inherited.
    rights: {
      verbs: ['write', 'read'],
      services: ['industry', 'trade'],
      over: ['kien-giang', 'an-giang-2025'],
    },
  },
  'since.the.merger': {
    permissions: ['industry:write', 'industry:approve', 'reporting:write', 'reporting:approve'],
    territories: ['an-giang-2025'],
    rights: { verbs: ['write', 'approve'], services: ['industry', 'reporting'], over: anGiang },
  },
  'a.system.of.customs': {
    permissions: ['export-import:write', 'export-import:approve'],
    territories: ['*'],
    rights: { verbs: ['write', 'approve'], services: ['export-import'], over: 'all' },
  },
  'platform.of.a.province': {
    permissions: ['platform:read', 'platform:admin'],
    territories: ['nghe-an'],
    rights: every(['platform:read', 'platform:admin'], ['nghe-an']),
  },
  'rights.nowhere': {
    permissions: ['industry:write', 'industry:read', 'reporting:write', 'reporting:read'],
    territories: [],
    rights: { verbs: ['write', 'read'], services: ['industry', 'reporting'], over: [] },
  },
};

/** One question of the matrix; `who` is null where nobody says who he is. */
export interface Case {
  readonly who: Rights | null;
  readonly service: Service;
  readonly place: Place;
  /** Of the figure that is asked for; where it is to take a step, `draft` is the state that the step starts from. */
  readonly state: 'draft' | 'approved';
}

export const may = ({ who, service }: Case, ...verbs: Verb[]): boolean =>
  who !== null &&
  (who.services === 'all' || who.services.includes(service)) &&
  verbs.some((verb) => who.verbs.includes(verb));
export const covers = ({ who, place }: Case): boolean => who?.over === 'all' || !!who?.over.includes(place);

const everybody = (): string => '200';
export const onlyWith =
  (verb: Verb) =>
  (asked: Case): string =>
    asked.who === null ? '401 token.missing' : may(asked, verb) ? '200' : '403 permission.missing';
export const onlyThere =
  (verb: Verb) =>
  (asked: Case): string => {
    const answer = onlyWith(verb)(asked);
    return answer === '200' && !covers(asked) ? '403 territory.not-yours' : answer;
  };

/** Approved figures are shown to all, and drafts to none where only what is approved counts. */
const approvedAlone = ({ state }: Case): string => (state === 'approved' ? '200 shown' : '200 hidden');
/** Who recorded it is told to readers of the territory's unpublished figures. */
const named = (asked: Case, answer: string): string =>
  answer.endsWith('shown') && may(asked, 'read') && covers(asked) ? `${answer}, by whom` : answer;

/** A step from the state that it starts from; what is approved stays so. */
export const step = (verb: 'write' | 'approve', ofApproved: string) => (asked: Case) => {
  const answer = onlyThere(verb)(asked);
  return answer === '200' && asked.state === 'approved' ? ofApproved : answer;
};
/** Lists of what is not published have the territory's entry for its readers, and for other readers have none. */
const unpublished = (asked: Case): string => {
  const answer = onlyWith('read')(asked);
  return answer !== '200' ? answer : covers(asked) ? '200 listed' : '200 not listed';
};

/** What is in force is shown to all; who declared it to readers of the territory. */
const approverNamed = (asked: Case): string =>
  may(asked, 'read') && covers(asked) ? '200 declared, by whom' : '200 declared';

/** Asked of figures that industry told. */
const lineage = (asked: Case): string =>
  asked.state === 'approved'
    ? named({ ...asked, service: 'industry' }, '200 shown')
    : '404 observation.not-found';

/** Registers that everybody may read: of land and works. The others hold enterprises' data. */
export const publicRegisters: readonly string[] = [
  'industry.clusters',
  'industry.power-plants',
  'industry.grid-projects',
  'industry.hamlets',
  'trade.markets',
  'trade.outlets',
  'trade.ocop-products',
  // A calendar of all, without enterprises' money.
  'trade.promotion-events',
  'trade.regional-conferences',
  'trade.ecommerce-platforms',
  // Without what a campaign costs; sellers and the values of one platform are for their own province.
  'trade.onboarding-campaigns',
  'trade.ecommerce-trainings',
  'trade.stabilisation-programmes',
  'trade.stabilisation-points',
  'trade.mobile-sales',
  // Without tax codes, without who reported an obstacle and in which words, and without who is named in a case.
  'export-import.traders',
  'export-import.obstacles',
  'export-import.trade-remedies',
];

/** What each operation of a register answers. */
export const registerRules: Readonly<Record<string, (asked: Case, isPublic: boolean) => string>> = {
  create: onlyThere('write'),
  createMany: onlyThere('write'),
  change: onlyThere('write'),
  // The entries of the matrix stand at their end: who may take a step is told which there are.
  step: (asked) => onlyThere('write')(asked).replace('200', '409 register.step-not-allowed'),
  list: (asked, isPublic) => (isPublic ? '200' : onlyThere('read')(asked)),
  counts: (asked, isPublic) => (isPublic ? '200' : onlyThere('read')(asked)),
  export: (asked, isPublic) => (isPublic ? '200' : onlyThere('read')(asked)),
  get: (asked, isPublic) => (isPublic ? '200' : onlyThere('read')(asked)),
  // A state is public where the entry is.
  steps: (asked, isPublic) => (isPublic ? '200' : onlyThere('read')(asked)),
  history: onlyThere('read'),
};

/** What each operation answers: `*` stands for any service. An answer that shows a figure says whether it was shown. */
export const rules: Readonly<Record<string, (asked: Case) => string>> = {
  'industry.energy-users.auditsDue': onlyThere('read'),
  // What blocks a site is told to readers of its territory alone.
  'industry.grid-projects.delays': everybody,
  'industry.hamlets.coverage': everybody,
  'industry.enterprise-reports.production': onlyThere('read'),
  'industry.promotion-programmes.use': onlyThere('read'),
  'industry.component-needs.matches': onlyThere('read'),
  'industry.rule-overrides.ask': onlyThere('write'),
  'industry.rule-overrides.approve': onlyThere('approve'),
  'industry.rule-overrides.refuse': onlyThere('approve'),
  // Asked for by another.
  'industry.rule-overrides.withdraw': (asked) =>
    onlyThere('write')(asked).replace('200', '403 override.not-own'),
  'industry.rule-overrides.list': onlyThere('read'),
  'trade.markets.classes': everybody,
  'trade.ocop-products.expiring': everybody,
  'trade.coverage.read': everybody,
  'trade.outlets.licencesDue': onlyThere('read'),
  'trade.promotion-events.overlaps': everybody,
  // Nothing is kept, and what is found is public.
  'trade.promotion-events.checkOverlaps': onlyWith('read'),
  'trade.promotion-events.calendar': everybody,
  'trade.overlap-rules.list': everybody,
  'trade.overlap-rules.set': (asked) => {
    const answer = onlyWith('platform:admin')(asked);
    // One calendar of all: whoever administers some territories alone does not rule over it.
    return answer === '200' && asked.who?.over !== 'all' ? '403 territory.not-yours' : answer;
  },
  'trade.stabilisation-programmes.progress': everybody,
  'trade.mobile-sales.summary': everybody,
  'trade.regional-conferences.nextHost': everybody,
  'trade.demand-requests.matches': onlyThere('read'),
  'trade.supply-offers.matches': onlyThere('read'),
  'trade.onboarding-campaigns.results': onlyThere('read'),

  // What one or two enterprises make is for readers of the territory: apps/export-import/src/reports holds that.
  'export-import.flow-reports.months': everybody,
  'export-import.flow-reports.breakdown': everybody,
  'export-import.flow-reports.markets': everybody,
  // Personal data, kept with consent.
  'export-import.traders.contacts': onlyThere('read'),
  'export-import.traders.putContact': onlyThere('write'),
  'export-import.traders.removeContact': onlyThere('write'),
  'export-import.obstacles.due': onlyThere('read'),
  // Numbers for everybody, names for readers of the territory.
  'export-import.trade-remedies.warnings': everybody,
  // Sums and rates, without those of one or two enterprises.
  'export-import.utilisation.read': everybody,
  'export-import.tariffs.list': everybody,
  'export-import.tariffs.set': (asked) => {
    const answer = onlyWith('approve')(asked);
    // The duties of a market are the same for all provinces.
    return answer === '200' && asked.who?.over !== 'all' ? '403 territory.not-yours' : answer;
  },
  'export-import.savings.read': onlyThere('read'),

  '*.registers.complete': onlyThere('approve'),
  '*.registers.reopen': onlyThere('approve'),
  // That a register is complete is for everybody; who said so is not.
  '*.registers.list': approverNamed,

  '*.observations.record': (asked) => {
    const answer = onlyThere('write')(asked);
    // No territory of the matrix lets recorders approve: only who approves for the whole country records as approved.
    const isNational = may(asked, 'approve') && asked.who?.over === 'all';
    const isRefused = answer === '200' && asked.state === 'approved' && !isNational;
    return isRefused ? '403 observation.state-not-allowed' : answer;
  },
  '*.observations.list': (asked) => {
    const mine = may(asked, 'write', 'approve') && covers(asked);
    return named(asked, asked.state === 'approved' || mine ? '200 shown' : '200 hidden');
  },
  '*.observations.submit': step('write', '409 observation.wrong-state'),
  // A request may be repeated.
  '*.observations.approve': step('approve', '200'),
  '*.observations.return': step('approve', '409 observation.wrong-state'),
  '*.observations.steps': unpublished,
  '*.observations.altered': onlyWith('platform:read'),
  '*.periods.close': onlyThere('approve'),
  '*.periods.reopen': onlyThere('approve'),
  '*.periods.list': unpublished,
  '*.approval-settings.set': onlyThere('platform:admin'),
  '*.approval-settings.list': unpublished,
  '*.submissions.list': onlyThere('read'),
  '*.audit.list': onlyThere('audit'),
  '*.audit.export': onlyThere('audit'),
  '*.health.read': everybody,

  'reporting.catalogue.territories': everybody,
  'reporting.catalogue.territory': everybody,
  'reporting.catalogue.indicators': everybody,
  'reporting.catalogue.units': everybody,
  'reporting.catalogue.agreements': everybody,
  'reporting.series.read': approvedAlone,
  'reporting.comparisons.read': approvedAlone,
  'reporting.breakdowns.read': approvedAlone,
  'reporting.rankings.read': approvedAlone,
  'reporting.ecommerce-index.read': everybody,
  'reporting.checks.list': everybody,
  'reporting.reports.read': approvedAlone,
  'reporting.reports.page': approvedAlone,
  // Sums and numbers alone, of registers too whose entries are not for everybody.
  'reporting.registers.read': everybody,
  'reporting.coverage.read': everybody,
  'reporting.coverage.compare': everybody,
  'reporting.lineage.read': lineage,
  'reporting.lineage.page': lineage,
  // No route leads to it: keys of all that changed, for the gateway, which tells each watcher what he may read.
  'reporting.news.list': everybody,
  'reporting.parked-events.drain': onlyWith('platform:admin'),
};
