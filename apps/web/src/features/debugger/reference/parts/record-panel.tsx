import type { Reference } from '@signet/contracts';
import type { ReactElement } from 'react';
import { ExplanationView } from '../../../../parts/explanation/explanation-view.tsx';
import { explainHere, speakRefusal } from '../../../../parts/explanation/model/speak-refusal.ts';
import { addressOf } from '../../../../parts/session/ask-signet.ts';
import { SignInDialog } from '../../../../parts/session/sign-in-dialog.tsx';
import type { Session } from '../../../../parts/session/use-session.ts';
import { Button } from '../../../../ui/button/button.tsx';
import { Panel } from '../../../../ui/panel/panel.tsx';
import { recordAddress } from '../model/fetch-record.ts';
import type { RecordReading, RecordState } from '../use-record.ts';
import { words } from '../words.ts';

interface RecordPanelProps {
  readonly reference: Reference;
  readonly session: Session;
  readonly reading: RecordReading;
}

function Ask({ reading, reference, session }: RecordPanelProps): ReactElement {
  const { origin } = location;
  const { kind } = reading.state;
  return (
    <div className="refusal-said">
      <p>{words.record.empty}</p>
      <p className="refusal-requests">
        {session.isOpen
          ? words.record.asksAgain(recordAddress(origin, reference))
          : words.record.asks(addressOf(origin, 'readDiscovery'))}
      </p>
      <div>
        <Button weight="primary" disabled={kind === 'looking' || kind === 'reading'} onClick={reading.begin}>
          {words.record.read}
        </Button>
      </div>
      <p className="refusal-quiet" role="status">
        {kind === 'looking' && words.record.looking}
        {kind === 'reading' && words.record.reading}
      </p>
    </div>
  );
}

/** Why there is no record to show, and what to do. */
function Fault({
  state,
  reference,
}: {
  readonly state: RecordState;
  readonly reference: Reference;
}): ReactElement | null {
  switch (state.kind) {
    case 'nobody':
      return (
        <div className="refusal-note" role="alert">
          <p>{words.record.nobody(location.origin)}</p>
          <p>{words.record.nobodyFix(reference)}</p>
        </div>
      );
    case 'elsewhere':
      return (
        <p className="refusal-note" role="alert">
          {words.record.elsewhere(state.issuer)}
        </p>
      );
    case 'refused': {
      const { sentence, fix } = speakRefusal(state.refusal);
      return (
        <div className="refusal-note" role="alert">
          <p>{sentence ?? words.record.notRead}</p>
          <p>{fix}</p>
        </div>
      );
    }
    default:
      return null;
  }
}

/** The record of one request, once an administrator has asked for it. */
export function RecordPanel({ reference, session, reading }: RecordPanelProps): ReactElement {
  const { state } = reading;
  const signOut = session.isOpen && <Button onClick={session.end}>{words.record.signOut}</Button>;
  return (
    <Panel title={words.record.title} actions={signOut}>
      {session.isOpen && <p className="refusal-note">{words.record.signedIn}</p>}
      <Fault state={state} reference={reference} />
      {state.kind === 'read' ? (
        <ExplanationView explanation={explainHere(state.record)} />
      ) : (
        <Ask reading={reading} reference={reference} session={session} />
      )}
      {state.kind === 'sign-in' && (
        <SignInDialog
          title={words.signIn.title}
          note={words.signIn.note}
          action={words.signIn.submit}
          asks={recordAddress(location.origin, reference)}
          state={state}
          onSignIn={reading.signIn}
          onCancel={reading.cancel}
        />
      )}
    </Panel>
  );
}
