import { isLonely } from './lonely';

const lonely = (values: (string | null)[], cuts: number[]) =>
  values.flatMap((_, n) => (isLonely(values, cuts, n) ? [n] : []));

it.each<[string, (string | null)[], number[], number[]]>([
  ['a line', ['1', '2', '3'], [], []],
  ['a gap beside one', ['1', null, '2', '3'], [], [0]],
  ['one alone', ['1'], [], [0]],
  ['the first after a cut, at the end', ['1', '2', '3'], [2], [2]],
  ['between two cuts', ['1', '2', '3', '4', '5'], [2, 3], [2]],
  ['zero is a value', ['0', '0'], [], []],
])('who stands alone in a line is seen: %s', (_, values, cuts, alone) => {
  expect(lonely(values, cuts)).toEqual(alone);
});
