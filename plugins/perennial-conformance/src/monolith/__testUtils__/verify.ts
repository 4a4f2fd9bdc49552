import { createHmac } from 'node:crypto';
import type { ServiceRequest } from '../../__testUtils__/types';
import { Refusal } from './answers';

/** Tells who a token was made for. */
export function tokenVerifier(secret: string) {
  return ({ headers }: ServiceRequest): { id: string; admin: boolean } => {
    const [scheme, token = ''] = (headers.authorization ?? '').split(' ');
    const [head = '', body = '', signature = ''] = token.split('.');
    const expected = createHmac('sha256', secret)
      .update(`${head}.${body}`)
      .digest('base64url');
    const claims = decoded(body);
    const isSound =
      scheme === 'Bearer' &&
      decoded(head)?.alg === 'HS256' &&
      signature === expected &&
      Number(claims?.exp) * 1000 > Date.now() &&
      Boolean(claims?.sub) &&
      ['user', 'admin', undefined].includes(claims?.role);
    if (!claims || !isSound) {
      throw new Refusal(401, { 'www-authenticate': 'Bearer' });
    }
    return { id: String(claims.sub), admin: claims.role === 'admin' };
  };
}

function decoded(part: string): Record<string, string> | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
