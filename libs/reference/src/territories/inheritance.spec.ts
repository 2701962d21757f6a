import { withInherited } from './inheritance';

describe('rights over territories', () => {
  const after = (...ids: string[]) => withInherited(ids, '2025-07-01').sort();

  it.each<[string, string[], string[]]>([
    ['a unit that goes on', ['nghe-an'], ['nghe-an']],
    ['a unit that ended: its successor too', ['kien-giang'], ['an-giang-2025', 'kien-giang']],
    ['a successor: all that went into it', ['an-giang-2025'], ['an-giang', 'an-giang-2025', 'kien-giang']],
    ['a successor that is older than the merger', ['ha-noi'], ['ha-noi', 'ha-tay']],
    ['a group: that group', ['south-20-2024'], ['south-20-2024']],
    ['all', ['*'], ['*']],
    ['none', [], []],
  ])('reach, given for %s', (_what, given, reached) => {
    expect(after(...given)).toEqual(reached);
  });

  it('are inherited from the successor’s first day, not the day before', () => {
    for (const given of ['kien-giang', 'an-giang-2025'])
      expect(withInherited([given], '2025-06-30')).toEqual([given]);
  });
});
