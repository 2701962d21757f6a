import { compareJoinable, proposalOf, type Joinable } from './overlap';

const one = (more: Partial<Joinable> = {}): Joinable & { id: string; code: string } => ({
  ...{ id: '1', code: 'A', territory: 'nghe-an', level: 'province', state: 'registered' },
  recordedAt: '2024-02-01T00:00:00.000Z',
  ...(more as { id?: string }),
});
const best = one({ id: '2', territory: 'ha-tinh' });

describe('whom to join is', () => {
  it.each<[string, Partial<Joinable>, Partial<Joinable>]>([
    ['the wider level, though it came later', { level: 'regional', recordedAt: '2024-03-01' }, {}],
    ['a national event before a regional one', { level: 'national' }, { level: 'regional' }],
    ['of one level the one registered first', { recordedAt: '2024-01-31T00:00:00.000Z' }, {}],
    ['of one moment the one with the lower id', { id: '0' }, {}],
    ['of one moment an entered one before a draft', {}, { id: null }],
  ])('%s', (_what, first, second) => {
    expect([one(second), one(first)].sort(compareJoinable)[0]).toEqual(one(first));
    expect([one(first), one(second)].sort(compareJoinable)[0]).toEqual(one(first));
  });

  it('the other one, with the reason', () => {
    expect(proposalOf(one({ recordedAt: '2024-05-01T00:00:00.000Z' }), best)).toMatchObject({
      ...{ id: '2', code: 'A', territory: 'ha-tinh', isThis: false },
      reason: { en: 'It was registered first of those of its level (province, 2024-02-01)' },
    });
  });

  it('this one, where it is the wider', () => {
    expect(proposalOf(one({ level: 'national' }), best)).toMatchObject({
      ...{ id: null, code: null, territory: 'nghe-an', isThis: true },
      reason: { vi: 'Cấp rộng nhất (quốc gia, 2024-02-01)' },
    });
  });

  it('told with the day that it was here, not in Greenwich', () => {
    const late = one({ level: 'national', recordedAt: '2024-01-31T17:00:00.000Z' });
    expect(proposalOf(late, best)?.reason.en).toBe('It has the widest level (national, 2024-02-01)');
  });

  it('never one that is held already, and nobody where nothing overlaps', () => {
    expect(proposalOf(one({ level: 'national', state: 'held' }), best)?.id).toBe('2');
    expect(proposalOf(one(), undefined)).toBeNull();
  });
});
