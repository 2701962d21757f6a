import { Problem, problems, type Fault, type ProblemCode } from '@doit/contracts';

/** One code for all faults names the problem; several are `observation.refused`. */
export function refusal(faults: readonly Fault[]): Problem {
  const [first] = faults;
  const one = first && faults.every(({ code }) => code === first.code) && first.code in problems;
  const code = one ? (first.code as ProblemCode) : 'observation.refused';
  return new Problem(code, one ? first.params : {}, faults.slice(0, 100));
}
