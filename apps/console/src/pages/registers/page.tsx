import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings } from '../../app/settings';
import { Skeleton } from '../../kit/notice';
import { writeDay } from '../../words/periods';
import { useNames } from './names/naming';
import css from './registers.module.css';
import { useShapes, type Shape } from './shape';
import { words as both } from './words';

const services = ['industry', 'trade', 'export-import'] as const;

/** All registers by department. */
export default function Registers() {
  const words = usePageWords(both);
  const names = useNames();
  const { data: shapes } = useShapes();
  const completeOn = useDeclared();
  return (
    <>
      <PageHeading title={words.title} />
      <p>{words.intro}</p>
      {shapes ? (
        services.map((service) => (
          <section key={service} className={css.section} aria-labelledby={service}>
            <h2 id={service}>{names.department(service)}</h2>
            <ul className={css.registers}>
              {shapes
                .filter((shape) => shape.service === service)
                .map((shape) => (
                  <Item key={shape.register} shape={shape} completeOn={completeOn(shape)} />
                ))}
            </ul>
          </section>
        ))
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  );
}

function Item({ shape, completeOn }: { shape: Shape; completeOn: string | undefined }) {
  const words = usePageWords(both);
  const names = useNames();
  const { language } = useSettings();
  const { territoryName } = usePlace();
  const { service, register, isPublic } = shape;
  return (
    <li>
      <Link to="/registers/$service/$register" params={{ service, register }}>
        {names.register(register)}
      </Link>
      <span className={css.small}>{isPublic ? words.everybody : words.ownOnly}</span>
      {completeOn && (
        <span className={css.small}>
          {words.completeOn
            .replace('{territory}', territoryName)
            .replace('{day}', writeDay(completeOn, language))}
        </span>
      )}
    </li>
  );
}

/** Since when the territory says that a register holds all there is. */
function useDeclared(): (shape: Shape) => string | undefined {
  const { territory } = usePlace();
  const query = { params: { query: { territory: [territory] } } };
  const declared = useQueries({
    queries: [
      queries.queryOptions('get', '/v1/industry/registers', query),
      queries.queryOptions('get', '/v1/trade/registers', query),
      queries.queryOptions('get', '/v1/export-import/registers', query),
    ],
  });
  return ({ service, register }) =>
    declared[services.findIndex((one) => one === service)]?.data?.items.find(
      (one) => one.register === register,
    )?.completeOn;
}
