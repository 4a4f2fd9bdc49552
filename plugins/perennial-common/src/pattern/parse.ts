import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { complement, DIGITS, DOT, SPACE, union, WORD } from './characters';
import type {
  Branch,
  Pattern,
  PatternNode,
  PatternProblem,
  Range,
} from './types';

/** PostgreSQL's most repetitions of one thing. */
const MAX_REPEAT = 255;

class NotPortable extends Error {
  constructor(readonly what: string, readonly mend: string) {
    super(what);
  }
}

/** Characters in brackets that Python warns of, because they will be operators of sets. */
const PYTHON_SET_SYNTAX = /(?:^|[^\\])\[|&&|--|~~|\|\|/;

const ESCAPES = new Map<string, Range[]>([
  ['digit', DIGITS],
  ['word', WORD],
  ['space', SPACE],
]);

class Converter {
  rewritten = false;

  branch(alternative: AST.Alternative): Branch {
    const elements = [...alternative.elements];
    const isAnchor = (element: AST.Element | undefined, kind: string) =>
      element?.type === 'Assertion' && element.kind === kind;
    const anchoredStart = isAnchor(elements[0], 'start');
    if (anchoredStart) elements.shift();
    const anchoredEnd = isAnchor(elements[elements.length - 1], 'end');
    if (anchoredEnd) elements.pop();
    return { anchoredStart, anchoredEnd, node: this.sequence(elements) };
  }

  private sequence(elements: readonly AST.Element[]): PatternNode {
    return {
      kind: 'sequence',
      nodes: elements.map(element => this.element(element)),
    };
  }

  private element(element: AST.Element): PatternNode {
    switch (element.type) {
      case 'Character':
        return { kind: 'characters', ranges: [this.character(element)] };
      case 'CharacterSet':
        return { kind: 'characters', ranges: this.set(element) };
      case 'CharacterClass':
        return { kind: 'characters', ranges: this.class(element) };
      case 'Group':
        if (element.modifiers)
          throw new NotPortable(
            `flags inside a group (${element.raw})`,
            'Write both cases out: [Aa].',
          );
        return this.choice(element.alternatives);
      case 'CapturingGroup':
        if (element.name !== null)
          throw new NotPortable('a named group', 'Use a plain group: (?:…).');
        return this.choice(element.alternatives);
      case 'Quantifier':
        return this.quantifier(element);
      case 'Assertion':
        throw this.assertion(element);
      default:
        throw new NotPortable(
          `a backreference (${element.raw})`,
          'Write what it repeats out.',
        );
    }
  }

  private choice(alternatives: readonly AST.Alternative[]): PatternNode {
    return {
      kind: 'choice',
      nodes: alternatives.map(({ elements }) => this.sequence(elements)),
    };
  }

  private assertion(element: AST.Assertion): NotPortable {
    if (element.kind === 'start' || element.kind === 'end') {
      return new NotPortable(
        `${element.raw} in the middle`,
        'Put ^ first and $ last, outside of every group.',
      );
    }
    if (element.kind === 'word')
      return new NotPortable(
        `a word boundary (${element.raw})`,
        'Write out what stands there.',
      );
    return new NotPortable(
      `${element.kind === 'lookahead' ? 'a lookahead' : 'a lookbehind'} (${
        element.raw
      })`,
      'Write the alternatives out, or use minLength and maxLength.',
    );
  }

  private quantifier(element: AST.Quantifier): PatternNode {
    if (!element.greedy)
      throw new NotPortable(
        `a lazy quantifier (${element.raw})`,
        'Leave the ? after it out; it makes no difference here.',
      );
    const most = element.max === Infinity ? element.min : element.max;
    if (most > MAX_REPEAT) {
      throw new NotPortable(
        `more than ${MAX_REPEAT} repetitions (${element.raw})`,
        'Use minLength and maxLength for lengths.',
      );
    }
    return {
      kind: 'repeat',
      node: this.element(element.element),
      min: element.min,
      max: element.max,
    };
  }

  private character(element: AST.Character): Range {
    const { value, raw } = element;
    if (value === 0)
      throw new NotPortable(
        'the NUL character',
        'Remove it: no text may hold it.',
      );
    if (value >= 0xd800 && value <= 0xdfff)
      throw new NotPortable(
        `half of a character (${raw})`,
        'Write the whole character.',
      );
    if (/^\\(u\{|c)/.test(raw))
      throw new NotPortable(
        `the escape ${raw}`,
        'Write the character itself, or \\u and four digits.',
      );
    // Python takes two escapes for two characters.
    if (value > 0xffff && raw.startsWith('\\')) this.rewritten = true;
    return [value, value];
  }

  private set(element: AST.CharacterSet): Range[] {
    if (element.kind === 'property') {
      throw new NotPortable(
        `the Unicode property ${element.raw}`,
        'List the characters: [A-Za-zÀ-ÿ].',
      );
    }
    this.rewritten = true;
    if (element.kind === 'any') return DOT;
    const ranges = ESCAPES.get(element.kind) ?? [];
    return element.negate ? complement(ranges) : ranges;
  }

  private class(element: AST.CharacterClass): Range[] {
    const ranges = element.elements.flatMap((part): Range[] => {
      if (part.type === 'Character') return [this.character(part)];
      if (part.type === 'CharacterClassRange')
        return [[this.character(part.min)[0], this.character(part.max)[0]]];
      if (part.type === 'CharacterSet') return this.set(part);
      throw new NotPortable(
        `the set ${part.raw}`,
        'List the characters in one pair of brackets.',
      );
    });
    if (PYTHON_SET_SYNTAX.test(element.raw.slice(1))) this.rewritten = true;
    if (ranges.length === 0)
      throw new NotPortable(
        `the empty set ${element.raw}`,
        'List the characters in the brackets.',
      );
    if (!element.negate) return union(ranges);
    // A negated class would let NUL in.
    this.rewritten = true;
    return complement(ranges);
  }
}

/**
 * Reads a regular expression of ECMAScript with the flag u, and refuses what
 * PostgreSQL, Python and linear-time engines do not know or read differently.
 */
export function parsePattern(source: string): Pattern | PatternProblem {
  const converter = new Converter();
  try {
    const tree = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(
      source,
      undefined,
      undefined,
      { unicode: true },
    );
    const branches = tree.alternatives.map(alternative =>
      converter.branch(alternative),
    );
    const anchored = branches.every(
      branch => branch.anchoredStart && branch.anchoredEnd,
    );
    // ^a|b$ is two anchors apart, and a search in a text may step over NUL.
    return {
      source,
      branches,
      rewritten: converter.rewritten || !anchored || branches.length > 1,
    };
  } catch (error) {
    if (error instanceof NotPortable) {
      return {
        message: `The pattern holds ${error.what}, which not every database and language of the services knows.`,
        mend: error.mend,
      };
    }
    const reason =
      error instanceof Error
        ? error.message.replace(/^Invalid regular expression: /, '')
        : String(error);
    return {
      message: `The pattern is not a regular expression: ${reason}.`,
      mend: 'Mend it; the dialect is that of JavaScript with the flag u, where only special characters may be escaped.',
    };
  }
}

/** Tells the two results apart. */
export function isPattern(result: Pattern | PatternProblem): result is Pattern {
  return 'branches' in result;
}
