import { useSettings, useWords } from '../app/settings';
import { Menu } from '../kit/menu';
import css from './chart.module.css';
import { writeCsv, type FileTable } from './csv';
import { pngOf, save, svgOf } from './download';

interface Props {
  /** What it shows; the files are called so. */
  title: string;
  table: () => FileTable;
  /** The drawing as it stands on the page; where there is none only the table can be taken away. */
  picture?: () => SVGSVGElement | null;
}

/** What is shown, to take away. */
export function Downloads({ title, table, picture }: Props) {
  const words = useWords();
  const { language } = useSettings();
  const download = async (kind: string) => {
    if (kind === 'csv') {
      save(writeCsv(table(), language), 'text/csv;charset=utf-8', `${title}.csv`);
      return;
    }
    const drawn = picture?.();
    if (!drawn) return;
    if (kind === 'svg') save(await svgOf(drawn, title), 'image/svg+xml', `${title}.svg`);
    else save(await pngOf(drawn, title), 'image/png', `${title}.png`);
  };
  return (
    <div className={css.download}>
      <Menu
        label={words.download}
        items={[
          { id: 'csv', name: 'CSV' },
          { id: 'svg', name: 'SVG', isDisabled: !picture },
          { id: 'png', name: 'PNG', isDisabled: !picture },
        ]}
        onAction={(kind) => void download(kind)}
      />
    </div>
  );
}
