import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { TroubleNotice } from '../kit/notice';
import { PageHeading } from './heading';
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

export function Broken({ error, reset }: ErrorComponentProps) {
  const words = useWords();
  return (
    <>
      <PageHeading title={words.broken} />
      <TroubleNotice error={error} retry={reset} />
    </>
  );
}
