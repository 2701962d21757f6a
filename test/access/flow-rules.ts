import { covers, may, onlyThere, onlyWith, step, type Case } from './rules';

/** What is of somebody else's territories is as if it were not there. */
const foundThere =
  (verb: 'approve' | 'read') =>
  (asked: Case): string => {
    const answer = onlyWith(verb)(asked);
    return answer !== '200' || (may(asked, 'read') && covers(asked)) ? answer : '404 import.not-found';
  };
const decided = (asked: Case): string => {
  const answer = foundThere('approve')(asked);
  return answer === '200' && asked.state === 'approved' ? '409 import.not-submitted' : answer;
};
const listedThere = (asked: Case): string => onlyThere('read')(asked).replace('200', '200 listed');

/** Lines of trade name enterprises: they and the files they come in are for readers of their territory alone. */
export const flowRules: Readonly<Record<string, (asked: Case) => string>> = {
  'export-import.flows.create': onlyThere('write'),
  'export-import.flows.createMany': onlyThere('write'),
  // Who may not approve what counts corrects it by a draft.
  'export-import.flows.correct': onlyThere('write'),
  'export-import.flows.approve': step('approve', '409 flow.not-draft'),
  'export-import.flows.return': step('approve', '409 flow.not-draft'),
  'export-import.flows.withdraw': (asked) => {
    const answer = onlyThere('write')(asked);
    const counts = answer === '200' && asked.state === 'approved';
    return counts && !may(asked, 'approve') ? '403 register.correction-needs-approver' : answer;
  },
  'export-import.flows.list': listedThere,
  'export-import.flows.get': listedThere,
  'export-import.flows.history': listedThere,
  'export-import.flows.export': onlyThere('read'),
  // Of which territories its lines are is known only once they are read: others' are faults of the file.
  'export-import.imports.send': onlyWith('write'),
  'export-import.imports.list': (asked) => {
    const answer = onlyWith('read')(asked);
    return answer !== '200' ? answer : covers(asked) ? '200 listed' : '200 not listed';
  },
  'export-import.imports.get': foundThere('read'),
  'export-import.imports.approve': decided,
  'export-import.imports.return': decided,
  'export-import.documents.begin': onlyWith('write'),
  'export-import.documents.append': onlyWith('write'),
};
