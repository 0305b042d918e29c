import { describe, expect, it } from 'vitest';
import { formType, readForm, writeForm } from './form.ts';

const type = 'multipart/form-data; boundary=cut';
const field = (name: string, value: string, more = '') =>
  `--cut\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const whole = (...fields: readonly string[]) => Buffer.from(`${fields.join('')}--cut--\r\n`);

describe('readForm', () => {
  it('reads fields and files, one without content too', () => {
    const file =
      '--cut\r\nContent-Disposition: form-data; name="file"; filename="a é.wav"\r\nContent-Type: audio/wav\r\n\r\nRIFF\r\n\r\n-cut\r\n';
    const form = readForm(whole(field('model', 'mine'), field('prompt', ''), file), type);
    expect(form?.parts.map(({ content, ...rest }) => ({ ...rest, content: content.toString() }))).toEqual([
      { name: 'model', content: 'mine' },
      { name: 'prompt', content: '' },
      { name: 'file', filename: 'a é.wav', type: 'audio/wav', content: 'RIFF\r\n\r\n-cut' },
    ]);
  });

  it('takes what clients send: a fetch of Node', async () => {
    const sent = new FormData();
    sent.set('model', 'mine');
    sent.set('file', new File(['RIFF'], 'a.wav', { type: 'audio/wav' }));
    const request = new Request('http://a.example', { method: 'POST', body: sent });
    const bytes = Buffer.from(await request.arrayBuffer());
    const form = readForm(bytes, request.headers.get('content-type') ?? '');
    expect(form?.parts.map(({ name }) => name)).toEqual(['model', 'file']);
  });

  it.each<[string, Buffer, string?]>([
    ['text before its first field', Buffer.concat([Buffer.from('x\r\n'), whole(field('model', 'mine'))])],
    ['text behind its end', Buffer.concat([whole(field('model', 'mine')), Buffer.from('--cut\r\n')])],
    ['no end', Buffer.from(field('model', 'mine'))],
    ['no field', Buffer.from('--cut--\r\n')],
    [
      'ends of lines of another kind',
      Buffer.from(whole(field('model', 'mine')).toString().replaceAll('\r\n', '\n')),
    ],
    ['a name in two words', whole(field('model', 'mine', "; name*=UTF-8''other"))],
    ['a name that is escaped', whole(field('mo\\"del', 'mine'))],
    ['a head that goes on', whole(field('model', 'mine', ';\r\n filename="a"'))],
    ['two heads', whole(field('model', 'mine', '\r\nContent-Disposition: form-data; name="other"'))],
    ['a head that is unknown', whole(field('model', 'mine', '\r\nContent-Transfer-Encoding: base64'))],
    ['another boundary', whole(field('model', 'mine')), 'multipart/form-data; boundary=other'],
    ['two boundaries', whole(field('model', 'mine')), 'multipart/form-data; boundary=cut; boundary=other'],
    ['another type', whole(field('model', 'mine')), 'multipart/mixed; boundary=cut'],
    ['too many fields', whole(...Array.from({ length: 65 }, (_, at) => field(`f${at}`, 'x')))],
  ])('takes none that has %s', (_, bytes, said = type) => {
    expect(readForm(bytes, said)).toBeUndefined();
  });
});

it('writes the same fields once more', () => {
  const form = readForm(whole(field('model', 'mine'), field('n', '1')), type);
  if (form === undefined) throw new Error('It is a form');
  expect(readForm(writeForm(form), formType(form))).toEqual(form);
});
