import type { Indicator } from '../../api/indicator';
import { useIndicators, useTerritories } from '../../api/reference';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { Search, Select, type ChoiceGroup } from '../../kit/choices';
import { Switch } from '../../kit/switch';
import { writeDay } from '../../words/periods';
import { AsOf } from './as-of';
import {
  country,
  isCumulated,
  isOfMembers,
  isPossible,
  useChange,
  useExploreSearch,
  type Asked,
} from './asked';
import { Choose } from './choose';
import { nameOfDimension, nameOfValue, valuesOf, writeBreakdown } from './dimensions';
import css from './explore.module.css';
import { grouped } from './grouped';
import { frequencies, numbers, views } from './search';
import { words as both } from './words';

const none = '-';
const firstOffered = 1995;

/** What is looked at, and how. */
export function Controls({ asked }: { asked: Asked }) {
  const words = usePageWords(both);
  const change = useChange();
  const { language } = useSettings();
  const { view, number, indicator, frequency, from, to, asOf } = asked;
  const isOfPeriod = view === 'ranking' || view === 'map';
  return (
    <section aria-label={words.what} className={css.controls}>
      <Subject asked={asked} />
      <div className={css.side}>
        <Choose
          label={words.view}
          value={view}
          choices={views.map((id) => ({ id, name: words[id] }))}
          onChange={(id) => change({ view: views.find((one) => one === id) })}
        />
        <Choose
          label={words.number}
          value={number}
          choices={numbers.map((id) => ({
            ...{ id, name: words[id] },
            isDisabled: !isPossible(id, indicator, view),
          }))}
          onChange={(id) => change({ number: numbers.find((one) => one === id) })}
        />
      </div>
      <details className={css.more}>
        <summary>
          {words.more}
          {!isOfPeriod && ` · ${words[frequency].toLocaleLowerCase('vi')}, ${from} – ${to}`}
          {asOf !== undefined && ` · ${words.asOf.toLocaleLowerCase('vi')} ${writeDay(asOf, language)}`}
        </summary>
        <div className={css.controls}>
          {!isOfPeriod && <Time asked={asked} />}
          <AsOf asked={asked} />
        </div>
      </details>
    </section>
  );
}

/** The indicator, its parts, and whose figures. */
function Subject({ asked }: { asked: Asked }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const change = useChange();
  const indicators = useIndicatorChoices();
  const { dimensions, breakdown, split, indicator } = asked;
  const listed = dimensions.filter((one) => valuesOf(one).length > 0);
  return (
    <div className={css.fields}>
      <Search
        label={words.indicator}
        choices={indicators}
        value={indicator.code}
        onChange={(id) =>
          id !== indicator.code && change({ indicator: id, breakdown: undefined, split: undefined })
        }
      />
      {listed.map((dimension) => (
        <Select
          key={dimension.name}
          label={nameOfDimension(dimension, language)}
          choices={[
            { id: none, name: dimension.required ? words.choose : words.all },
            ...valuesOf(dimension).map((id) => ({ id, name: nameOfValue(dimension, id, language) })),
          ]}
          value={breakdown[dimension.name] ?? none}
          onChange={(id) => {
            const { [dimension.name]: _, ...others } = breakdown;
            const chosen = id === none ? others : { ...others, [dimension.name]: id };
            change({ breakdown: writeBreakdown(chosen) });
          }}
        />
      ))}
      {listed.length > 0 && !isOfMembers(asked.view) && (
        <Select
          label={words.split}
          choices={[
            { id: none, name: words.splitNone },
            ...listed.map((dimension) => ({
              id: dimension.name,
              name: nameOfDimension(dimension, language),
            })),
          ]}
          value={split?.name ?? none}
          onChange={(id) => change({ split: id === none ? undefined : id })}
        />
      )}
      <Whose asked={asked} />
    </div>
  );
}

/** A group, or units one by one. */
function Whose({ asked: { view, among, territories } }: { asked: Asked }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const change = useChange();
  const search = useExploreSearch();
  const { data } = useTerritories();
  const all = [...(data?.values() ?? [])];
  const choice = ({ id, name }: (typeof all)[number]) => ({ id, name: naming(name) });
  const groups = all.filter(({ type }) => type === 'region' || type === 'conference-group');
  const chosen = search.with?.split(',') ?? [];
  const dated = (suffix: string) => groups.filter(({ id }) => id.endsWith(suffix)).map(choice);
  return (
    <>
      <Select
        label={words.among}
        choices={[
          ...(isOfMembers(view) ? [] : [{ id: none, name: words.amongNone }]),
          { id: country, name: words.amongAll },
          ...dated('-2025').map(({ id, name }) => ({ id, name: `${name} (2025)` })),
          ...dated('-2024').map(({ id, name }) => ({ id, name: `${name} (2024)` })),
        ]}
        value={among ?? none}
        onChange={(id) => change({ among: id === none ? undefined : id })}
      />
      {among === undefined && (
        <div>
          <Search
            label={words.add}
            choices={all.filter(({ id }) => !territories.includes(id)).map(choice)}
            value={null}
            onChange={(id) => change({ with: [...chosen, id].join(',') })}
          />
          <div className={css.chosen}>
            {chosen.map((id) => {
              const unit = data?.get(id);
              return (
                <Button
                  key={id}
                  kind="quiet"
                  onPress={() => change({ with: chosen.filter((one) => one !== id).join(',') || undefined })}
                >
                  {words.remove.replace('{territory}', unit ? naming(unit.name) : '')}
                </Button>
              );
            })}
          </div>
        </div>
      )}
    </>
  );
}

function Time({ asked }: { asked: Asked }) {
  const words = usePageWords(both);
  const change = useChange();
  const { frequency, from, to, cumulative, indicator, beside, among, view } = asked;
  const years = Array.from(
    { length: new Date().getFullYear() + 1 - firstOffered },
    (_, n) => firstOffered + n,
  );
  const choices = years.reverse().map((year) => ({ id: String(year), name: String(year) }));
  const comparisons = [
    { id: 'nation', name: words.nation, can: view !== 'multiples' },
    { id: 'plan', name: words.plan, can: frequency === 'year' && among === undefined },
    { id: 'lastYear', name: words.lastYear, can: frequency !== 'year' && among === undefined },
  ];
  return (
    <>
      <Choose
        label={words.frequency}
        value={frequency}
        choices={frequencies.map((id) => ({ id, name: words[id] }))}
        onChange={(id) => change({ frequency: frequencies.find((one) => one === id) })}
      />
      <div className={css.fields}>
        <Select
          label={words.from}
          choices={choices.filter(({ id }) => Number(id) <= to)}
          value={String(from)}
          onChange={(id) => change({ from: id })}
        />
        <Select
          label={words.to}
          choices={choices}
          value={String(to)}
          onChange={(id) => change({ to: id, from: String(Math.min(from, Number(id))) })}
        />
      </div>
      <div className={css.switches} role="group" aria-label={words.beside}>
        {frequency === 'month' && isCumulated(indicator) && (
          <Switch isSelected={cumulative} onChange={(on) => change({ cumulative: on ? 'yes' : 'no' })}>
            {words.cumulative}
          </Switch>
        )}
        {comparisons
          .filter(({ can }) => can)
          .map(({ id, name }) => (
            <Switch
              key={id}
              isSelected={beside.has(id)}
              onChange={(on) => {
                const others = [...beside].filter((one) => one !== id && one !== '');
                change({ beside: (on ? [...others, id] : others).join(',') || undefined });
              }}
            >
              {words.beside} {name.replace(/^./, (first) => first.toLocaleLowerCase('vi'))}
            </Switch>
          ))}
      </div>
    </>
  );
}

/** The catalogue by its sections, in the words of the language. */
function useIndicatorChoices(): ChoiceGroup[] {
  const naming = useNaming();
  const words = usePageWords(both);
  const { data } = useIndicators();
  const sections = grouped<Indicator>(data?.values() ?? [], ({ section }) => section);
  return [...sections].map(([section, members]) => ({
    name: sectionNames(words)[section] ?? section,
    choices: members.map(({ code, name }) => ({ id: code, name: naming(name) })),
  }));
}

const sectionNames = (words: (typeof both)['vi']): Readonly<Record<string, string>> => ({
  industry: words.sectionIndustry,
  energy: words.sectionEnergy,
  trade: words.sectionTrade,
  'export-import': words.sectionExport,
  clusters: words.sectionClusters,
  general: words.sectionGeneral,
});
