import {
  clusters,
  ecommerceSellers,
  exportImport,
  industry,
  markets,
  ocopProducts,
  outlets,
  powerPlants,
  rooftopSystems,
  stabilisationPoints,
  trade,
  traders,
  type Entry,
  type Operation,
  type Register,
} from '@doit/contracts';
import { allowedSteps } from '@doit/registers';
import { people, randomNumbers, type TestInstallation } from '@doit/testing';
import { clusterRules } from '../../industry/src/clusters/cluster-rules';
import { traderRules } from '../../export-import/src/traders/trader-rules';
import { marketRules } from '../../trade/src/markets/market-rules';
import { ecommerceSellerRules } from '../../trade/src/ecommerce/ecommerce-rules';
import { ocopProductRules } from '../../trade/src/ocop/ocop-rules';
import { outletRules } from '../../trade/src/outlets/outlet-rules';
import { stabilisationPointRules } from '../../trade/src/stabilisation/stabilisation-rules';
import { powerPlantRules, rooftopSystemRules } from '../../industry/src/energy/energy-rules';

const territories = ['nghe-an', 'ha-tinh', 'kien-giang', 'an-giang', 'an-giang-2025'];
export type Act = 'create' | 'change' | 'step' | 'correct' | 'leave';
type Of = Pick<Entry, 'id' | 'version' | 'state' | 'stateOn'>;

/** Writes to registers of clusters, plants, rooftops, markets, what else trade keeps, and traders, as many people would in no order. */
export class RegisterMix {
  /** How often each act was done to each register, `power-plant step`; declarations too. */
  readonly done = new Map<string, number>();
  private readonly next: () => number;
  private readonly entries = new Map<string, Of[]>();
  private codes = 0;

  constructor(
    private readonly house: TestInstallation,
    seed: number,
  ) {
    this.next = randomNumbers(seed);
  }

  /** So many acts that nobody refused. */
  async act(times: number): Promise<void> {
    for (let done = 0; done < times;) if (await this.actOnce()) done += 1;
  }

  private async actOnce(): Promise<boolean> {
    const kind = this.oneOf(kinds);
    const { noun } = kind.register;
    const known = this.entries.get(noun) ?? [];
    const act = known.length < 24 ? 'create' : this.next() < 0.2 ? this.rarest(noun) : this.oneOf(acts);
    const entry = known[Math.floor(this.next() * known.length)];
    const asked = this.asking(kind, act, entry);
    if (!asked) return false;
    const { operation, body, query } = asked;
    const ifMatch = act === 'create' ? undefined : `"${entry?.version}"`;
    const answer = await this.house.ask(operation, people.admin, { body, query, ifMatch });
    if (![200, 201].includes(answer.status)) return false;
    const now = (answer.body['entry'] ?? answer.body) as Of;
    const kept = { id: now.id, version: now.version, state: now.state, stateOn: now.stateOn };
    if (entry && act !== 'create') Object.assign(entry, kept);
    else this.entries.set(noun, [...known, kept]);
    this.count(noun, act);
    return true;
  }

  /** What was done to a register least often: some acts are seldom possible. */
  private rarest(noun: string): Act {
    const times = (act: Act): number => this.done.get(`${noun} ${act}`) ?? 0;
    return acts.reduce((least, act) => (times(act) < times(least) ? act : least));
  }

  private count(noun: string, act: Act | 'complete' | 'reopen'): void {
    const name = `${noun} ${act}`;
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
  }

  /** So many registers declared complete, on days on which their territories were there, or that taken back. */
  async declare(times: number): Promise<void> {
    for (let done = 0; done < times;) {
      const { register, declarations } = this.oneOf(kinds);
      const act = this.oneOf(['complete', 'reopen', 'reopen'] as const);
      const territory = this.oneOf(territories);
      const on = territory === 'an-giang-2025' ? '2025-09-30' : this.day();
      const about = act === 'complete' ? { on } : { reason: 'some were forgotten' };
      const body = { register: register.path, territory, ...about };
      const { status } = await this.house.ask(declarations[act], people.admin, { body });
      if (status !== 200) continue;
      this.count(register.noun, act);
      done += 1;
    }
  }

  private asking(kind: Kind, act: Act, entry: Of | undefined) {
    const { register, operations, steps } = kind;
    const fields = kind.fields(this);
    if (act === 'create') {
      const code = `E-${++this.codes}`;
      const state = this.next() < 0.3 ? kind.counts : this.oneOf(register.states);
      const territory = this.oneOf(territories);
      const stateOn = this.maybe(() => this.day());
      return {
        operation: operations.create,
        body: { name: code, ...fields, code, territory, state, stateOn },
      };
    }
    if (!entry) return null;
    const query = `id=${entry.id}`;
    if (act === 'change') return { operation: operations.change, body: fields, query };
    if (act === 'correct') {
      const body = { state: this.oneOf(register.states), reason: 'entered wrongly' };
      return { operation: operations.change, body, query };
    }
    const allowed = allowedSteps(steps, entry.state).filter(
      (step) => leaving.includes(step) === (act === 'leave'),
    );
    if (allowed.length === 0) return null;
    const day = this.day();
    // No step comes before the one before it.
    const on = entry.stateOn !== null && day < entry.stateOn ? entry.stateOn : day;
    const body = { step: this.oneOf(allowed), on, reason: 'as decided' };
    return { operation: operations.step, body, query };
  }

  oneOf<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
  maybe<T>(make: () => T): T | null {
    return this.next() < 0.25 ? null : make();
  }
  upTo(most: number, places: number): number {
    return Number((this.next() * most).toFixed(places));
  }
  day(): string {
    return `20${10 + Math.floor(this.next() * 15)}-0${1 + Math.floor(this.next() * 9)}-15`;
  }
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const thisYear = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();

const acts: readonly Act[] = ['create', 'create', 'change', 'change', 'step', 'step', 'correct', 'leave'];
const leaving = ['withdraw', 'revoke', 'retire', 'close', 'leave'];

interface Kind {
  register: Pick<Register, 'noun' | 'path' | 'states'>;
  operations: Record<'create' | 'change' | 'step', Operation>;
  declarations: Record<'complete' | 'reopen', Operation>;
  steps: Parameters<typeof allowedSteps>[0];
  /** A state in which an entry counts, so that enough of them do. */
  counts: string;
  fields: (mix: RegisterMix) => Record<string, unknown>;
}

const kinds: readonly Kind[] = [
  {
    register: clusters,
    operations: industry.clusters,
    declarations: industry.registers,
    steps: clusterRules.steps,
    counts: 'operating',
    fields: (mix) => {
      // Leased ≤ industrial ≤ detailed plan ≤ established.
      const established = 20 + mix.upTo(50, 2);
      const detailed = Number((established * 0.9).toFixed(2));
      const industrial = Number((established * 0.6).toFixed(2));
      return {
        areaPlannedHa: mix.maybe(() => String(established)),
        areaEstablishedHa: mix.maybe(() => String(established)),
        areaDetailedPlanHa: mix.maybe(() => String(detailed)),
        industrialHa: mix.maybe(() => String(industrial)),
        leasedHa: mix.maybe(() => String(Number((mix.upTo(1, 4) * industrial).toFixed(2)))),
        establishedOn: mix.maybe(() => mix.day()),
      };
    },
  },
  {
    register: powerPlants,
    operations: industry.powerPlants,
    declarations: industry.registers,
    steps: powerPlantRules.steps,
    counts: 'operating',
    fields: (mix) => ({
      kind: mix.oneOf(['hydro-small', 'coal', 'solar-farm']),
      capacityAcMw: mix.maybe(() => String(mix.upTo(300, 3))),
      operatingOn: mix.maybe(() => mix.day()),
    }),
  },
  {
    register: rooftopSystems,
    operations: industry.rooftopSolar,
    declarations: industry.registers,
    steps: rooftopSystemRules.steps,
    counts: 'operating',
    fields: (mix) => ({
      systems: 1 + mix.upTo(60, 0),
      capacityAcKw: mix.maybe(() => String(mix.upTo(900, 3))),
      capacityDcKwp: mix.maybe(() => String(mix.upTo(900, 3))),
      operatingOn: mix.maybe(() => mix.day()),
    }),
  },
  {
    register: markets,
    operations: trade.markets,
    declarations: trade.registers,
    steps: marketRules.steps,
    counts: 'operating',
    fields: (mix) => ({
      kind: mix.oneOf(['daily', 'night', 'rural']),
      pointsTotal: mix.maybe(() => mix.upTo(600, 0)),
      buildState: mix.maybe(() => mix.oneOf(['solid', 'semi'])),
      openedOn: mix.maybe(() => mix.day()),
    }),
  },
  {
    register: outlets,
    operations: trade.outlets,
    declarations: trade.registers,
    steps: outletRules.steps,
    counts: 'operating',
    fields: (mix) => ({
      kind: mix.oneOf(['supermarket-general', 'supermarket-specialised', 'mall', 'convenience-store']),
      areaM2: mix.maybe(() => String(mix.upTo(12000, 1))),
      openedOn: mix.maybe(() => mix.day()),
    }),
  },
  {
    register: ocopProducts,
    operations: trade.ocopProducts,
    declarations: trade.registers,
    steps: ocopProductRules.steps,
    counts: 'certified',
    fields: (mix) => ({
      // The same producer, however it is written.
      producer: `${mix.oneOf(['Hợp tác xã', 'HỢP TÁC  XÃ', 'hợp tác xã'])} ${mix.upTo(15, 0)}`,
      // And the same product.
      name: mix.oneOf(['Nước mắm', 'NƯỚC  MẮM']),
      producerKind: 'cooperative',
      productGroup: mix.oneOf(['food', 'drink']),
      score: mix.maybe(() => String(40 + mix.upTo(60, 2))),
      certificateNumber: 'x',
      // A certificate holds 1,095 days or a day more.
      issuedOn: daysAgo(mix.upTo(1700, 0)),
      supportedIn: mix.maybe(() => [mix.oneOf([2023, thisYear]), 2020]),
    }),
  },
  {
    register: stabilisationPoints,
    operations: trade.stabilisationPoints,
    declarations: trade.registers,
    steps: stabilisationPointRules.steps,
    counts: 'operating',
    fields: (mix) => ({
      programmeCode: mix.oneOf(['BO-1', 'BO-2']),
      kind: mix.oneOf(['market', 'supermarket', 'own']),
      startsOn: daysAgo(400 + mix.upTo(400, 0)),
      // Some ended, some end later.
      endsOn: daysAgo(mix.upTo(390, 0) - 200),
    }),
  },
  {
    register: ecommerceSellers,
    operations: trade.ecommerceSellers,
    declarations: trade.registers,
    steps: ecommerceSellerRules.steps,
    counts: 'selling',
    fields: (mix) => ({
      // On several platforms, however it is written.
      seller: `${mix.oneOf(['Hợp tác xã', 'HỢP TÁC  XÃ'])} ${mix.upTo(15, 0)}`,
      sellerKind: 'cooperative',
      platformCode: `SAN-${mix.upTo(30, 0)}`,
      products: mix.maybe(() => mix.upTo(90, 0)),
      joinedOn: mix.maybe(() => mix.day()),
    }),
  },
  {
    register: traders,
    operations: exportImport.traders,
    declarations: exportImport.registers,
    steps: traderRules.steps,
    counts: 'trading',
    fields: (mix) => {
      const portalRegisteredOn = mix.maybe(() => mix.day());
      const portalEndedOn = portalRegisteredOn === null ? null : mix.oneOf([null, null, '2025-03-15']);
      return { tradesAs: mix.oneOf(['exporter', 'both']), portalRegisteredOn, portalEndedOn };
    },
  },
];
