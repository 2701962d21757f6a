/** Reads server-sent events out of a stream that comes in pieces of any length: answers the data of each that is whole. */
export function eventReader(): (piece: string) => string[] {
  let rest = '';
  return (piece) => {
    const events = (rest + piece.replaceAll('\r\n', '\n')).split('\n\n');
    rest = events.pop() ?? '';
    return events.flatMap((event) => {
      const data = event.split('\n').flatMap((line) => /^data: ?(.*)$/.exec(line)?.[1] ?? []);
      return data.length > 0 ? [data.join('\n')] : [];
    });
  };
}
