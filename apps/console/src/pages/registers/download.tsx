import { useMutation } from '@tanstack/react-query';
import { save } from '../../charts/download';
import { usePageWords } from '../../app/settings';
import { Button } from '../../kit/button';
import { TroubleNotice } from '../../kit/notice';
import type { ListQuery } from './entries';
import { readCsv } from './listing';
import { useNames } from './names/naming';
import type { Shape } from './shape';
import { words as both } from './words';

/** Gives the whole filtered list as a file. No link: a browser would ask for it as nobody. */
export function Download({ shape, query }: { shape: Shape; query: ListQuery }) {
  const words = usePageWords(both);
  const names = useNames();
  const download = useMutation({
    mutationFn: async () =>
      save(await readCsv(shape, query), 'text/csv', `${names.register(shape.register)}.csv`),
  });
  return (
    <>
      <Button onPress={() => !download.isPending && download.mutate()}>{words.csv}</Button>
      {download.error && <TroubleNotice error={download.error} />}
    </>
  );
}
