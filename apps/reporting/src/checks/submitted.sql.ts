import type { RecordedObservation } from '@doit/contracts';
import { observationColumns } from '@doit/observations';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from '../comparisons/asked';
import { planPeriodOf } from '../comparisons/case';
import type { Found } from '../comparisons/standing';

/** The submitted figures of a place and the plans of its year, as if they were approved. */
export async function readSubmitted(source: DataSource, { territory, period }: Place): Promise<Found[]> {
  const plan = planPeriodOf(period).key;
  const figures = await query<RecordedObservation>(source, submitted, [territory, period.key, plan]);
  return figures.map((figure) => ({
    part: figure.measure === 'plan' ? 'plan' : 'actual',
    figure: Object.assign({}, figure, { state: 'approved' as const }),
  }));
}

const submitted = {
  name: 'submitted',
  text: `select ${observationColumns} from figure o
          where o.territory = $1 and o.period = any(array[$2, $3]) and o.state = 'submitted'
            and (o.measure = 'actual' and o.period = $2 or o.measure = 'plan' and o.period = $3)
          order by o.as_of nulls first, o.position, o.ordinal`,
};
