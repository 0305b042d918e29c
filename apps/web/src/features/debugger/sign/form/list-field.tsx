import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactElement, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button, IconButton } from '../../../../ui/button/button.tsx';
import { removeItem, setItem } from '../model/edit-json.ts';
import { words } from '../words.ts';
import type { FieldValueProps } from './field.ts';

/** A list of texts, one field each. */
export function ListField({ field, nameId, text, onText }: FieldValueProps): ReactElement {
  const { name, node } = field;
  const list = useRef<HTMLUListElement>(null);
  const items = node.kind === 'array' ? node.items : [];
  const focus = (index: number): void =>
    [...(list.current?.querySelectorAll('textarea') ?? [])].at(index)?.focus();
  const add = (): void => {
    flushSync(() => onText(setItem(text, name, items.length, '""')));
    focus(-1);
  };
  const remove = (index: number): void => {
    flushSync(() => onText(removeItem(text, name, index)));
    focus(Math.max(0, index - 1));
  };
  return (
    <>
      <ul className="form-list" ref={list} aria-labelledby={nameId}>
        {items.map((item, index) => {
          const place = `${name} ${index + 1}`; // Values may repeat; items are never reordered.
          return (
            <li key={place} className="form-item">
              <textarea
                className="field form-text"
                rows={1}
                aria-label={place}
                spellCheck={false}
                value={item.kind === 'string' ? item.value : ''}
                onChange={({ target }) => onText(setItem(text, name, index, JSON.stringify(target.value)))}
              />
              <IconButton label={words.form.remove(place)} icon={IconX} onClick={() => remove(index)} />
            </li>
          );
        })}
      </ul>
      <Button className="draft-chip" aria-label={words.form.addItemTo(name)} onClick={add}>
        <IconPlus size={14} stroke={1.75} aria-hidden />
        {words.form.addItem}
      </Button>
    </>
  );
}
