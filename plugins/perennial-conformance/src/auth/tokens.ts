import { createHmac } from 'node:crypto';
import type { ConformanceAuth, Identities } from './types';

const LIFETIME_SECONDS = 3600;

/** Claims and header of a token that is made; what is left out is sound. */
export interface TokenOptions {
  secret: string;
  issuer: string;
  audience: string;
  subject: string;
  role?: string;
  algorithm?: 'HS256' | 'HS512' | 'none';
  expiresInSeconds?: number;
  notBeforeInSeconds?: number;
}

/** A JSON Web Token, signed with a shared secret. */
export function signToken(options: TokenOptions): string {
  const { algorithm = 'HS256' } = options;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: options.subject,
    iss: options.issuer,
    aud: options.audience,
    iat: now,
    exp: now + (options.expiresInSeconds ?? LIFETIME_SECONDS),
    ...(options.notBeforeInSeconds === undefined
      ? {}
      : { nbf: now + options.notBeforeInSeconds }),
    ...(options.role === undefined
      ? {}
      : { role: options.role, roles: [options.role] }),
  };
  const content = [{ alg: algorithm, typ: 'JWT' }, claims]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${signature(content, options.secret, algorithm)}`;
}

function signature(
  content: string,
  secret: string,
  algorithm: 'HS256' | 'HS512' | 'none',
): string {
  return algorithm === 'none'
    ? ''
    : createHmac(algorithm === 'HS256' ? 'sha256' : 'sha512', secret)
        .update(content)
        .digest('base64url');
}

/** The three users of a run, from given tokens or made ones. */
export function identitiesFrom(options: {
  auth: ConformanceAuth | undefined;
  run: string;
}): Identities {
  const { auth, run } = options;
  if (!auth) {
    return { given: false, secured: false };
  }
  const made = (name: string, role?: string) =>
    auth.jwt && signToken({ ...auth.jwt, subject: `${name}-${run}`, role });
  return {
    given: true,
    secured: true,
    token: auth.token ?? made('conformance-a'),
    otherToken: auth.otherToken ?? made('conformance-b'),
    adminToken: auth.adminToken ?? made('conformance-admin', 'admin'),
    jwt: auth.jwt,
  };
}
