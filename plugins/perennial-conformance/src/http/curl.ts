import type { Exchange } from './types';

const BODY_CHARACTERS = 2000;

/** The request as a line for a shell; secrets are left out. */
export function curlLine(exchange: Exchange): string {
  const { request, url } = exchange;
  const parts = ['curl', '-i', '-X', request.method, quoted(url)];
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      const shown = name === 'Authorization' ? `Bearer $TOKEN` : one;
      parts.push(
        '-H',
        name === 'Authorization'
          ? `"${name}: ${shown}"`
          : quoted(`${name}: ${shown}`),
      );
    }
  }
  if (request.chunked) {
    parts.push('-H', quoted('Transfer-Encoding: chunked'));
  }
  if (request.body !== undefined) {
    parts.push('--data-binary', bodyText(request.body));
  }
  return parts.join(' ');
}

function bodyText(body: string | Buffer): string {
  if (body.length > BODY_CHARACTERS) {
    return `"$(head -c ${body.length} /dev/zero | tr '\\0' ' ')" # ${
      body.length
    } characters, beginning ${quoted(body.toString().slice(0, 80))}`;
  }
  if (typeof body === 'string') {
    return quoted(body);
  }
  const text = body.toString('utf8');
  if (Buffer.from(text).equals(body)) {
    return quoted(text);
  }
  // Bytes that are no UTF-8 survive only as escapes.
  const escaped = [...body]
    .map(byte =>
      byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
  return `$'${escaped}'`;
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
