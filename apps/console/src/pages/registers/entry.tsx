import { InPreparation } from '../../app/fallbacks';
import { useWords } from '../../app/settings';

export default function Page() {
  const words = useWords();
  return <InPreparation title={words.registers} />;
}
