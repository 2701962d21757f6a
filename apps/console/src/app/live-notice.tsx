import { useLiveEvents } from '../api/live';
import type { Words } from '../words/languages';
import { writeMoment } from '../words/periods';
import css from './layout.module.css';
import { usePageWords, useSettings } from './settings';

const vi = {
  lost: 'Mất kết nối với máy chủ; số liệu đang hiển thị là của lúc {moment}. Trang tự nối lại, không cần tải lại.',
  back: 'Đã kết nối lại; số liệu đang hiển thị là mới nhất.',
};
const en: Words<typeof vi> = {
  lost: 'The connection to the server is lost; the figures shown are those of {moment}. The page reconnects by itself, without reloading.',
  back: 'Connected again; the figures shown are the latest.',
};

/** Says quietly that what changes elsewhere does not arrive, and that it does again. */
export function LiveNotice() {
  const words = usePageWords({ vi, en });
  const { language } = useSettings();
  const { lost, isBack } = useLiveEvents();
  const text = lost ? words.lost.replace('{moment}', writeMoment(lost, language)) : words.back;
  const isShown = lost !== null || isBack;
  return (
    <div role="status" className={isShown ? css.live : undefined}>
      {isShown && <p className={css.inner}>{text}</p>}
    </div>
  );
}
