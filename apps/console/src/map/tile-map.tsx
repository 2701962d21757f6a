import { Link, type LinkProps } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { usePageWords } from '../app/settings';
import { useWidth } from '../kit/width';
import css from './map.module.css';
import { stepFrom } from './tile-steps';
import { letters, linesOf } from './tile-words';
import type { Islands, Tile } from './tiles';
import { words as both } from './words';

/** What a tile says. */
export interface TileOf {
  readonly name: string;
  /** Its class from 1 on; null where it has no number. */
  readonly nth: number | null;
  readonly value: string | null;
  /** All of it in one sentence. */
  readonly said: string;
}

interface Props {
  tiles: readonly Tile[];
  islands: readonly Islands[];
  tileOf: (id: string) => TileOf;
  /** Where a tile leads. */
  linkOf: (id: string) => LinkProps;
  title: string;
  place: RefObject<HTMLDivElement | null>;
}

const gap = 3;
/** Names in full are written on tiles of this width at least, else their initials. */
const forNames = 66;

/** Our own map: no outlines of anybody's, one tile a unit. By keyboard one tile is in the row of tabs, arrows move on. */
export function TileMap({ tiles, islands, tileOf, linkOf, title, place }: Props) {
  const words = usePageWords(both);
  const width = Math.min(useWidth(place), 760);
  const [current, setCurrent] = useState(tiles[0]?.id ?? '');
  const [looked, setLooked] = useState<string | null>(null);
  const columns = Math.max(...[...tiles, ...islands].map(({ column }) => column)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  const [w, h] = [width / columns, width / columns >= forNames ? 44 : 34];
  const focused = tiles.some(({ id }) => id === current) ? current : (tiles[0]?.id ?? '');
  const move = (event: KeyboardEvent<SVGGElement>) => {
    const next = stepFrom(tiles, focused, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    place.current?.querySelector<SVGAElement>(`[data-id="${next}"]`)?.focus();
  };
  const box = { width: w - gap, height: h - gap, isWide: w >= forNames };
  return (
    <>
      {width > 0 && (
        <svg width={width} height={rows * h} className={css.tiles}>
          <Patterns />
          {/* The tiles take the focus themselves; what they have in common is the way that arrows go. */}
          <g role="grid" aria-label={title} tabIndex={-1} onKeyDown={move}>
            {Array.from({ length: rows }, (_, row) => (
              <g key={row} role="row">
                {tiles
                  .filter((tile) => tile.row === row)
                  .map(({ id, column }) => {
                    const tile = tileOf(id);
                    return (
                      <g key={id} role="gridcell" transform={`translate(${column * w} ${row * h})`}>
                        <Link
                          {...linkOf(id)}
                          data-id={id}
                          className={css.tile}
                          tabIndex={id === focused ? 0 : -1}
                          aria-label={tile.said}
                          onFocus={() => {
                            setCurrent(id);
                            setLooked(id);
                          }}
                          onMouseEnter={() => setLooked(id)}
                        >
                          <TileFace tile={tile} {...box} />
                        </Link>
                      </g>
                    );
                  })}
              </g>
            ))}
          </g>
          <g aria-hidden="true">
            {islands.map(({ id, name, row, column }) => (
              <g key={name} transform={`translate(${column * w} ${row * h})`}>
                <TileFace tile={{ ...tileOf(id), name, value: null }} {...box} />
              </g>
            ))}
          </g>
        </svg>
      )}
      <p className={css.looked}>
        {looked && tiles.some(({ id }) => id === looked) ? tileOf(looked).said : words.tileHover}
      </p>
    </>
  );
}

interface Face {
  tile: TileOf;
  width: number;
  height: number;
  isWide: boolean;
}

/** Name (or its initials), value and class: by colour, and by a number for those who do not see it. */
function TileFace({ tile: { name, nth, value }, width, height, isWide }: Face) {
  const lines = isWide ? linesOf(name, value === null ? 2 : 1, width) : [letters(name)];
  const kind = nth === null ? css.none : css[`class${nth}`];
  return (
    <g className={kind}>
      <rect width={width} height={height} className={css.face} />
      {nth === null && <rect width={width} height={height} fill="url(#no-figure)" />}
      {lines.map((line, n) => (
        <text key={line} x={4} y={13 + n * 13} className={css.tileName}>
          {line}
        </text>
      ))}
      {isWide && value !== null && (
        <text x={4} y={height - 6} className={css.tileValue}>
          {value}
        </text>
      )}
      {nth !== null && (
        <text x={width - 4} y={height - 6} textAnchor="end" className={css.tileClass}>
          {nth}
        </text>
      )}
    </g>
  );
}

/** Lines across where there is no figure. */
const Patterns = () => (
  <defs>
    <pattern id="no-figure" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="6" className={css.hatch} />
    </pattern>
  </defs>
);
