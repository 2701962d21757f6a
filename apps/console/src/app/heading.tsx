import { useMatch } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

let arrivals = 0;

/** A page's one heading: names the window, and takes the focus when one came here from another page. */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname });
  useEffect(() => {
    document.title = `${title} · DOIT`;
  }, [title]);
  useEffect(() => {
    // The first page of a visit begins at its top, like any page.
    if (arrivals > 0) heading.current?.focus();
    arrivals += 1;
  }, [path]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
