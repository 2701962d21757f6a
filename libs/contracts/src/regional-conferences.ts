import { RegisterFields } from './entry';
import { Day, Free, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import type { BothLanguages } from './problem-list';
import { register } from './register';

/** What is on a conference’s programme. */
export class ProgrammeItem {
  @Text('When: `08:30`', { max: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, nullable: true }) at: string | null;
  @Text('What', { max: 300 }) what: string;
  @Text('Territory or organisation that speaks', { max: 200, nullable: true }) by: string | null;
}

/** A yearly conference of the departments of a group of territories (hội nghị ngành công thương khu vực). */
export class RegionalConferenceFields extends RegisterFields {
  @Text('Group of territories, as it was called when it was made: it goes on with what its members become', {
    max: 60,
    pattern: /^[a-z][a-z0-9-]*$/,
    example: 'south-20-2024',
  })
  unitGroup: string;
  @Whole('Edition', { min: 1, max: 1000 }) edition: number;
  @Day('Day', { nullable: true }) heldOn: string | null;
  @Text('Town or venue', { max: 200, nullable: true }) place: string | null;
  @Part('Programme', () => ProgrammeItem, { many: 50, nullable: true }) programme: ProgrammeItem[] | null;
  @Text('Territory that the flag was handed to', { max: 60, nullable: true }) handedTo: string | null;
}

export const regionalConferences = register({
  service: 'trade',
  noun: 'regional-conference',
  path: 'regional-conferences',
  words: 'regional conference',
  fields: RegionalConferenceFields,
  states: ['planned', 'announced', 'held', 'handed-over', 'withdrawn'],
  steps: ['announce', 'hold', 'hand-over', 'withdraw'],
  filters: ['unitGroup', 'edition'],
  sorts: ['heldOn', 'edition'],
  publicFields: ['unitGroup', 'edition', 'heldOn', 'place', 'programme', 'handedTo'],
  once: { fields: ['edition', 'unitGroup'], problem: 'regional-conference.entered-already' },
  errors: ['territory.unknown', 'regional-conference.needs-day', 'regional-conference.needs-next-host'],
});

export class ReadNextHost {
  @Text('Group of territories', { max: 60, example: 'south-20-2024' }) group: string;
  @Day('Members as they are on this day. Default: today', { optional: true }) on?: string;
}

/** A member of a group, and when it hosted last. */
export class HostingMember {
  @Text('Territory', { max: 60 }) territory: string;
  @Whole('Edition that it, or a unit that went into it, hosted last; null: none that is known', {
    nullable: true,
  })
  lastEdition: number | null;
  @Day('Day of that edition; null: not known', { nullable: true }) lastOn: string | null;
  @Free('Why it stands here, vi and en', { type: 'object' }) reason: BothLanguages;
}

export class NextHost {
  @Whole('The edition after the last one that was held; null: none is known', { nullable: true })
  edition: number | null;
  @OneOf('By what the first is proposed', ['handed-over', 'rotation']) by: 'handed-over' | 'rotation';
  @Part(
    'Members, the proposed one first; who was handed the flag stands there though it be no member',
    () => HostingMember,
    { many: 100 },
  )
  items: HostingMember[];
}

/** Whose turn it is. */
export const nextHost = operation({
  route: 'GET /regional-conferences/next-host',
  summary: 'Who hosts next: to whom the flag was handed, else who hosted never or longest ago',
  access: 'public',
  input: ReadNextHost,
  output: NextHost,
  errors: ['territory.unknown'],
});
