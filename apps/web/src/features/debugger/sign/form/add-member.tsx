import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactElement, type Ref, useId, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { translate } from '../../../../ui/language/translate.ts';
import { words } from '../words.ts';
import { type FormPart, registryOf } from './field.ts';
import { MemberOptions } from './member-options.tsx';

interface AddMemberProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly part: FormPart;
  readonly taken: readonly string[];
  readonly onAdd: (name: string) => void;
}

/** Names with a registered meaning that are not there yet, those that begin as typed first. */
function namesFor(part: FormPart, taken: readonly string[], typed: string): readonly string[] {
  const sought = typed.trim().toLowerCase();
  const free = Object.entries(registryOf(part)).filter(([name]) => !taken.includes(name));
  const begins = free.filter(([name]) => name.startsWith(sought));
  const mentions = free.filter(
    ([name, { meaning }]) =>
      !name.startsWith(sought) && `${name} ${translate(meaning)}`.toLowerCase().includes(sought),
  );
  return [...begins, ...mentions].map(([name]) => name);
}

/** Picks a registered member by name or meaning, or takes any other name. */
export function AddMember({ ref, part, taken, onAdd }: AddMemberProps): ReactElement {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const id = useId();
  const names = namesFor(part, taken, typed);
  const add = (name: string): void => {
    setTyped('');
    setOpen(false);
    setActive(-1);
    if (name !== '') onAdd(name);
  };
  const move = (by: 1 | -1): void => {
    setOpen(true);
    setActive((current) => (names.length === 0 ? -1 : (current + by + names.length) % names.length));
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => setOpen(false),
    Enter: () => add((open && names[active]) || typed.trim()),
  };
  const press = (event: KeyboardEvent): void => {
    const run = keys[event.key];
    if (!run || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  };
  return (
    <div className="form-add">
      <div className="form-add-row">
        <input
          ref={ref}
          className="field"
          role="combobox"
          aria-label={words.form.add[part]}
          aria-autocomplete="list"
          aria-expanded={open && names.length > 0}
          aria-controls={`${id}-list`}
          {...(open && active >= 0 && { 'aria-activedescendant': `${id}-${active}` })}
          placeholder={words.form.addPlaceholder[part]}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(-1);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
        <Button className="draft-chip" disabled={typed.trim() === ''} onClick={() => add(typed.trim())}>
          <IconPlus size={14} stroke={1.75} aria-hidden />
          {words.form.addButton}
        </Button>
      </div>
      <MemberOptions id={id} part={part} names={open ? names : []} active={active} onPick={add} />
    </div>
  );
}
