import { Scanner } from './Scanner';

/** What gives SQL away that people take for PostgreSQL's, and whose it is. */
const DIALECTS: readonly [RegExp, string][] = [
  [/`|\bAUTO_INCREMENT\b|\bENGINE\s*=/i, "MySQL's SQL"],
  [/\[dbo\]|^\s*GO\s*$|\bIDENTITY\s*\(\s*1/im, "SQL Server's SQL"],
  [/\bAUTOINCREMENT\b|\bWITHOUT\s+ROWID\b/i, "SQLite's SQL"],
  [/\bVARCHAR2\b|\bNUMBER\s*\(/i, "Oracle's SQL"],
  [/\bTABLE\s+\[/i, 'the SQL of SQL Server or SQLite'],
];

/** The code of a script: neither comments nor texts nor names in quotes. */
function codeOf(script: string): string {
  const scanner = new Scanner(script);
  const pieces: string[] = [];
  let end = 0;
  for (let token = scanner.next(); token; token = scanner.next()) {
    const isOnNewLine = script.slice(end, token.start).includes('\n');
    const isCode = token.kind !== 'text' && token.kind !== 'quoted';
    if (token.start > end) pieces.push(isOnNewLine ? '\n' : ' ');
    pieces.push(isCode ? script.slice(token.start, token.end) : "''");
    end = token.end;
  }
  return pieces.join('');
}

/** What to do about a script that PostgreSQL's parser refuses. */
export function mendOf(script: string): string {
  const code = codeOf(script);
  const whose = DIALECTS.find(([sign]) => sign.test(code))?.[1];
  if (whose === undefined)
    return "Mend the statement, or leave it out. PostgreSQL's SQL is understood, as pg_dump --schema-only of version 16 writes it.";
  return `This looks like ${whose}, and only PostgreSQL's is understood: convert it, for instance with pgloader, or import another format.`;
}
