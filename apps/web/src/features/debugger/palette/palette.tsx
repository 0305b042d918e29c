import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { words } from './words.ts';
import './palette.css';

/** Something that can be done by its name. */
export interface Command {
  readonly name: string;
  /** What it belongs to; found by as well. */
  readonly group?: string;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly run: () => void;
}

interface PaletteProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** By how many commands a key moves. */
const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function matches({ name, group = '' }: Command, filter: string): boolean {
  return `${group} ${name}`.toLowerCase().includes(filter.trim().toLowerCase());
}

/** Every command by name: typing filters, arrows choose, Enter runs, Escape closes. */
export function Palette({ commands, onClose }: PaletteProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const found = commands.filter((command) => matches(command, filter));
  const run = (command: Command | undefined): void => {
    if (!command) return;
    dialog.current?.close();
    command.run();
  };
  const press = (event: KeyboardEvent): void => {
    const by = moves[event.key];
    if (event.key === 'Enter') run(found[active]);
    if (by !== undefined && found.length > 0) setActive((active + by + found.length) % found.length);
    if (by !== undefined || event.key === 'Enter') event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={words.title} onClose={onClose}>
      <input
        className="palette-filter"
        type="search"
        role="combobox"
        aria-label={words.filter}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={words.filter}
        value={filter}
        onKeyDown={press}
        onChange={({ target }) => {
          setFilter(target.value);
          setActive(0);
        }}
      />
      <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label={words.title}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the field above, which keeps the focus.
          <div
            key={`${command.group ?? ''}:${command.name}`}
            id={`${id}-${index}`}
            className="palette-command"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => run(command)}
          >
            <span>{command.name}</span>
            <span className="palette-group">{command.group}</span>
            {command.keys && <kbd className="palette-kbd">{command.keys}</kbd>}
          </div>
        ))}
      </div>
      <p className="palette-keys">{found.length === 0 ? words.none : words.keys}</p>
    </dialog>
  );
}
