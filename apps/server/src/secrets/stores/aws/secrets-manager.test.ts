import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, describe, expect, it } from 'vitest';
import { readBy } from '../testing/read-by.ts';
import { openStandIn } from '../testing/stand-in.ts';
import { accessKey, openStandInAws, type StandInAws } from '../testing/stand-in-aws.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const secret = 'correct-horse';
const holding = {
  'prod/mail@AWSCURRENT': { SecretString: secret },
  'prod/mail@AWSPREVIOUS': { SecretString: 'older' },
  'prod/many@AWSCURRENT': { SecretString: JSON.stringify({ password: secret, port: 5 }) },
  'prod/bytes@AWSCURRENT': { SecretBinary: 'Y29ycmVjdA==' },
};
const region = 'eu-central-1';
const keys = { AWS_ACCESS_KEY_ID: accessKey.id, AWS_SECRET_ACCESS_KEY: accessKey.secret };
const machine = 'http://169.254.169.254';
const at = (aws: StandInAws) => ({ aws: { region, endpoint: aws.address } });
const noMachine = { HOME: folder.path, AWS_EC2_METADATA_DISABLED: 'true' };

const refused = (reason: string) => ({
  refusal: { code: 'secret_unreadable', actual: expect.stringContaining(reason) },
});

describe('a secret in AWS Secrets Manager', () => {
  it('is its text or a member of it, of the stage that is named', async () => {
    await using aws = await openStandInAws(holding);
    const read = readBy({ secrets: at(aws), variables: keys });
    expect(await read('aws:prod/mail')).toBe(secret);
    expect(await read('aws:prod/mail?stage=AWSPREVIOUS')).toBe('older');
    expect(await read('aws:prod/many#password')).toBe(secret);
  });

  it('is found by ARN in the region that this names, and by the usual variables', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-2:123456789012:secret:prod/mail-AbCdEf';
    await using aws = await openStandInAws({ ...holding, [`${arn}@AWSCURRENT`]: { SecretString: 'by-arn' } });
    const variables = { ...keys, AWS_REGION: region };
    const there = { 'https://secretsmanager.us-east-2.amazonaws.com': aws.address };
    expect(await readBy({ variables, instead: there })(`aws:${arn}`)).toBe('by-arn');
    expect(aws.received[0]?.headers.authorization).toContain('/us-east-2/secretsmanager/');
    const endpoint = { AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.address };
    expect(await readBy({ variables: { ...variables, ...endpoint } })(`aws:${arn}`)).toBe('by-arn');
  });

  it.each([
    ['there is none', 'aws:prod/none', 'ResourceNotFoundException'],
    ['it is of bytes', 'aws:prod/bytes', 'bytes'],
    ['it is no object to take a field of', 'aws:prod/mail#password', 'no JSON object'],
    ['the field is not there', 'aws:prod/many#user', 'no field'],
    ['the field is no text', 'aws:prod/many#port', 'is no text'],
  ])('is refused where %s', async (_, reference, reason) => {
    await using aws = await openStandInAws(holding);
    const error = await readBy({ secrets: at(aws), variables: keys })(reference).catch(
      (each: unknown) => each,
    );
    expect(error).toMatchObject(refused(reason));
    expect(JSON.stringify(error)).not.toMatch(/correct-horse|the-secret-of-nobody/);
  });

  it('is refused without a region, and with a wrong key, of which nothing is told', async () => {
    await using aws = await openStandInAws(holding);
    await expect(readBy({ variables: keys })('aws:prod/mail')).rejects.toMatchObject(refused('no region'));
    const wrong = { ...keys, AWS_SECRET_ACCESS_KEY: 'wrong-secret-key' };
    const error = await readBy({ secrets: at(aws), variables: wrong })('aws:prod/mail').catch(
      (each: unknown) => each,
    );
    expect(error).toMatchObject(refused('InvalidSignatureException'));
    expect(JSON.stringify(error)).not.toContain('wrong-secret-key');
  });

  it('is asked for again where AWS throttles or fails, and then no more', async () => {
    await using aws = await openStandInAws(holding);
    const waited: number[] = [];
    const read = readBy({ secrets: at(aws), variables: keys, waited });
    aws.first.push({ status: 400, body: { __type: 'ThrottlingException' } }, { status: 500 });
    expect(await read('aws:prod/mail')).toBe(secret);
    expect(waited).toHaveLength(2);
    for (let each = 0; each < 3; each++)
      aws.first.push({ status: 400, body: { __type: 'ThrottlingException' } });
    await expect(read('aws:prod/mail')).rejects.toMatchObject(refused('ThrottlingException'));
    expect(aws.received).toHaveLength(6);
  });

  it('is asked for nowhere else', async () => {
    await using other = await openStandIn(() => ({ status: 200 }));
    await using aws = await openStandInAws(holding);
    aws.first.push(...[1, 2, 3].map(() => ({ status: 307, headers: { location: other.address } })));
    await expect(readBy({ secrets: at(aws), variables: keys })('aws:prod/mail')).rejects.toMatchObject(
      refused('redirect'),
    );
    expect(other.received).toEqual([]);
  });
});

describe('credentials for AWS', () => {
  const session = { AccessKeyId: 'ASIAEXAMPLE0', SecretAccessKey: 'of-the-role', Token: 'session/token==' };
  const takeSession = (aws: StandInAws) =>
    aws.keys.set(session.AccessKeyId, { secret: session.SecretAccessKey, session: session.Token });

  it('come from the shared file, of the profile that is named', async () => {
    await using aws = await openStandInAws(holding);
    const file = join(folder.path, 'credentials');
    const other = '[default]\naws_access_key_id = AKIDOTHER000\naws_secret_access_key = x\n';
    const own = `[team]\n# comment = no\naws_access_key_id = ${accessKey.id}\naws_secret_access_key = ${accessKey.secret}\n`;
    writeFileSync(file, `${other}${own}`, { mode: 0o600 });
    const variables = { ...noMachine, AWS_SHARED_CREDENTIALS_FILE: file, AWS_PROFILE: 'team' };
    expect(await readBy({ secrets: at(aws), variables })('aws:prod/mail')).toBe(secret);
    const unknown = readBy({ secrets: at(aws), variables: { ...variables, AWS_PROFILE: 'nobody' } });
    await expect(unknown('aws:prod/mail')).rejects.toMatchObject(refused('profile'));
    chmodSync(file, 0o644);
    await expect(readBy({ secrets: at(aws), variables })('aws:prod/mail')).rejects.toMatchObject({
      refusal: { code: 'secret_exposed' },
    });
  });

  it('come from the role of a service account, until shortly before its end', async () => {
    await using aws = await openStandInAws(holding);
    takeSession(aws);
    let time = Date.UTC(2026, 10, 29);
    await using sts = await openStandIn(({ body }) => {
      const form = new URLSearchParams(body);
      const asked = [form.get('Action'), form.get('RoleArn'), form.get('WebIdentityToken')].join();
      if (asked !== 'AssumeRoleWithWebIdentity,arn:aws:iam::1:role/signet,of-the-account')
        return { status: 400 };
      const { AccessKeyId: id, SecretAccessKey: key, Token: token } = session;
      const until = new Date(time + 3_600_000).toISOString();
      const credentials = `<AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${key}</SecretAccessKey><SessionToken>${token}</SessionToken><Expiration>${until}</Expiration>`;
      return {
        status: 200,
        body: `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>${credentials}</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
      };
    });
    writeFileSync(join(folder.path, 'web-identity'), 'of-the-account\n', { mode: 0o644 });
    const variables = {
      AWS_WEB_IDENTITY_TOKEN_FILE: join(folder.path, 'web-identity'),
      AWS_ROLE_ARN: 'arn:aws:iam::1:role/signet',
      AWS_ENDPOINT_URL_STS: sts.address,
    };
    const read = readBy({ secrets: at(aws), variables, now: () => time });
    for (const minutes of [0, 54, 2]) {
      time += minutes * 60_000;
      expect(await read('aws:prod/mail')).toBe(secret);
    }
    expect(sts.received).toHaveLength(2);
  });

  const document = () => ({
    ...session,
    Code: 'Success',
    Expiration: new Date(Date.now() + 3_600_000).toISOString(),
  });

  it('come from the task that this runs in, and from no address that is none of AWS', async () => {
    await using aws = await openStandInAws(holding);
    takeSession(aws);
    await using task = await openStandIn(({ headers }) =>
      headers.authorization === 'of-the-pod' ? { status: 200, body: document() } : { status: 403 },
    );
    const variables = { ...noMachine, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'of-the-pod' };
    const by = (more: Record<string, string>, instead = {}) =>
      readBy({ secrets: at(aws), variables: { ...variables, ...more }, instead })('aws:prod/mail');
    expect(await by({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${task.address}/v1` })).toBe(secret);
    const relative = { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/x' };
    expect(await by(relative, { 'http://169.254.170.2': task.address })).toBe(secret);
    for (const address of ['http://evil.example/', 'http://169.254.169.254/latest/', 'gopher://127.0.0.1/']) {
      await expect(by({ AWS_CONTAINER_CREDENTIALS_FULL_URI: address })).rejects.toMatchObject(
        refused('none of AWS'),
      );
    }
    const outside = { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '@evil.example/v2' };
    await expect(by(outside)).rejects.toMatchObject(refused('none of AWS'));
  });

  it('come from the machine, by a token that is asked for first', async () => {
    await using aws = await openStandInAws(holding);
    takeSession(aws);
    await using imds = await openStandIn(({ method, path, headers }) => {
      if (path === '/latest/api/token')
        return method === 'PUT' ? { status: 200, body: 'of-the-session' } : { status: 405 };
      if (headers['x-aws-ec2-metadata-token'] !== 'of-the-session') return { status: 401 };
      const role = path.split('/security-credentials/')[1];
      return role === ''
        ? { status: 200, body: 'signet-role' }
        : { status: role === 'signet-role' ? 200 : 404, body: document() };
    });
    const read = readBy({
      secrets: at(aws),
      variables: { HOME: folder.path },
      instead: { [machine]: imds.address },
    });
    expect(await read('aws:prod/mail')).toBe(secret);
    expect(imds.received.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET']);
  });

  it('are got anew, once, where they have ended before their time', async () => {
    await using aws = await openStandInAws(holding);
    const read = readBy({ secrets: at(aws), variables: keys });
    aws.first.push({ status: 400, body: { __type: 'ExpiredTokenException' } });
    expect(await read('aws:prod/mail')).toBe(secret);
  });

  it('are asked for by no machine that is told not to', async () => {
    await using aws = await openStandInAws(holding);
    const read = readBy({ secrets: at(aws), variables: noMachine });
    await expect(read('aws:prod/mail')).rejects.toMatchObject(refused('no credentials'));
  });
});
