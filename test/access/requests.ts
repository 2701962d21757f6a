import { registersOf, type Service } from '@doit/contracts';
import { noteOfDeclarations } from './outcome';
import type { Asking } from './register-requests';
import { months, type Case, type Place } from './rules';

type At = Omit<Case, 'who'>;
type State = Case['state'];

/** What the installation holds for the requests. */
interface Known {
  /** Of the entry of a register, by its address, at a place. */
  idOf: (path: string, place: Place) => string;
  /** What waits to be changed by an operation at a place. */
  prepared: (name: string, place: Place) => string;
  /** Of the figure of a service at a place in a state. */
  recorded: (service: Service, place: Place, state: State) => string;
  /** A body that records one more. */
  another: (service: Service, place: Place, state: State) => object;
}

/** Drafts are of other months, so that no approved figure can stand for one. */
export const periodOf = (place: Place, state: Case['state']): string =>
  state === 'approved' ? months[place] : monthOf(place, '10');
/** Another month of the same year. */
export const monthOf = (place: Place, month: string): string => months[place].replace('-08', `-${month}`);

/** A register that is declared complete. */
export const declared = (territory: Place, register: string) => ({
  ...{ territory, register, on: `${months[territory]}-31`, note: noteOfDeclarations },
});
/** Registers of a service, by their addresses: one that stays declared complete, one declared again, one taken back. */
export function declaredOf(service: Service): Record<'listed' | 'again' | 'reopened', string> {
  const [listed = '', again = '', reopened = ''] = registersOf[service].map(({ path }) => path);
  return { listed, again, reopened };
}
/** A setting of who approves. */
export const recordersDoNotApprove = { ownApproval: false, reason: 'as decided' };
/** Duties of a market. */
const tariffsOfJapan = {
  source: 'as read',
  items: [
    {
      market: 'JP',
      hs: '0306',
      agreement: 'AJCEP',
      mfnPct: '5',
      preferentialPct: '0',
      validFrom: '2023-01-01',
    },
  ],
};

/** A contact that may be kept. */
export const contact = {
  ...{ name: 'Phòng kinh doanh', email: 'kinhdoanh@example.vn' },
  ...{ consentOn: '2024-06-01', purposes: ['market-warnings'] },
};

const ruleAsked = 'cluster.below-min-area';
const atPlace = (place: Place, state: State) => `territory=${place}&period=${periodOf(place, state)}`;

/** A request of each operation but those of registers, right in all but perhaps its sender; `*` stands for any service. */
export function requestsOf(known: Known): Readonly<Record<string, (at: At) => Asking>> {
  const figureAt = (operation: string, { service, place, state }: At): string =>
    state === 'approved'
      ? known.recorded(service, place, state)
      : known.prepared(`${service}.observations.${operation}`, place);
  return {
    'industry.energy-users.auditsDue': ({ place }) => ({ query: `territory=${place}` }),
    'industry.grid-projects.delays': ({ place }) => ({ query: `territory=${place}` }),
    'industry.hamlets.coverage': ({ place }) => ({ query: `territory=${place}` }),
    'industry.promotion-programmes.use': ({ place }) => ({ query: `territory=${place}&year=2025` }),
    'industry.enterprise-reports.production': ({ place }) => ({ query: `territory=${place}&month=2024-08` }),
    'industry.component-needs.matches': ({ place }) => ({
      query: `id=${known.idOf('component-needs', place)}`,
    }),
    'industry.rule-overrides.ask': ({ place }) => ({
      body: {
        register: 'cluster',
        entry: known.idOf('clusters', place),
        step: 'establish',
        rule: ruleAsked,
        reason: 'x',
      },
    }),
    'industry.rule-overrides.approve': ({ place }) => ({
      query: `id=${known.prepared(`industry.rule-overrides.approve`, place)}`,
    }),
    'industry.rule-overrides.refuse': ({ place }) => ({
      query: `id=${known.prepared(`industry.rule-overrides.refuse`, place)}`,
      body: { reason: 'x' },
    }),
    'industry.rule-overrides.withdraw': ({ place }) => ({
      query: `id=${known.prepared(`industry.rule-overrides.withdraw`, place)}`,
      body: { reason: 'x' },
    }),
    'industry.rule-overrides.list': ({ place }) => ({ query: `territory=${place}` }),
    'trade.markets.classes': ({ place }) => ({ query: `id=${known.idOf('markets', place)}` }),
    'trade.coverage.read': ({ place }) => ({ query: `territory=${place}` }),
    'trade.outlets.licencesDue': ({ place }) => ({ query: `territory=${place}` }),
    'trade.ocop-products.expiring': ({ place }) => ({ query: `territory=${place}` }),
    'trade.promotion-events.overlaps': ({ place }) => ({
      query: `id=${known.idOf('promotion-events', place)}`,
    }),
    'trade.promotion-events.checkOverlaps': ({ place }) => ({
      body: { territory: place, startsOn: '2024-01-01', endsOn: '2024-01-02' },
    }),
    'trade.regional-conferences.nextHost': () => ({ query: 'group=south-20-2024' }),
    'trade.supply-offers.matches': ({ place }) => ({ query: `id=${known.idOf('supply-offers', place)}` }),
    'trade.demand-requests.matches': ({ place }) => ({ query: `id=${known.idOf('demand-requests', place)}` }),
    'trade.overlap-rules.list': () => ({}),
    'trade.overlap-rules.set': () => ({
      query: 'validFrom=2099-01-01',
      body: { withinDays: 7, oneMarketAMonth: true, reason: 'as agreed' },
    }),
    'trade.stabilisation-programmes.progress': ({ place }) => ({
      query: `id=${known.idOf('stabilisation-programmes', place)}`,
    }),
    'trade.mobile-sales.summary': ({ place }) => ({ query: `territory=${place}&period=2024` }),
    'trade.onboarding-campaigns.results': ({ place }) => ({
      query: `id=${known.idOf('onboarding-campaigns', place)}`,
    }),
    'trade.promotion-events.calendar': ({ place }) => ({ query: `territory=${place}` }),
    'export-import.flow-reports.months': ({ place }) => ({
      query: `territory=${place}&from=${months[place]}&to=${months[place]}`,
    }),
    'export-import.flow-reports.breakdown': ({ place }) => ({
      query: `territory=${place}&period=${months[place]}&flow=export&by=commodity`,
    }),
    'export-import.flow-reports.markets': ({ place }) => ({
      query: `territory=${place}&period=${months[place]}&flow=import`,
    }),
    'export-import.traders.contacts': ({ place }) => ({ query: `id=${known.idOf('traders', place)}` }),
    'export-import.traders.putContact': ({ place }) => ({
      query: `id=${known.idOf('traders', place)}&role=export`,
      body: contact,
    }),
    'export-import.traders.removeContact': ({ place }) => ({
      query: `id=${known.idOf('traders', place)}&role=export`,
    }),
    'export-import.obstacles.due': ({ place }) => ({ query: `territory=${place}` }),
    'export-import.trade-remedies.warnings': ({ place }) => ({ query: `territory=${place}` }),
    'export-import.utilisation.read': ({ place }) => ({
      query: `territory=${place}&period=${months[place]}`,
    }),
    'export-import.tariffs.list': () => ({ query: 'market=JP' }),
    'export-import.tariffs.set': () => ({ body: tariffsOfJapan }),
    'export-import.savings.read': ({ place }) => ({ query: `territory=${place}&period=${months[place]}` }),
    '*.registers.complete': ({ service, place }) => ({
      body: declared(place, declaredOf(service).again),
    }),
    '*.registers.reopen': ({ service, place }) => ({
      body: { register: declaredOf(service).reopened, territory: place, reason: 'one was forgotten' },
    }),
    '*.registers.list': ({ service, place }) => ({
      query: `territory=${place}&register=${declaredOf(service).listed}`,
    }),
    '*.observations.record': ({ service, place, state }) => ({
      body: known.another(service, place, state),
    }),
    '*.observations.list': ({ place, state }) => ({
      // By its period, which no figure shares that this test records meanwhile: those come later, and have other sources.
      query: `territory=${place}&state=${state}&period=${periodOf(place, state)}`,
    }),
    '*.observations.submit': (at) => ({ body: { ids: [figureAt('submit', at)] } }),
    '*.observations.approve': (at) => ({ body: { ids: [figureAt('approve', at)] } }),
    '*.observations.return': (at) => ({
      body: { ids: [figureAt('return', at)], reason: 'of another month' },
    }),
    '*.observations.steps': (at) => ({ query: `observation=${figureAt('steps', at)}` }),
    '*.observations.altered': ({ place }) => ({ query: `territory=${place}` }),
    '*.periods.close': ({ service, place, state }) => ({
      // Not closed yet, or closed already.
      body: {
        territory: place,
        period: state === 'draft' ? known.prepared(`${service}.periods.close`, place) : monthOf(place, '06'),
      },
    }),
    '*.periods.reopen': ({ place }) => ({
      body: { territory: place, period: monthOf(place, '07'), reason: 'a figure was forgotten' },
    }),
    '*.periods.list': ({ place }) => ({ query: `territory=${place}` }),
    '*.approval-settings.set': ({ place }) => ({ query: `territory=${place}`, body: recordersDoNotApprove }),
    '*.approval-settings.list': ({ place }) => ({ query: `territory=${place}` }),
    '*.submissions.list': ({ place }) => ({ query: `territory=${place}&period=${months[place]}` }),
    '*.audit.list': ({ place }) => ({ query: `territory=${place}` }),
    '*.audit.export': ({ place }) => ({ query: `territory=${place}` }),
    '*.health.read': () => ({}),
    'reporting.catalogue.territories': () => ({ query: 'limit=1' }),
    'reporting.catalogue.territory': ({ place }) => ({ query: `id=${place}` }),
    'reporting.catalogue.indicators': () => ({}),
    'reporting.catalogue.units': () => ({}),
    'reporting.catalogue.agreements': () => ({}),
    'reporting.series.read': ({ place, state }) => ({
      query: `indicator=IPV&territory=${place}&from=${periodOf(place, state)}&to=${periodOf(place, state)}`,
    }),
    'reporting.comparisons.read': ({ place, state }) => ({ query: atPlace(place, state) }),
    'reporting.breakdowns.read': ({ place, state }) => ({
      query: `${atPlace(place, state)}&indicator=IPV`,
    }),
    'reporting.rankings.read': ({ place, state }) => ({
      query: `indicator=IPV&period=${periodOf(place, state)}`,
    }),
    'reporting.ecommerce-index.read': () => ({ query: 'year=2024' }),
    'reporting.checks.list': ({ place, state }) => ({ query: atPlace(place, state) }),
    'reporting.reports.read': ({ place, state }) => ({ query: atPlace(place, state) }),
    'reporting.reports.page': ({ place, state }) => ({ query: `${atPlace(place, state)}&lang=en` }),
    'reporting.coverage.read': ({ place, state }) => ({ query: atPlace(place, state) }),
    'reporting.coverage.compare': ({ place, state }) => ({ query: atPlace(place, state) }),
    'reporting.registers.read': ({ place }) => ({ query: `territory=${place}` }),
    'reporting.lineage.read': ({ place, state }) => ({
      query: `observationId=${known.recorded('industry', place, state)}`,
    }),
    'reporting.lineage.page': ({ place, state }) => ({
      query: `observationId=${known.recorded('industry', place, state)}&lang=en`,
    }),
    'reporting.news.list': () => ({ query: 'after=0&limit=1' }),
    'reporting.parked-events.drain': () => ({ body: {} }),
  };
}
