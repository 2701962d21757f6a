import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as Plain } from 'react-aria-components';
import css from './kit.module.css';

interface Props {
  label: string;
  tabs: readonly { id: string; name: string; content: ReactNode }[];
  /** Where the tab stands in the address; without it the tabs keep it. */
  selected?: string;
  onSelect?: (id: string) => void;
}

export function Tabs({ label, tabs, selected, onSelect }: Props) {
  return (
    <Plain
      {...(selected !== undefined && { selectedKey: selected })}
      {...(onSelect && { onSelectionChange: (key) => onSelect(String(key)) })}
    >
      <TabList className={css.tablist} aria-label={label}>
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id} className={css.tab}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={css.panel}>
          {content}
        </TabPanel>
      ))}
    </Plain>
  );
}
