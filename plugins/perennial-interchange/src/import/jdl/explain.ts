import {
  NotAllInputParsedException,
  tokenLabel,
  type ISyntacticContentAssistPath,
  type IToken,
  type TokenType,
} from 'chevrotain';
import type { JdlParser } from './JdlParser';
import * as T from './tokens';

/** What stands where something else should. */
export interface Mistake {
  /** Undefined where the text ends too early. */
  found?: IToken;
  /** What is before it. */
  previous?: IToken;
  /** What could stand there, in words; without what is before it, all that could begin there. Empty where that would take too long to find. */
  expected: string[];
}

/** Finding what could come next takes a while, and nobody writes a declaration of so many words. */
const MOST_WORDS = 5_000;

const NEXT = 'the next declaration';
const VALIDATION = 'a validation such as required';
const VALUE = 'a value';

/** What a word is in a rule of the grammar, where its label does not tell. */
const MEANINGS = new Map<string, string>([
  ['entity Entity', NEXT],
  ['entity Name', 'the name of the entity'],
  ['field Name', 'the name of a field'],
  ['field Name 2', 'the type of the field'],
  ['validation Required', VALIDATION],
  ['validation Unique', VALIDATION],
  ['validation Name', VALIDATION],
  ['enumeration Enum', NEXT],
  ['enumeration Name', 'the name of the enum'],
  ['enumeration Name 2', 'a value of the enum'],
  ['relationships Relationship', NEXT],
  [
    'relationships RelationshipKind',
    'OneToOne, OneToMany, ManyToOne or ManyToMany',
  ],
  ['relationship Name', 'builtInEntity'],
  ['side Name', 'the name of an entity'],
  ['side Name 2', 'the name of a field'],
  ['block Application', NEXT],
  ['block Deployment', NEXT],
  ['annotations Name', 'the name of the annotation'],
  ['argument Name', VALUE],
  ['argument Number', VALUE],
  ['argument Text', VALUE],
  ['argument RegularExpression', VALUE],
  ['names Name', 'a name'],
  ['names Text', 'a name'],
  ['constant Name', NEXT],
  ['constant Number', 'a number'],
  ['generatorOption Name', NEXT],
]);

/** What may have braces. */
const WITH_BRACES = [
  'entity',
  'enum',
  'relationship',
  'application',
  'deployment',
];

/** What may stand nearly anywhere, so that naming it helps nobody. */
const ANYWHERE: TokenType[] = [T.Documentation, T.At];

/** The rules of declarations that begin with a word of their own. */
const RULES = new Map<TokenType, 'entity' | 'enumeration' | 'relationships'>([
  [T.Entity, 'entity'],
  [T.Enum, 'enumeration'],
  [T.Relationship, 'relationships'],
]);

function ruleOf({ ruleStack }: ISyntacticContentAssistPath): string {
  return ruleStack[ruleStack.length - 1];
}

function isOptionOrConstant({
  ruleStack,
}: ISyntacticContentAssistPath): boolean {
  return (
    ruleStack.includes('generatorOption') || ruleStack.includes('constant')
  );
}

function wordsFor(path: ISyntacticContentAssistPath): string {
  const { nextTokenType: type, nextTokenOccurrence: occurrence } = path;
  const word = `${ruleOf(path)} ${type.name}`;
  const meaning = MEANINGS.get(occurrence > 1 ? `${word} ${occurrence}` : word);
  return meaning ?? tokenLabel(type);
}

/** Where the declaration begins that a token is in, or that is before it. */
function declarationStart(tokens: readonly IToken[], at: number): number {
  let start = 0;
  let depth = 0;
  tokens.slice(0, at + 1).forEach(({ tokenType }, index) => {
    if (depth === 0 && RULES.has(tokenType)) start = index;
    if (index === at) return;
    if (tokenType === T.LeftBrace) depth += 1;
    if (tokenType !== T.RightBrace) return;
    depth -= 1;
    if (depth === 0) start = index + 1;
  });
  return start;
}

/** The word that should have been another one: `entiti A {`. */
function misspeltAt(tokens: readonly IToken[], at: number): number | undefined {
  const opening = tokens[at]?.tokenType;
  if (opening !== T.LeftBrace && opening !== T.LeftParen) return undefined;
  return tokens[at - 2]?.tokenType === T.Name ? at - 2 : undefined;
}

/**
 * What is wrong in a declaration, by its own rule: where it is not begun well,
 * the grammar as a whole takes its first word for the name of an option.
 */
function mistakeIn(
  parser: JdlParser,
  declaration: IToken[],
): number | undefined {
  const rule = RULES.get(declaration[0]?.tokenType);
  if (rule === undefined) return undefined;
  parser.input = declaration;
  parser[rule]();
  const [error] = parser.errors;
  if (error === undefined || error instanceof NotAllInputParsedException)
    return undefined;
  const index = declaration.indexOf(error.token);
  return index < 0 ? declaration.length : index;
}

function expectedAfter(parser: JdlParser, before: IToken[]): string[] {
  if (before.length > MOST_WORDS) return [];
  const paths = parser.computeContentAssist('document', before).filter(
    path =>
      !ANYWHERE.includes(path.nextTokenType) &&
      // Anything may stand in an application.
      (ruleOf(path) !== 'braces' || path.nextTokenType === T.RightBrace),
  );
  // Each word of the language could be the name of an option too, and is none.
  const telling = paths.filter(
    path => wordsFor(path) === NEXT || !isOptionOrConstant(path),
  );
  const isOption = !telling.some(path => wordsFor(path) !== NEXT);
  return [...new Set((isOption ? paths : telling).map(wordsFor))];
}

/**
 * Says what is wrong at a token at which the grammar went no further.
 *
 * @param at - the index of the token, or the number of tokens at the end
 */
export function explain(
  parser: JdlParser,
  tokens: IToken[],
  at: number,
): Mistake {
  const start = declarationStart(tokens, at);
  const inside = mistakeIn(parser, tokens.slice(start));
  const index = inside === undefined ? at : start + inside;
  const misspelt = inside === undefined ? misspeltAt(tokens, at) : undefined;
  if (misspelt !== undefined)
    return { found: tokens[misspelt], expected: WITH_BRACES };
  const found = tokens.at(index);
  if (index === 0) return { found, expected: WITH_BRACES };
  return {
    found,
    previous: tokens[index - 1],
    expected: expectedAfter(parser, tokens.slice(start, index)).filter(
      words => found === undefined || words !== tokenLabel(found.tokenType),
    ),
  };
}
