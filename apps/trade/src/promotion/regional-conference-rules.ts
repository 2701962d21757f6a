import { Problem, type regionalConferences } from '@doit/contracts';
import { isGroup, todayInVietNam, type RulesOf } from '@doit/registers';
import { beside } from './editions.sql';
import { requireUnit } from './promotion-event-rules';

/** The life of a conference: it ends when the flag is in other hands. */
export const regionalConferenceRules: RulesOf<typeof regionalConferences> = {
  steps: {
    announce: { from: ['planned'], to: 'announced' },
    hold: { from: ['planned', 'announced'], to: 'held' },
    'hand-over': { from: ['held'], to: 'handed-over' },
    withdraw: { from: ['planned', 'announced'], to: 'withdrawn', needsReason: true },
  },
  check({ unitGroup, handedTo, heldOn, state }) {
    if (!isGroup(unitGroup)) {
      const params = { territory: unitGroup };
      throw new Problem('territory.unknown', params, [
        { pointer: '/unitGroup', code: 'territory.unknown', params },
      ]);
    }
    if (handedTo !== null) requireUnit(handedTo, '/handedTo');
    const needs = (
      code: 'regional-conference.needs-day' | 'regional-conference.needs-next-host',
      field: string,
    ) => new Problem(code, {}, [{ pointer: `/${field}`, code }]);
    if (['announced', 'held', 'handed-over'].includes(state) && heldOn === null)
      throw needs('regional-conference.needs-day', 'heldOn');
    if (['held', 'handed-over'].includes(state) && heldOn !== null && heldOn > todayInVietNam()) {
      const [code, params] = ['register.step-in-future', { on: heldOn }] as const;
      throw new Problem(code, params, [{ pointer: '/heldOn', code, params }]);
    }
    if (state === 'handed-over' && handedTo === null)
      throw needs('regional-conference.needs-next-host', 'handedTo');
  },
  refusals: beside,
  after: (_before, after, step, on) => (step === 'hold' ? { ...after, heldOn: after.heldOn ?? on } : after),
};
