import { useIndicators } from '../../api/reference';
import type { components } from '../../api/schema';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import type { NumberOfCell } from '../../figures/figure-key';
import { FigureValue, useUnitName } from '../../figures/figure-value';
import { writeFormula } from '../../figures/formula';
import { fieldNames } from '../../figures/number-names';
import { useSourceName } from '../../figures/sources';
import { writeNumber } from '../../words/numbers';
import { writeDay, writePeriod } from '../../words/periods';
import type { Item, Lineage } from './cell';
import { useDocumentName } from './facts';
import { usePlaceName } from '../../figures/place-name';
import css from './figure.module.css';
import { words as both } from './words';

type Input = components['schemas']['LineageInput'];

interface Props {
  item: Item;
  number: NumberOfCell | undefined;
  lineage: Lineage | undefined;
}

/** How a number came about: by whom, by which formula, from which figures. What a source states has none. */
export function Derivation({ item, number, lineage }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const cell = number && number !== 'actual' ? item[number] : undefined;
  const made = number || item.actual ? undefined : item.made;
  const derived = cell ?? made;
  if (!derived || (cell && cell.refusal && cell.lineage.length === 0)) return null;
  const formula = writeFormula(derived.formula, language);
  const beside =
    cell?.basis === 'computed' ? lineage?.stated.find(({ field }) => field === number) : undefined;
  return (
    <section aria-labelledby="derivation">
      <h2 id="derivation">{words.howComputed}</h2>
      <p>{cell ? words[cell.basis] : words.made}</p>
      {cell?.label === 'linear' && <p>{words.evenly}</p>}
      {cell?.label === 'scenario' && <p>{words.byScenario}</p>}
      {formula && (
        <p className={css.formula}>
          <span className={css.term}>{words.formula}</span> {formula}
        </p>
      )}
      {beside && cell && cell.value !== null && (
        <p>
          <BesideStated stated={beside.value} computed={cell.value} unit={beside.unit} />
        </p>
      )}
      {derived.lineage.length > 0 && (
        <>
          <h3>{words.inputs}</h3>
          <Inputs of={derived.lineage} />
        </>
      )}
    </section>
  );
}

function BesideStated({ stated, computed, unit }: { stated: string; computed: string; unit: string }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const unitName = useUnitName(unit);
  const write = (text: string) => writeNumber(text, language) + (unitName === '%' ? '%' : ` ${unitName}`);
  return words.besideStated.replace('{stated}', write(stated)).replace('{computed}', write(computed));
}

/** The numbers that another one follows from, each a link, down to the line of the document. */
export function Inputs({ of: inputs }: { of: readonly Input[] }) {
  return (
    <ul className={css.inputs}>
      {inputs.map((input, n) => (
        <li key={n}>
          <InputLine input={input} />
        </li>
      ))}
    </ul>
  );
}

function InputLine({ input }: { input: Input }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const sourceName = useSourceName();
  const documentName = useDocumentName();
  const place = usePlaceName(input.territory);
  const { data: indicators } = useIndicators();
  const indicator = indicators?.get(input.indicator);
  const field = fieldNames[input.field];
  const unit = field === undefined || field.unit === 'own' ? indicator?.unit : field.unit;
  const called = indicator ? naming(indicator.name) : '';
  const name = input.field === 'value' || !field ? called : `${called}: ${field[language]}`;
  return (
    <>
      <FigureValue
        of={input}
        unit={unit === 'RANK' ? undefined : unit}
        to={input.observationId}
        signed={field?.signed === true}
      />{' '}
      {words.input
        .replace('{name}', name)
        .replace('{place}', place)
        .replace('{period}', writePeriod(input.period, language))}
      <span className={css.small}>
        {sourceName(input.source)}
        {', '}
        {input.asOf === null ? words.unknownDay : writeDay(input.asOf, language)}
        {' · '}
        {documentName(input)}
      </span>
    </>
  );
}
