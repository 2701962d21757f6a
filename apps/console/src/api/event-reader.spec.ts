import { eventReader } from './event-reader';

describe('events that come in pieces', () => {
  const of = (data: string | null, id: string | null = null) => ({ id, data });
  it.each([
    [['data: {"a":1}\n\ndata: {"a":2}\n\n'], [of('{"a":1}'), of('{"a":2}')]],
    [
      ['data: {"a"', ':1}\n', '\nda', 'ta: 2\n\n'],
      [of('{"a":1}'), of('2')],
    ],
    [
      [': \n\n', 'id: 7\r\ndata: 1\r', '\n\r\n', ':\nid: 8\n\n'],
      [of(null), of('1', '7'), of(null, '8')],
    ],
    [['data: cut'], []],
  ])('%j', (pieces, events) => {
    const read = eventReader();
    expect(pieces.flatMap((piece) => read(piece))).toEqual(events);
  });
});
