import { AnswerNotUnderstood, createClient, RefusedByServer } from '@signet/sdk/client';

/* A program that signs in over the API of a Signet, which refuses, and of something that is none. */

const problem = {
  type: 'https://login.example/errors/credentials_invalid',
  title: 'The name or the password is wrong',
  status: 401,
  detail: 'The name or the password is wrong.',
  code: 'credentials_invalid',
  reference: 'req_mtxw19ceey2bfd6vnmvpsehxrp',
};

async function signIn(answer: Response): Promise<string> {
  const client = createClient({ issuer: 'https://login.example', fetch: async () => answer });
  try {
    const { expiresIn } = await client.login({ username: 'ada', password: 'wrong' });
    return `for ${expiresIn} s`;
  } catch (error) {
    if (error instanceof RefusedByServer) return error.code;
    if (error instanceof AnswerNotUnderstood) return `status ${error.status}`;
    throw error;
  }
}

const refused = new Response(JSON.stringify(problem), { status: 401 });
process.stdout.write(`${await signIn(refused)}, ${await signIn(new Response('no', { status: 502 }))}\n`);
