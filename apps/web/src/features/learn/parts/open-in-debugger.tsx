import { IconArrowRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { debuggerLink } from '../model/debugger-link.ts';
import { words } from '../words/words.ts';
import './open-in-debugger.css';

interface OpenInDebuggerProps {
  readonly token: string;
  /** Never a secret or a private key: it becomes part of an address. */
  readonly publicKey?: string | undefined;
}

/** The end of every chapter: its token, in the debugger. */
export function OpenInDebugger({ token, publicKey }: OpenInDebuggerProps): ReactElement {
  const { title, text, action, withKey, noKey } = words.open;
  return (
    <section className="open-in-debugger" aria-labelledby="your-turn">
      <div>
        <h2 id="your-turn" className="lesson-heading">
          {title}
        </h2>
        <p>{`${text} ${publicKey === undefined ? noKey : withKey}`}</p>
      </div>
      <a className="link-primary" href={debuggerLink(token, publicKey)}>
        {action}
        <IconArrowRight size={16} stroke={2} aria-hidden />
      </a>
    </section>
  );
}
