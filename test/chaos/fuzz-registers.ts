import { registersOf, services, type Register } from '@doit/contracts';
import { leastEntry } from '@doit/testing';
import type { Good, Known } from './fuzz-requests';

/** Sends a request that must be carried out, as the administration or as an officer of Nghệ An. */
export type Post = (path: string, sent: object, asOfficer?: boolean) => Promise<Record<string, unknown>>;

const entries = 40;

/** Fills every register, and answers the ids of each by its address, with bodies that each of its operations takes. */
export async function fillRegisters(post: Post): Promise<{ known: Known; good: Good }> {
  const known: Record<string, string[]> = {};
  const good: Record<string, Record<string, unknown>[]> = {};
  for (const service of services)
    for (const register of registersOf[service]) {
      const path = `${service}/${register.path}`;
      const made = await post(`${path}/batch`, {
        items: Array.from({ length: entries }, () => fresh(register)),
      });
      known[`/v1/${path}`] = (made['items'] as { id: string }[]).map(({ id }) => id);
      // Its first step, or leaving the register, may be taken where a new entry stands.
      const [first = '', last = ''] = [register.steps[0], register.steps.at(-1)];
      known[`/v1/${path}/{id}`] = [
        ...register.steps,
        ...Array<string>(10).fill(first),
        ...Array<string>(4).fill(last),
      ];
      const name = `${service}.${register.path}`;
      const many = (body: () => Record<string, unknown>) => Array.from({ length: 60 }, body);
      good[`${name}.create`] = many(() => fresh(register));
      good[`${name}.createMany`] = many(() => ({ items: [fresh(register), fresh(register)] }));
      good[`${name}.change`] = [{ name: 'Tên mới' }, { commune: null }];
      good[`${name}.step`] = [{ on: '2025-06-01', reason: 'theo quyết định' }];
    }
  good['trade.promotion-events.checkOverlaps'] = [
    { territory: 'nghe-an', startsOn: '2024-01-10', endsOn: '2024-01-12', place: 'x', sectors: ['rice'] },
    { territory: 'kien-giang', startsOn: '2024-01-31', endsOn: '2024-02-02', targetMarkets: ['JP'] },
  ];
  good['export-import.traders.putContact'] = [
    {
      name: 'Phòng kinh doanh',
      email: 'kinhdoanh@example.vn',
      consentOn: '2024-06-01',
      purposes: ['surveys'],
    },
  ];
  good['export-import.tariffs.set'] = ['03', '0306', '09'].map((hs) => ({
    source: 'biểu thuế',
    items: [
      { market: 'JP', hs, agreement: 'AJCEP', mfnPct: '5', preferentialPct: '0', validFrom: '2023-01-01' },
    ],
  }));
  // Each may be declared complete, or taken back, again and again.
  for (const service of services.filter((each) => registersOf[each].length > 0)) {
    const paths = registersOf[service].map(({ path }) => path);
    known[`/v1/${service}/registers`] = paths;
    good[`${service}.registers.complete`] = ['2024-06-30', '2025-06-30', '2026-01-01'].map((on) => ({
      ...{ territory: 'nghe-an', on, note: 'đã rà soát' },
    }));
    good[`${service}.registers.reopen`] = [{ territory: 'nghe-an', reason: 'còn thiếu' }];
    for (const path of paths)
      await post(`${service}/registers/${path}/complete`, { territory: 'nghe-an', on: '2024-01-01' });
  }
  const asked = (known['/v1/industry/clusters'] ?? []).map((entry) => ({
    ...{ register: 'cluster', entry, step: 'expand', rule: 'cluster.not-full-enough', reason: 'đất đã hứa' },
  }));
  const overrides: string[] = [];
  for (const one of asked) overrides.push(String((await post('industry/rule-overrides', one, true))['id']));
  known['/v1/industry/rule-overrides'] = overrides;
  good['industry.rule-overrides.ask'] = asked;
  for (const end of ['refuse', 'withdraw'])
    good[`industry.rule-overrides.${end}`] = [{ reason: 'theo quyết định' }];
  return { known, good };
}

/** In Nghệ An, so that the administration and its officer may both write it. */
const fresh = (register: Register): Record<string, unknown> => leastEntry(register);
