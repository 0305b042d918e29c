import { connect } from 'node:net';

/** What came back, as far as it bears on the verdict. */
export interface RawAnswer {
  /** Undefined where nothing came that is an answer. */
  readonly status: number | undefined;
  /** Of a refusal. */
  readonly code: string | undefined;
}

const longestAnswer = 65_536;
/** Milliseconds of silence after which nothing more is expected. */
const patience = 5000;

/** Sends bytes as they are to a port of this machine, and reads until the other side closes: no HTTP client would send these. */
export function sendRaw(port: number, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('latin1');
    socket.setTimeout(patience, () => socket.destroy());
    socket.on('data', (piece: string) => {
      text += piece;
      if (text.length > longestAnswer) socket.destroy();
    });
    // A connection that breaks is closed next; what came before is the answer, and none is told as none.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(readAnswer(text)));
    socket.write(bytes, 'latin1');
  });
}

export function readAnswer(text: string): RawAnswer {
  const status = /^HTTP\/1\.[01] (\d{3})[ \r]/.exec(text)?.[1];
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  return {
    status: status === undefined ? undefined : Number(status),
    code: /"code":"([a-z_]{1,64})"/.exec(body)?.[1],
  };
}
