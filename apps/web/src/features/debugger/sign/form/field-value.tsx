import { readJson } from '@signet/token/json';
import type { ReactElement } from 'react';
import { translate } from '../../../../ui/language/translate.ts';
import { setMember } from '../model/edit-json.ts';
import { indent, outdent } from '../model/indent.ts';
import { words } from '../words.ts';
import { CheckedField } from './checked-field.tsx';
import { isNumber } from './convert.ts';
import type { FieldValueProps } from './field.ts';
import { ListField } from './list-field.tsx';
import { TimeField } from './time-field.tsx';

/** The value in the field that fits its kind. */
export function FieldValue(props: FieldValueProps): ReactElement {
  const { field, nameId, text, onText } = props;
  const { name, kind, node, source } = field;
  const write = (json: string): void => onText(setMember(text, name, json));
  switch (kind) {
    case 'text':
      return (
        <textarea
          className="field form-text"
          rows={1}
          aria-labelledby={nameId}
          spellCheck={false}
          value={node.kind === 'string' ? node.value : ''}
          onChange={({ target }) => write(JSON.stringify(target.value))}
        />
      );
    case 'number':
      return (
        <CheckedField nameId={nameId} value={source} fault={faultOfNumber} onValue={write} lines="one" />
      );
    case 'json':
      return (
        <CheckedField
          nameId={nameId}
          value={outdent(source)}
          fault={faultOfJson}
          onValue={(json) => write(indent(json))}
          lines="many"
        />
      );
    case 'boolean':
      return (
        <label className="form-switch">
          <input
            type="checkbox"
            aria-labelledby={nameId}
            checked={source === 'true'}
            onChange={({ target }) => write(String(target.checked))}
          />
          <code>{source}</code>
        </label>
      );
    case 'time':
      return <TimeField nameId={nameId} name={name} digits={source} onDigits={write} />;
    case 'list':
      return <ListField {...props} />;
  }
}

function faultOfNumber(text: string): string | undefined {
  return isNumber(text) ? undefined : words.form.noNumber;
}

function faultOfJson(text: string): string | undefined {
  const reading = readJson(text);
  if (reading.kind === 'not-json') return words.form.noJson(translate(reading.problem.sentence));
  const [duplicate] = reading.duplicates;
  return duplicate && words.form.twice(duplicate.name);
}
