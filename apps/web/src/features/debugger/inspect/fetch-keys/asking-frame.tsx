import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useAsks } from '../../../../ui/asking/asking.ts';
import { currentLanguage } from '../../../../ui/language/current-language.ts';
import { writeWish } from './frame/wish.ts';
import type { FrameMessage } from './model/frame-message.ts';
import { useFrameMessages } from './use-frame-messages.ts';
import { words } from './words.ts';

export type FetchedKeys = Omit<Extract<FrameMessage, { kind: 'signet-frame:keys' }>, 'kind'>;

interface AskingFrameProps {
  readonly address: string;
  readonly named: 'typed' | 'iss' | 'jku';
  readonly onKeys: (keys: FetchedKeys) => void;
}

/** Milliseconds after which a document of our own that says nothing is taken for one that was not opened. */
const patience = 5000;

function schemeOfPage(): 'light' | 'dark' {
  return document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'dark' : 'light';
}

/**
 * The document that asks, in a sandbox: only there is any other server within reach, and only there can the request
 * be agreed to. This page cannot press its button, and gives it an address, never the token or a key.
 */
export function AskingFrame({ address, named, onKeys }: AskingFrameProps): ReactElement {
  useAsks(true);
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(160);
  const [state, setState] = useState<'opening' | 'ready' | 'not-ready'>('opening');
  const [source] = useState(
    () =>
      `./fetch-keys/index.html${writeWish({ address, named, scheme: schemeOfPage(), language: currentLanguage() })}`,
  );
  useFrameMessages(frame, (message) => {
    if (message.kind === 'signet-frame:ready') setState('ready');
    else if (message.kind === 'signet-frame:height') setHeight(message.height);
    else onKeys(message);
  });
  useEffect(() => {
    if (state !== 'opening') return undefined;
    const timer = setTimeout(() => setState('not-ready'), patience);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <>
      {state === 'not-ready' && (
        <div className="fetch-keys-blocked">
          <p>{words.notReady}</p>
          <code>curl -sS '{address.replaceAll("'", '%27')}'</code>
        </div>
      )}
      <iframe
        ref={frame}
        className="fetch-keys-frame"
        title={words.frame}
        src={source}
        sandbox="allow-scripts"
        referrerPolicy="no-referrer"
        hidden={state === 'not-ready'}
        style={{ height }}
      />
    </>
  );
}
