import { Id, Instant, Once, Part, Text, Whole, type IdempotencyKey } from './fields';
import { event } from './event';
import { operation } from './operation';
import type { Service } from './services';

/** That a rule is not followed in one step of one entry: who asked for it and why, and who approved. */
export class RuleOverride {
  @Id('The exception') id: string;
  @Text('Noun of the register: `cluster`', { max: 40 }) register: string;
  @Id('The entry') entry: string;
  @Text('Territory', { max: 60 }) territory: string;
  @Text('The step', { max: 40 }) step: string;
  @Text('Code of the rule', { max: 60 }) rule: string;
  @Text('Why', { max: 1000 }) reason: string;
  @Instant('Asked for') askedAt: string;
  @Text('By whom') askedBy: string;
  @Instant('Approved; null: not yet', { nullable: true }) approvedAt: string | null;
  @Text('By whom', { nullable: true }) approvedBy: string | null;
  @Instant('Refused or withdrawn: from then on it counts no more', { nullable: true }) endedAt: string | null;
  @Text('By whom: the one who asked withdraws it, another refuses it', { nullable: true }) endedBy:
    string | null;
  @Text('Why it was refused or withdrawn', { max: 1000, nullable: true }) endedFor: string | null;
}

export class AskOverride {
  @Once() idempotencyKey?: IdempotencyKey;
  @Text('Noun of the register: `cluster`', { max: 40 }) register: string;
  @Id('The entry') entry: string;
  @Text('The step; `change`: a change of fields', { max: 40 }) step: string;
  @Text('Code of the rule, as the refusal names it', { max: 60 }) rule: string;
  @Text('Why', { max: 1000 }) reason: string;
}

export class OverrideById {
  @Id('The exception') id: string;
}

export class EndOverride {
  @Id('The exception') id: string;
  @Text('Why', { max: 1000 }) reason: string;
}

export class ListOverrides {
  @Text('Territories', { many: 100, optional: true }) territory?: string[];
  @Id('The entry', { optional: true }) entry?: string;
  @Whole('How many at most, newest first. Default: 100', { min: 1, max: 500, optional: true }) limit?: number;
  @Id('`next` of the page before', { optional: true }) after?: string;
}

export class RuleOverrides {
  @Part('Newest first', () => RuleOverride, { many: 500 }) items: RuleOverride[];
  @Text('Cursor of the next page', { nullable: true }) next: string | null;
}

/** Exceptions from rules: asked for by one, approved by another, and visible. */
export function overrideOperations(service: Service) {
  return {
    ask: operation({
      route: 'POST /rule-overrides',
      summary: 'Ask that a rule not be followed in one step of one entry',
      access: `${service}:write`,
      input: AskOverride,
      output: RuleOverride,
      errors: ['register.not-found', 'territory.not-yours', 'override.no-such-rule'],
    }),
    approve: operation({
      route: 'POST /rule-overrides/:id/approve',
      summary: 'Approve an exception that somebody else asked for',
      access: `${service}:approve`,
      input: OverrideById,
      output: RuleOverride,
      status: 200,
      errors: ['override.not-found', 'territory.not-yours', 'override.own', 'override.ended'],
    }),
    refuse: operation({
      route: 'POST /rule-overrides/:id/refuse',
      summary: 'Refuse an exception that somebody else asked for, or take back one that was approved',
      access: `${service}:approve`,
      input: EndOverride,
      output: RuleOverride,
      status: 200,
      errors: [
        'override.not-found',
        'territory.not-yours',
        'override.own',
        'override.ended',
        'override.used',
      ],
    }),
    withdraw: operation({
      route: 'POST /rule-overrides/:id/withdraw',
      summary: 'Withdraw an exception that one asked for oneself',
      access: `${service}:write`,
      input: EndOverride,
      output: RuleOverride,
      status: 200,
      errors: [
        'override.not-found',
        'territory.not-yours',
        'override.not-own',
        'override.ended',
        'override.used',
      ],
    }),
    list: operation({
      route: 'GET /rule-overrides',
      summary: 'Exceptions asked for and approved',
      access: `${service}:read`,
      input: ListOverrides,
      output: RuleOverrides,
      errors: ['territory.not-yours'],
    }),
  };
}

export function overrideEvents(service: Service) {
  return {
    overrideAsked: event(
      `${service}.rule-override.asked`,
      1,
      'Somebody asked for an exception from a rule',
      RuleOverride,
    ),
    overrideEnded: event(
      `${service}.rule-override.ended`,
      1,
      'An exception from a rule was refused or withdrawn',
      RuleOverride,
    ),
    overrideApproved: event(
      `${service}.rule-override.approved`,
      1,
      'An exception from a rule was approved',
      RuleOverride,
    ),
  };
}
