import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { words } from './words.ts';
import './palette.css';

/** Something that can be done by its name. */
export interface Command {
  readonly name: string;
  readonly run: () => void;
}

interface PaletteProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Every command by name: typing filters, Enter runs the first, Escape closes. */
export function Palette({ commands, onClose }: PaletteProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [filter, setFilter] = useState('');
  const listId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const found = commands.filter(({ name }) => name.toLowerCase().includes(filter.trim().toLowerCase()));
  const run = (command: Command | undefined): void => {
    if (!command) return;
    dialog.current?.close();
    command.run();
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={words.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(found[0]);
        }}
      >
        <input
          className="palette-filter"
          type="search"
          aria-label={words.filter}
          aria-controls={listId}
          placeholder={words.filter}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
      </form>
      <ul id={listId} className="palette-list" aria-label={words.title}>
        {found.map((command) => (
          <li key={command.name}>
            <Button className="palette-command" onClick={() => run(command)}>
              {command.name}
            </Button>
          </li>
        ))}
      </ul>
      <p className="palette-keys">{found.length === 0 ? words.none : words.keys}</p>
    </dialog>
  );
}
