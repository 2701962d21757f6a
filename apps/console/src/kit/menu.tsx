import type { ReactNode } from 'react';
import { Menu as Plain, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from './button';
import css from './kit.module.css';

interface Props {
  label: ReactNode;
  items: readonly { id: string; name: string; isDisabled?: boolean }[];
  onAction: (id: string) => void;
}

/** A button with a few things to do. */
export function Menu({ label, items, onAction }: Props) {
  return (
    <MenuTrigger>
      <Button>
        {label}
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={css.popover}>
        <Plain className={css.list} onAction={(key) => onAction(String(key))}>
          {items.map(({ id, name, isDisabled = false }) => (
            <MenuItem key={id} id={id} isDisabled={isDisabled} className={css.item}>
              {name}
            </MenuItem>
          ))}
        </Plain>
      </Popover>
    </MenuTrigger>
  );
}
