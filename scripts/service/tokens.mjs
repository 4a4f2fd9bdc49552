import { createHmac, randomBytes } from 'node:crypto';

const LIFETIME_S = 24 * 3600;

/** Settings of a service whose callers sign in; ignored by one without. */
export const TOKEN_SETTINGS = {
  JWT_SECRET: randomBytes(32).toString('hex'),
  JWT_ISSUER: 'https://issuer.test',
  JWT_AUDIENCE: 'perennial-test',
};

/**
 * A bearer token that a service with these settings accepts.
 *
 * @param {string} subject
 * @param {{ iss?: string, aud?: string }} [audience] whose service it is for, where services ask for that
 */
export function signToken(
  subject,
  audience = {
    iss: TOKEN_SETTINGS.JWT_ISSUER,
    aud: TOKEN_SETTINGS.JWT_AUDIENCE,
  },
) {
  const encode = value =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  const body = encode({
    sub: subject,
    ...audience,
    iat: now,
    exp: now + LIFETIME_S,
  });
  const signature = createHmac('sha256', TOKEN_SETTINGS.JWT_SECRET)
    .update(`${head}.${body}`)
    .digest('base64url');
  return `${head}.${body}.${signature}`;
}
