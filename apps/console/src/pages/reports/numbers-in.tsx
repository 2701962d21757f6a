import { Link } from '@tanstack/react-router';
import { useSettings } from '../../app/settings';
import { readNumber } from '../../words/numbers';
import { bare, type Check } from './answer';

const numerals = {
  vi: /(?<![\d/.,-])\d[\d.]*(?:,\d+)?(?![\d/])/g,
  en: /(?<![\d/.,-])\d[\d,]*(?:\.\d+)?(?![\d/])/g,
};

/** The check's sentence, its numbers links: a stated one to what states it, what follows instead to the same figure. */
export function NumbersIn({ text, check }: { text: string; check: Check }) {
  const { language } = useSettings();
  const parts: (string | { text: string; id: string })[] = [];
  let at = 0;
  for (const match of text.matchAll(numerals[language])) {
    const token = match[0].replace(/[.,]$/, '');
    const value = readNumber(token, language);
    const id = value === null ? undefined : meantBy(value, check);
    if (id === undefined) continue;
    parts.push(text.slice(at, match.index), { text: token, id });
    at = match.index + token.length;
  }
  parts.push(text.slice(at));
  return parts.map((part, n) =>
    typeof part === 'string' ? (
      part
    ) : (
      <Link key={n} to="/figures/$id" params={{ id: part.id }}>
        {part.text}
      </Link>
    ),
  );
}

function meantBy(value: string, { lineage, recomputed }: Check): string | undefined {
  const same = lineage.find((input) => Number(bare(input.value)) === Number(value));
  if (same) return same.observationId;
  // What follows is written rounded.
  const half = 0.5 / 10 ** (value.split('.')[1]?.length ?? 0);
  const ends = [recomputed?.low, recomputed?.high].flatMap((end) => (end ? Math.abs(Number(end)) : []));
  const isRecomputed =
    ends.length > 0 && Number(value) >= Math.min(...ends) - half && Number(value) <= Math.max(...ends) + half;
  return isRecomputed ? lineage[0]?.observationId : undefined;
}
