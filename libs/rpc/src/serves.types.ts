import { Decimal, ListObservations, Text, trade, Whole } from '@doit/contracts';
import type { Caller, ObservationPage, RecordedId, RecordedIds, RecordObservations } from '@doit/contracts';
import type { Json } from './json';
import { Serves } from './serves';

/*
 * Never run: the compiler is the test. Each handler below is wrong in one way; were one accepted, its
 * `@ts-expect-error` would be an error itself.
 */
const record = trade.observations.record;

class AskedForMore extends ListObservations {
  colour: string;
}

export class WrongHandlers {
  // @ts-expect-error the answer lacks `items`
  @Serves(record)
  lacking(_input: RecordObservations): Promise<{ next: string | null }> {
    return Promise.resolve({ next: null });
  }

  // @ts-expect-error the input is that of another operation
  @Serves(record)
  other(_input: ListObservations): Promise<RecordedIds> {
    return Promise.resolve({ items: [] });
  }

  // @ts-expect-error the caller never sends `colour`
  @Serves(trade.observations.list)
  wantsMore(_input: AskedForMore): Promise<ObservationPage> {
    return Promise.resolve({ items: [], next: null });
  }

  // @ts-expect-error the text is the JSON of one id, not of the list
  @Serves(record)
  wrongJson(_input: RecordObservations, _caller: Caller): Promise<Json<RecordedId>> {
    return Promise.resolve({ json: '{}' });
  }

  // @ts-expect-error the answer is there before it was waited for
  @Serves(record)
  hasty(_input: RecordObservations): RecordedIds {
    return { items: [] };
  }

  // @ts-expect-error a third argument is never given
  @Serves(record)
  wantsAThird(_input: RecordObservations, _caller: Caller, _third: string): Promise<RecordedIds> {
    return Promise.resolve({ items: [] });
  }

  @Serves(record)
  right(_input: RecordObservations, _caller: Caller): Promise<RecordedIds | Json<RecordedIds>> {
    return Promise.resolve({ items: [] });
  }
}

export class WrongFields {
  // @ts-expect-error text in a number
  @Text('Name') name: number;

  // @ts-expect-error one number in a list of texts
  @Whole('How many') count: string[];

  // @ts-expect-error a list in one value
  @Decimal('Areas, ha', { places: 2, many: 5 }) areaHa: string;

  @Decimal('Area, ha', { places: 2, optional: true, nullable: true }) right?: string | null;
}
