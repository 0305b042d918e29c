import { IconTrash } from '@tabler/icons-react';
import { type ReactElement, useId } from 'react';
import { Button, IconButton } from '../../../ui/button/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog/dialog.tsx';
import { formatInstant, relativeTime } from '../../../ui/language/figures.ts';
import { translate } from '../../../ui/language/translate.ts';
import type { KeptToken } from './kept-token.ts';
import type { HistoryState } from './use-history.ts';
import { words } from './words.ts';
import './history.css';

interface HistoryDialogProps {
  readonly history: HistoryState;
  readonly onOpen: (token: string) => void;
  readonly onClose: () => void;
}

interface RowProps {
  readonly entry: KeptToken;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function Row({ entry, onOpen, onRemove }: RowProps): ReactElement {
  const kind = translate(entry.kind);
  const about = [entry.subject, entry.issuer].filter((name) => name !== undefined).join(' · ');
  return (
    <li className="history-row">
      <button type="button" className="history-open" onClick={onOpen}>
        <span className="history-kind">{kind}</span>
        <span className="history-about">{about === '' ? words.nameless : about}</span>
        <time
          className="history-time"
          dateTime={new Date(entry.at).toISOString()}
          title={formatInstant(entry.at)}
        >
          {relativeTime(entry.at, Date.now())}
        </time>
      </button>
      <IconButton label={words.remove(kind)} icon={IconTrash} onClick={onRemove} />
    </li>
  );
}

function Tokens({ history, onOpen }: Omit<HistoryDialogProps, 'onClose'>): ReactElement {
  const { tokens } = history;
  if (!tokens) return <p className="history-empty">{words.off}</p>;
  if (tokens.length === 0) return <p className="history-empty">{words.empty}</p>;
  return (
    <ul className="history-rows" aria-label={words.title}>
      {tokens.map((entry) => (
        <Row
          key={entry.token}
          entry={entry}
          onOpen={() => onOpen(entry.token)}
          onRemove={() => history.remove(entry.token)}
        />
      ))}
    </ul>
  );
}

/** The tokens that were looked at, and whether they are kept at all. */
export function HistoryDialog({ history, onOpen, onClose }: HistoryDialogProps): ReactElement {
  const noteId = useId();
  const { tokens } = history;
  return (
    <Dialog title={words.title} className="history" onClose={onClose}>
      {(close) => (
        <>
          <label className="history-switch">
            <input
              type="checkbox"
              checked={tokens !== undefined}
              aria-describedby={noteId}
              onChange={({ target }) => history.setOn(target.checked)}
            />
            <span>{words.keep}</span>
          </label>
          <p className="history-note" id={noteId}>
            {words.note} {tokens && words.offDeletes(tokens.length)}
          </p>
          <Tokens
            history={history}
            onOpen={(token) => {
              close();
              onOpen(token);
            }}
          />
          <DialogActions>
            {tokens && tokens.length > 0 && <Button onClick={history.clear}>{words.clear}</Button>}
            <Button weight="primary" onClick={close}>
              {words.close}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
