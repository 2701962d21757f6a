import { BothLanguagesText } from './comparisons';
import { Day, Decimal, Labels, Part, Text, Whole } from './fields';
import { operation } from './operation';

/** What a register of a territory comes to as an indicator, as it stands now. */
export class RegisterTally {
  @Text('Territory') territory: string;
  @Text('Noun of the register') register: string;
  @Text('Indicator') indicator: string;
  @Part('Its name', () => BothLanguagesText) name: BothLanguagesText;
  @Labels('Breakdown') dimensions: Record<string, string>;
  @Text('Unit') unit: string;
  @Decimal('What the entries come to whose field to be added is known; null: none is', {
    places: 12,
    nullable: true,
  })
  value: string | null;
  @Whole('Entries that count') counted: number;
  @Whole('Of these, entries whose field to be added is not known; their part is missing, not zero')
  lacking: number;
  @Day('Since when the register is declared complete for the whole territory; null: it is not', {
    nullable: true,
  })
  completeOn: string | null;
}

export class RegisterTallies {
  @Part('By territory as asked, then in the order of the catalogue', () => RegisterTally, { many: 5000 })
  items: RegisterTally[];
}

export class ReadRegisterTallies {
  @Text('Territories; one that others were merged into counts their entries too', { max: 60, many: 100 })
  territory: string[];
  @Text('Registers, by their noun: `power-plant`. Default: all that meet an indicator', {
    max: 60,
    many: 20,
    optional: true,
  })
  register?: string[];
}

export const registerTallyOperations = {
  read: operation({
    route: 'GET /registers',
    summary: 'What the registers come to as indicators: sums and numbers, no entries',
    access: 'public',
    input: ReadRegisterTallies,
    output: RegisterTallies,
    errors: ['territory.unknown', 'register.unknown'],
  }),
};
