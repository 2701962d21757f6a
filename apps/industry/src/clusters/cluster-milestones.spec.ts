import { clusters, type Cluster, type ClusterMilestone, type ClusterStep } from '@doit/contracts';
import { entryOf, taken } from '../test-lives';
import { clusterRules } from './cluster-rules';

const proposed = entryOf(clusters, { state: 'proposed', stateOn: '2024-01-01' });
const step = (before: Cluster, which: ClusterStep, on: string, known: Partial<Cluster> = {}) =>
  taken(clusterRules, before, which, { on, known });

describe('the investor of a cluster', () => {
  it('may be selected before the establishment, which then leads past it and keeps both days', () => {
    const selected = step(proposed, 'select-investor', '2024-05-02', { investor: 'Công ty A' });
    expect(selected).toMatchObject({
      ...{ state: 'proposed', stateOn: '2024-01-01' },
      ...{ investorSelectedOn: '2024-05-02', establishedOn: null },
    });
    expect(step(selected, 'establish', '2024-07-01')).toMatchObject({
      ...{ state: 'investor-selected', stateOn: '2024-07-01' },
      ...{ investorSelectedOn: '2024-05-02', establishedOn: '2024-07-01', investor: 'Công ty A' },
    });
  });

  it('may be named by the decision that establishes it', () => {
    expect(step(proposed, 'establish', '2024-07-01', { investor: 'Công ty A' })).toMatchObject({
      ...{ state: 'investor-selected', stateOn: '2024-07-01' },
      ...{ investorSelectedOn: '2024-07-01', establishedOn: '2024-07-01' },
    });
  });

  it('may be selected after the establishment', () => {
    const established = step(proposed, 'establish', '2024-07-01');
    expect(established).toMatchObject({
      ...{ state: 'established', stateOn: '2024-07-01' },
      ...{ investorSelectedOn: null, establishedOn: '2024-07-01' },
    });
    expect(step(established, 'select-investor', '2024-09-01')).toMatchObject({
      ...{ state: 'investor-selected', stateOn: '2024-09-01' },
      ...{ investorSelectedOn: '2024-09-01', establishedOn: '2024-07-01' },
    });
  });
});

describe('the milestones of a cluster', () => {
  const planned = (which: ClusterStep, more: Partial<ClusterMilestone> = {}): ClusterMilestone => ({
    ...{ step: which, plannedOn: '2024-03-01', actualOn: null, document: null },
    ...more,
  });
  const after = (milestones: ClusterMilestone[] | null, document: string | null = null) =>
    taken(clusterRules, entryOf(clusters, { milestones }), 'propose', { on: '2024-06-01', document })
      .milestones;

  it('tell the day of a step that nobody had planned, and its decision', () => {
    const told = { step: 'propose', plannedOn: null, actualOn: '2024-06-01', document: '12/QĐ' };
    expect(after(null, '12/QĐ')).toEqual([told]);
    expect(after([], null)).toEqual([{ ...told, document: null }]);
  });

  it('keep the day that was planned beside the day on which it came, in their order', () => {
    const others = [planned('establish'), planned('operate')] as const;
    expect(after([others[0], planned('propose'), others[1]], '12/QĐ')).toEqual([
      others[0],
      { step: 'propose', plannedOn: '2024-03-01', actualOn: '2024-06-01', document: '12/QĐ' },
      others[1],
    ]);
  });

  it('keep the decision that was known before where the step names none', () => {
    expect(after([planned('propose', { document: '1/TTr' })])).toMatchObject([{ document: '1/TTr' }]);
  });

  it('leave a step that was taken before as it is', () => {
    const before = planned('propose', { actualOn: '2024-02-01' });
    expect(after([before])).toEqual([
      before,
      { step: 'propose', plannedOn: null, actualOn: '2024-06-01', document: null },
    ]);
  });
});
