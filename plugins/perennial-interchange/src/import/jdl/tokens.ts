import { createToken, Lexer, type TokenType } from 'chevrotain';

/** A name. Words of the language are names too, where one is expected. */
export const Name = createToken({ name: 'Name', pattern: /[A-Za-z_][\w-]*/ });

function keyword(name: string, pattern: RegExp): TokenType {
  return createToken({
    name,
    pattern,
    longer_alt: Name,
    categories: Name,
    label: JSON.stringify(pattern.source),
  });
}

export const Entity = keyword('Entity', /entity/);
export const Enum = keyword('Enum', /enum/);
export const Relationship = keyword('Relationship', /relationship/);
export const Application = keyword('Application', /application/);
export const Deployment = keyword('Deployment', /deployment/);
export const RelationshipKind = keyword(
  'RelationshipKind',
  /(?:One|Many)To(?:One|Many)/,
);
export const To = keyword('To', /to/);
export const With = keyword('With', /with/);
export const For = keyword('For', /for/);
export const Except = keyword('Except', /except/);
export const Required = keyword('Required', /required/);
export const Unique = keyword('Unique', /unique/);

export const Documentation = createToken({
  name: 'Documentation',
  pattern: /\/\*\*(?!\/)[^]*?\*\//,
  line_breaks: true,
});
const Comment = createToken({
  name: 'Comment',
  pattern: /\/\*[^]*?\*\/|\/\/[^\n]*/,
  line_breaks: true,
  group: Lexer.SKIPPED,
});
const Space = createToken({
  name: 'Space',
  pattern: /\s+/,
  line_breaks: true,
  group: Lexer.SKIPPED,
});
/** A character that means itself, and is called so in messages. */
function sign(name: string, pattern: RegExp): TokenType {
  const label = JSON.stringify(pattern.source.replace('\\', ''));
  return createToken({ name, pattern, label });
}

/** It ends where a bracket closes after it: slashes need no escape in it. */
export const RegularExpression = createToken({
  name: 'RegularExpression',
  pattern: /\/[^\n\r]*?\/(?=\s*\))/,
});
export const Text = createToken({ name: 'Text', pattern: /"[^"\n]*"/ });
export const NumberLiteral = createToken({
  name: 'Number',
  pattern: /-?\d+(?:\.\d+)?/,
});
export const At = sign('At', /@/);
export const Equals = sign('Equals', /=/);
export const Comma = sign('Comma', /,/);
export const Star = sign('Star', /\*/);
export const LeftBrace = sign('LeftBrace', /\{/);
export const RightBrace = sign('RightBrace', /\}/);
export const LeftParen = sign('LeftParen', /\(/);
export const RightParen = sign('RightParen', /\)/);
/** What stands in applications only, such as paths and lists. */
export const Other = createToken({
  name: 'Other',
  pattern: /[[\].:;'$!?&|<>+^~%#-]/,
});

/** In the order in which they are tried. */
export const TOKENS: TokenType[] = [
  Space,
  Documentation,
  Comment,
  Entity,
  Enum,
  Relationship,
  Application,
  Deployment,
  RelationshipKind,
  To,
  With,
  For,
  Except,
  Required,
  Unique,
  Name,
  RegularExpression,
  Text,
  NumberLiteral,
  At,
  Equals,
  Comma,
  Star,
  LeftBrace,
  RightBrace,
  LeftParen,
  RightParen,
  Other,
];
