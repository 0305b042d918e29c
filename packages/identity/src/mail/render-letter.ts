import type { MailLanguage } from '@signet/contracts';
import type { Mail } from '../ports/index.ts';
import type { Paragraph, ReadLetter } from './read-letter.ts';

export type LetterValues = Readonly<Record<string, string>>;

/** The letter with its values, as text and as HTML. What is in a value is text in both, whatever it looks like. */
export function renderLetter(
  { subject, paragraphs }: ReadLetter,
  values: LetterValues,
  language: MailLanguage,
): Pick<Mail, 'subject' | 'text' | 'html'> {
  const line = oneLine(fill(subject, values));
  const text = paragraphs.map((paragraph) => asText(paragraph, values)).join('\n\n');
  const body = paragraphs.map((paragraph) => asHtml(paragraph, values)).join('\n');
  return { subject: line, text: `${text}\n`, html: page(line, body, language) };
}

function fill(text: string, values: LetterValues, as: (value: string) => string = (value) => value): string {
  return text.replace(/\{\{(\w{1,40})\}\}/g, (_, name: string) => as(values[name] ?? ''));
}

function oneLine(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').trim();
}

function asText(paragraph: Paragraph, values: LetterValues): string {
  switch (paragraph.kind) {
    case 'text':
      return fill(paragraph.text, values);
    case 'link':
      return `${fill(paragraph.words, values)}:\n${values['link'] ?? ''}`;
    case 'code':
      return `    ${values['code'] ?? ''}`;
  }
}

function asHtml(paragraph: Paragraph, values: LetterValues): string {
  switch (paragraph.kind) {
    case 'text':
      return `<p style="${textStyle}">${fill(escapeHtml(paragraph.text), values, escapeHtml).replaceAll('\n', '<br>')}</p>`;
    case 'link': {
      const link = escapeHtml(values['link'] ?? '');
      const words = fill(escapeHtml(paragraph.words), values, escapeHtml);
      return `<p style="${textStyle}"><a href="${link}" style="${buttonStyle}">${words}</a></p>
<p style="${smallStyle}">${link}</p>`;
    }
    case 'code':
      return `<p style="${codeStyle}">${escapeHtml(values['code'] ?? '')}</p>`;
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',sans-serif";
const textStyle = `margin:0 0 16px;font-size:16px;line-height:1.5;${font}`;
const smallStyle = `margin:0 0 16px;font-size:12px;line-height:1.5;word-break:break-all;opacity:.7;${font}`;
const codeStyle =
  'margin:0 0 16px;font:600 28px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px';
const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1f2937;color:#fff;text-decoration:none;font-weight:600';

/** Nothing in it is fetched from anywhere, so that opening it tells nobody anything. */
function page(subject: string, body: string, language: MailLanguage): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:32px 16px">
<div style="max-width:560px;margin:0 auto">
${body}
</div>
</body>
</html>
`;
}
