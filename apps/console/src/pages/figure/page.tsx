import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../api/client';
import { Refused } from '../../api/problems';
import { useSignIn } from '../../app/account';
import { PageHeading } from '../../app/heading';
import { usePageWords } from '../../app/settings';
import { readFigureId } from '../../figures/figure-key';
import { Answer } from '../../kit/answer';
import { Notice } from '../../kit/notice';
import type { Statement } from './cell';
import { Figure } from './figure';
import { useUnpublished } from './unpublished';
import { words as both } from './words';

/** One number: what it is, who says so since when, what it rests on, and what rests on it. */
export default function FigurePage() {
  const words = usePageWords(both);
  const { id } = useParams({ from: '/figures/$id' });
  const { on, asOf } = useSearch({ from: '/figures/$id' });
  const address = readFigureId(id);
  if (!address) return <Nothing title={words.unreadable} />;
  if ('observationId' in address) return <Told key={id} observationId={address.observationId} />;
  return <Figure key={id} asked={{ key: address, measure: 'actual', on, asOf }} />;
}

/** One statement, by its id: published, or open to whoever looks. */
function Told({ observationId }: { observationId: string }) {
  const words = usePageWords(both);
  const { pending } = useSignIn();
  // Asked first, for a lineage is there of published ones alone.
  const unpublished = useUnpublished(observationId, !pending);
  const published = useQuery({
    ...queries.queryOptions('get', '/v1/reporting/lineage/{observationId}', {
      params: { path: { observationId } },
    }),
    enabled: !pending && !unpublished.isLoading && !unpublished.statement,
  });
  const isUnknown = published.error instanceof Refused && published.error.problem.status === 404;
  if (unpublished.statement) return <OfStatement statement={unpublished.statement} />;
  if (!isUnknown)
    return <Answer of={published}>{({ observation }) => <OfStatement statement={observation} />}</Answer>;
  return (
    <Nothing title={words.notOpen}>
      <p>{words.notOpenToDo}</p>
    </Nothing>
  );
}

function OfStatement({ statement }: { statement: Statement }) {
  const { asOf, on } = useSearch({ from: '/figures/$id' });
  const { indicator, territory, period, dimensions, measure } = statement;
  return (
    <Figure asked={{ key: { indicator, territory, period, dimensions }, measure, statement, on, asOf }} />
  );
}

function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  const words = usePageWords(both);
  return (
    <>
      <PageHeading title={words.title} />
      <Notice title={title}>{children}</Notice>
    </>
  );
}
