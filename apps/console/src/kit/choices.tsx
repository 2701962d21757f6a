import {
  Button,
  ComboBox,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select as Plain,
  SelectValue,
} from 'react-aria-components';
import { FieldWords } from './fields';
import css from './kit.module.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
}
export interface ChoiceGroup {
  readonly name: string;
  readonly choices: readonly Choice[];
}

interface Props {
  label: string;
  hint?: string;
  fault?: string;
  /** Either plain, or in groups with a heading each. */
  choices: readonly Choice[] | readonly ChoiceGroup[];
  value: string | null;
  onChange: (id: string) => void;
  isDisabled?: boolean;
  /** What stands there while nothing is chosen. */
  placeholder?: string;
}

const isGroup = (one: Choice | ChoiceGroup): one is ChoiceGroup => 'choices' in one;

function Choices({ choices }: Pick<Props, 'choices'>) {
  return (
    <ListBox className={css.list}>
      {choices.map((one) =>
        isGroup(one) ? (
          <ListBoxSection key={one.name} id={one.name}>
            <Header className={css.group}>{one.name}</Header>
            {one.choices.map((choice) => item(choice))}
          </ListBoxSection>
        ) : (
          item(one)
        ),
      )}
    </ListBox>
  );
}

const item = ({ id, name }: Choice) => (
  <ListBoxItem key={id} id={id} textValue={name} className={css.item}>
    {name}
  </ListBoxItem>
);

/** One of a few. */
export function Select({
  label,
  hint,
  fault,
  choices,
  value,
  onChange,
  isDisabled = false,
  placeholder = '…',
}: Props) {
  return (
    <Plain
      className={css.field}
      placeholder={placeholder}
      isInvalid={fault !== undefined}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <FieldWords label={label} hint={hint} fault={fault}>
        <Button className={`${css.button ?? ''} ${css.select ?? ''}`}>
          <SelectValue />
          <span aria-hidden="true">▾</span>
        </Button>
      </FieldWords>
      <Popover className={css.popover}>
        <Choices choices={choices} />
      </Popover>
    </Plain>
  );
}

const bare = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase();
/** Found without diacritics, too: “nghe” finds Nghệ An. */
const contains = (text: string, typed: string): boolean => bare(text).includes(bare(typed));

/** One of many: typed, and found without diacritics, too. */
export function Search({ label, hint, fault, choices, value, onChange, isDisabled = false }: Props) {
  return (
    <ComboBox
      className={css.field}
      isInvalid={fault !== undefined}
      isDisabled={isDisabled}
      defaultFilter={contains}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      menuTrigger="focus"
    >
      <FieldWords label={label} hint={hint} fault={fault}>
        <div className={css.picker}>
          <Input className={css.input} onFocus={({ target }) => target.select()} />
          <Button className={css.button}>
            <span aria-hidden="true">▾</span>
          </Button>
        </div>
      </FieldWords>
      <Popover className={css.popover}>
        <Choices choices={choices} />
      </Popover>
    </ComboBox>
  );
}
