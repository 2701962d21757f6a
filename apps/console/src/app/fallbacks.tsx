import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Skeleton, TroubleNotice } from '../kit/notice';
import { PageHeading } from './heading';
import { PartMissing, reloadIfReplaced } from './lazy-page';
import { useWords } from './settings';

export function NotFound() {
  const words = useWords();
  return (
    <>
      <PageHeading title={words.notFound} />
      <p>{words.notFoundWhat}</p>
      <p>
        <Link to="/">{words.toOverview}</Link>
      </p>
    </>
  );
}

/** What broke; a page whose parts a new version took away is reloaded instead. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const words = useWords();
  const isMissing = error instanceof PartMissing;
  const [isLooking, setLooking] = useState(isMissing);
  useEffect(() => {
    if (isMissing) reloadIfReplaced(error).catch(() => setLooking(false));
  }, [error, isMissing]);
  if (isLooking) return <Skeleton lines={6} />;
  return (
    <>
      <PageHeading title={words.broken} />
      <TroubleNotice error={error} retry={isMissing ? () => location.reload() : reset} />
    </>
  );
}
