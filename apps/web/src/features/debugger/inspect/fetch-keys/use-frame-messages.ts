import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type FrameMessage, readFrameMessage } from './model/frame-message.ts';

/** Listens to one frame, which is sandboxed and so has no origin. What any other window says is left unread. */
export function useFrameMessages(
  frame: RefObject<HTMLIFrameElement | null>,
  onMessage: (message: FrameMessage) => void,
): void {
  const take = useEffectEvent(onMessage);
  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent<unknown>): void => {
      const own = frame.current?.contentWindow;
      if (!own || source !== own || origin !== 'null') return;
      const message = readFrameMessage(data);
      if (message) take(message);
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [frame]);
}
