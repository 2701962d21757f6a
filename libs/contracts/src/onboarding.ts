import { RegisterFields } from './entry';
import { Day, Decimal, Id, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;
const count = { nullable: true } as const;
/** A sum of numbers each of which is a whole one. */
const sum = { max: Number.MAX_SAFE_INTEGER } as const;

/** A campaign that brings businesses of the territory to platforms. What it came to follows from the sellers. */
export class OnboardingCampaignFields extends RegisterFields {
  @Day('First day') startsOn: string;
  @Day('Last day') endsOn: string;
  @Text('Codes of the platforms to which it brings sellers', { max: 40, many: 20, nullable: true })
  platforms: string[] | null;
  @Whole('Sellers that it is to bring', count) targetSellers: number | null;
  @Whole('Products that they are to offer', count) targetProducts: number | null;
  @Decimal('Budget, VND millions', amount) budgetMn: string | null;
  @Text('What came of it, in words; its numbers follow from the register of sellers', {
    max: 1000,
    nullable: true,
  })
  outcome: string | null;
}

export const onboardingCampaigns = register({
  service: 'trade',
  noun: 'onboarding-campaign',
  path: 'onboarding-campaigns',
  words: 'campaign that brings sellers to platforms',
  fields: OnboardingCampaignFields,
  states: ['planned', 'under-way', 'ended', 'reported', 'cancelled'],
  steps: ['begin', 'end', 'report', 'cancel'],
  sorts: ['startsOn', 'targetSellers'],
  publicFields: ['startsOn', 'endsOn', 'platforms', 'targetSellers', 'targetProducts', 'outcome'],
  errors: ['ecommerce.ends-before-start', 'onboarding-campaign.needs-outcome'],
});

/** A training in electronic commerce. Who took part is counted, and not named. */
export class EcommerceTrainingFields extends RegisterFields {
  @Text('Subject', { max: 200 }) subject: string;
  @Day('First day') startsOn: string;
  @Day('Last day') endsOn: string;
  @Text('Place', { max: 200, nullable: true }) place: string | null;
  @Whole('Participants', count) participants: number | null;
  @Whole('Organisations and businesses that they came from', count) organisations: number | null;
  @Decimal('Hours taught', { places: 1, min: 0, nullable: true }) hours: string | null;
}

export const ecommerceTrainings = register({
  service: 'trade',
  noun: 'ecommerce-training',
  path: 'ecommerce-trainings',
  words: 'training in electronic commerce',
  fields: EcommerceTrainingFields,
  states: ['planned', 'held', 'cancelled'],
  steps: ['hold', 'cancel'],
  sorts: ['startsOn', 'participants'],
  publicFields: ['subject', 'startsOn', 'endsOn', 'place', 'participants', 'organisations', 'hours'],
  errors: ['ecommerce.ends-before-start'],
});

/** How a platform did in the months of a campaign, as far as accepted reports say it: with all of its sellers. */
export class CampaignPlatform {
  @Text('Code of the platform') platformCode: string;
  @Text('Its name; null: the register has no such platform', { nullable: true }) platform: string | null;
  @Whole('Sellers that the campaign brought there') joined: number;
  @Whole('Of these, sellers that sell there still') stillSelling: number;
  @Whole('Months of the campaign until today') months: number;
  @Whole('Of these, months of which a report of the platform was accepted') reported: number;
  @Whole(
    'Orders in these months, of all sellers of the territory there, whoever brought them; null: not known',
    {
      ...sum,
      nullable: true,
    },
  )
  orders: number | null;
  @Decimal('Their value, VND millions; null: not known', { places: 3, nullable: true }) valueMn:
    string | null;
}

/** What a campaign came to, by the register of sellers as it stands now. A seller on two platforms is one seller. */
export class CampaignResults {
  @Id('The campaign') id: string;
  @Text('Its code') code: string;
  @Text('Its territory') territory: string;
  @Whole('Sellers that it was to bring', { nullable: true }) targetSellers: number | null;
  @Whole('Sellers that name it, whether they began to sell or not') named: number;
  @Whole('Sellers that began to sell') joined: number;
  @Whole('Of these, sellers that sell still') stillSelling: number;
  @Decimal('Sellers that began to sell, of those that it was to bring, %; null: no target', {
    places: 2,
    nullable: true,
  })
  joinedPct: string | null;
  @Whole('Products that they were to offer', { nullable: true }) targetProducts: number | null;
  @Whole(
    'Products offered by those that sell still, on each platform by itself; null: nobody says how many',
    {
      ...sum,
      nullable: true,
    },
  )
  products: number | null;
  @Whole('OCOP products among them; null: nobody says how many', { ...sum, nullable: true }) ocopProducts:
    number | null;
  @Whole('Entries of those that sell still of which the products are not known') withoutProducts: number;
  @Part('Platforms that it names or brought sellers to', () => CampaignPlatform, { many: 100 })
  platforms: CampaignPlatform[];
}

export class ReadCampaignResults {
  @Id('The campaign') id: string;
}

/** What a campaign came to. */
export const campaignResults = operation({
  route: 'GET /onboarding-campaigns/:id/results',
  summary: 'What a campaign came to, against its targets: sellers that joined by it and sell still',
  access: 'trade:read',
  input: ReadCampaignResults,
  output: CampaignResults,
  errors: ['register.not-found', 'territory.not-yours'],
});
