import { type ReactElement, useEffect, useRef } from 'react';
import { translate } from '../../../../ui/language/translate.ts';
import { words } from '../words.ts';
import { type FormPart, meaningOf } from './field.ts';

interface MemberOptionsProps {
  readonly id: string;
  readonly part: FormPart;
  readonly names: readonly string[];
  readonly active: number;
  readonly onPick: (name: string) => void;
}

/** The names to choose from, each with its meaning. The focus stays in the field that they belong to. */
export function MemberOptions({ id, part, names, active, onPick }: MemberOptionsProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      className="form-options"
      role="listbox"
      tabIndex={-1}
      aria-label={words.form.add[part]}
      hidden={names.length === 0}
    >
      {names.map((name, index) => (
        <div
          key={name}
          id={`${id}-${index}`}
          className="form-option"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(name);
          }}
        >
          <code>{name}</code>
          <span>{translate(meaningOf(part, name)?.meaning)}</span>
        </div>
      ))}
    </div>
  );
}
