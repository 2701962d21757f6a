import { Problem, type Entry, type MarketFields, type markets, type marketStates } from '@doit/contracts';
import type { RulesOf } from '@doit/registers';
import { classSql } from './market-class';

/** The life of a market (Decree 60/2024/NĐ-CP). Points and build that change are counted anew by a step, with its day. */
export const marketRules: RulesOf<typeof markets> = {
  steps: {
    'begin-construction': { from: ['planned'], to: 'under-construction' },
    open: { from: ['planned', 'under-construction'], to: 'operating' },
    recount: { from: ['operating', 'upgrading', 'suspended'], to: null },
    'begin-upgrade': { from: ['operating', 'suspended'], to: 'upgrading' },
    'complete-upgrade': { from: ['upgrading'], to: 'operating' },
    suspend: { from: ['operating', 'upgrading'], to: 'suspended', needsReason: true },
    resume: { from: ['suspended'], to: 'operating' },
    close: { from: ['operating', 'upgrading', 'suspended'], to: 'closed', needsReason: true },
    withdraw: { from: ['planned', 'under-construction'], to: 'withdrawn', needsReason: true },
  },
  derived: { class: classSql() },
  check({ pointsTotal, pointsUsed }) {
    const code = 'market.used-beyond-points';
    if (pointsTotal !== null && pointsUsed !== null && pointsUsed > pointsTotal)
      throw new Problem(code, {}, [{ pointer: '/pointsUsed', code }]);
  },
  after(before, counted, step, on) {
    const after = step === 'recount' || isOther(before, counted) ? countedOn(before, counted, on) : counted;
    if (step === 'open') return { ...after, openedOn: after.openedOn ?? on };
    if (step === 'begin-upgrade') return { ...after, upgradeState: 'under-way' };
    if (step !== 'complete-upgrade') return after;
    return { ...after, upgradeState: 'done', yearUpgraded: Number(on.slice(0, 4)) };
  },
};

type Market = Entry<MarketFields, (typeof marketStates)[number]>;

const isOther = (before: Market, after: Market): boolean =>
  before.pointsTotal !== after.pointsTotal || before.buildState !== after.buildState;

/** What was counted later is not undone by what was counted before. @throws Problem register.step-before-last */
function countedOn(before: Market, after: Market, on: string): Market {
  const since = before.countedOn;
  if (since === null || on >= since) return { ...after, countedOn: on };
  const code = 'register.step-before-last';
  throw new Problem(code, { on, since }, [{ pointer: '/on', code, params: { on, since } }]);
}
