import { createHmac } from 'node:crypto';
import { isObject } from '../runner/expect';
import type { Caller } from './ReferenceStore';

/** Verifies HS256 tokens with a pinned issuer and audience. */
export function tokenVerifier(options: {
  secret: string;
  issuer: string;
  audience: string;
}): (authorization: string | undefined) => Caller | undefined {
  return authorization => {
    const match = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(
      authorization ?? '',
    );
    if (!match) {
      return undefined;
    }
    const [, header, payload, signature] = match;
    const expected = createHmac('sha256', options.secret)
      .update(`${header}.${payload}`)
      .digest('base64url');
    const claims = claimsOf(payload);
    const now = Date.now() / 1000;
    const sound =
      claimsOf(header).alg === 'HS256' &&
      signature === expected &&
      claims.iss === options.issuer &&
      claims.aud === options.audience &&
      Number(claims.exp) > now &&
      !(Number(claims.nbf) > now);
    return sound
      ? { subject: String(claims.sub), admin: claims.role === 'admin' }
      : undefined;
  };
}

function claimsOf(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(part, 'base64url').toString(),
    );
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
