import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import {
  memo,
  type NamedExoticComponent,
  type ReactElement,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from 'react';
import { flushSync } from 'react-dom';
import { createView, extendView, renameView, replaceText } from './create-view.ts';
import { type Marking, markBy } from './marks.ts';
import './editor.css';

interface TextEditorProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** `pasted` tells text that came in one piece from elsewhere from text being typed. */
  readonly onChange: (text: string, pasted: boolean) => void;
  /** How to colour the text. Give the same for the same. */
  readonly marking?: Marking;
  /** What the editor is to do beyond the usual; it may come later. Give the same for the same. */
  readonly extension?: Extension | undefined;
  readonly className?: string;
}

const noMarks: Marking = () => [];
const noExtension: Extension = [];

/** A plain-text editor with coloured stretches. */
export const TextEditor: NamedExoticComponent<TextEditorProps> = memo(
  (props: TextEditorProps): ReactElement => {
    const { label, placeholder, value, marking = noMarks, extension = noExtension, className = '' } = props;
    const host = useRef<HTMLDivElement>(null);
    const view = useRef<EditorView>(null);
    const onChange = useEffectEvent((text: string, pasted: boolean) => {
      // What comes in one piece is shown in one frame, together with all that follows from it.
      if (pasted) flushSync(() => props.onChange(text, pasted));
      else props.onChange(text, pasted);
    });
    const atStart = useEffectEvent(() => ({ text: value, names: { label, placeholder } }));

    useLayoutEffect(() => {
      if (!host.current) return;
      const { text, names } = atStart();
      const made = createView(host.current, text, { ...names, onChange: (...a) => onChange(...a) });
      view.current = made;
      return () => made.destroy();
    }, []);

    useEffect(() => {
      if (view.current) renameView(view.current, { label, placeholder });
    }, [label, placeholder]);

    useEffect(() => {
      if (view.current) replaceText(view.current, value);
    }, [value]);

    useEffect(() => {
      if (view.current) markBy(view.current, marking);
    }, [marking]);

    useEffect(() => {
      if (view.current) extendView(view.current, extension);
    }, [extension]);

    return <div ref={host} className={`text-editor ${className}`} />;
  },
);
