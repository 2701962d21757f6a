import { useEffect, useState, type RefObject } from 'react';

/** How wide the room is, now and after the window changed. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const room = place.current;
    if (!room) return undefined;
    const watch = new ResizeObserver(() => setWidth(room.clientWidth));
    watch.observe(room);
    return () => watch.disconnect();
  }, [place]);
  return width;
}
