/** What one event says; both null: a line that only keeps the stream open. */
export interface Told {
  readonly id: string | null;
  readonly data: string | null;
}

/** Reads server-sent events out of a stream that comes in pieces of any length: answers those that are whole. */
export function eventReader(): (piece: string) => Told[] {
  let rest = '';
  return (piece) => {
    const events = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = events.pop() ?? '';
    return events.map((event) => {
      const lines = event.split('\n');
      const said = (field: RegExp): string[] => lines.flatMap((line) => field.exec(line)?.[1] ?? []);
      const data = said(/^data: ?(.*)$/);
      return { id: said(/^id: ?(.*)$/).at(-1) ?? null, data: data.length > 0 ? data.join('\n') : null };
    });
  };
}
