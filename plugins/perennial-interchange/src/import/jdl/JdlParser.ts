/* eslint-disable new-cap -- the methods of Chevrotain are in capitals */
import type {
  JdlDocument,
  JdlField,
  JdlRelationship,
  JdlSide,
  Validation,
} from './ast';
import { JdlPartsParser } from './JdlPartsParser';
import * as T from './tokens';

/** The grammar of JHipster's domain language, as its documentation has it. */
export class JdlParser extends JdlPartsParser {
  /** A whole file. */
  readonly document = this.RULE('document', (): JdlDocument => {
    const document: JdlDocument = {
      entities: [],
      enums: [],
      relationships: [],
      constants: new Map(),
      options: [],
    };
    this.MANY(() => {
      const documentation = this.SUBRULE(this.documentation);
      const annotations = this.SUBRULE(this.annotations);
      this.OR({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          {
            ALT: () => {
              const entity = this.SUBRULE(this.entity);
              this.ACTION(() =>
                document.entities.push({
                  ...entity,
                  annotations,
                  documentation,
                }),
              );
            },
          },
          { ALT: () => this.SUBRULE(this.enumeration, { ARGS: [document] }) },
          { ALT: () => this.SUBRULE(this.relationships, { ARGS: [document] }) },
          { ALT: () => this.SUBRULE(this.block, { ARGS: [document] }) },
          { ALT: () => this.SUBRULE(this.constant, { ARGS: [document] }) },
          {
            ALT: () => this.SUBRULE(this.generatorOption, { ARGS: [document] }),
          },
        ],
      });
    });
    return document;
  });

  readonly entity = this.RULE('entity', () => {
    const line = this.CONSUME(T.Entity).startLine;
    const name = this.CONSUME(T.Name).image;
    const table = this.OPTION(() => this.SUBRULE(this.argument));
    const fields: JdlField[] = [];
    this.OPTION2(() => {
      this.CONSUME(T.LeftBrace);
      this.MANY(() => {
        const field = this.SUBRULE(this.field);
        this.ACTION(() => fields.push(field));
      });
      const after = this.SUBRULE(this.documentation);
      this.ACTION(() => describe(fields[fields.length - 1], after));
      this.CONSUME(T.RightBrace);
    });
    return { name, table, fields, line };
  });

  private readonly field = this.RULE('field', (): JdlField => {
    const documentation = this.SUBRULE(this.documentation);
    const annotations = this.SUBRULE(this.annotations);
    const token = this.CONSUME(T.Name);
    const type = this.CONSUME2(T.Name).image;
    const validations: Validation[] = [];
    this.MANY({
      // Without a comma, a name that is followed by a name is the next field.
      GATE: () =>
        this.LA(1).tokenType === T.Required ||
        this.LA(1).tokenType === T.Unique ||
        this.LA(2).tokenType === T.LeftParen,
      DEF: () => validations.push(this.SUBRULE(this.validation)),
    });
    this.OPTION(() => this.CONSUME(T.Comma));
    return {
      name: token.image,
      type,
      annotations,
      validations,
      documentation,
      line: token.startLine,
    };
  });

  readonly enumeration = this.RULE('enumeration', (target?: JdlDocument) => {
    const line = this.CONSUME(T.Enum).startLine;
    const name = this.CONSUME(T.Name).image;
    const values: string[] = [];
    let hasTexts = false;
    this.CONSUME(T.LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.documentation);
      values.push(this.CONSUME2(T.Name).image);
      this.OPTION(() => {
        this.SUBRULE(this.argument);
        hasTexts = true;
      });
      this.OPTION2(() => this.CONSUME(T.Comma));
    });
    this.SUBRULE2(this.documentation);
    this.CONSUME(T.RightBrace);
    this.ACTION(() => target?.enums.push({ name, values, hasTexts, line }));
  });

  readonly relationships = this.RULE(
    'relationships',
    (target?: JdlDocument) => {
      this.CONSUME(T.Relationship);
      const kind = this.CONSUME(T.RelationshipKind).image;
      this.CONSUME(T.LeftBrace);
      this.MANY(() => {
        const relationship = this.SUBRULE(this.relationship);
        this.OPTION(() => this.CONSUME(T.Comma));
        this.ACTION(() =>
          target?.relationships.push({ ...relationship, kind }),
        );
      });
      this.CONSUME(T.RightBrace);
    },
  );

  private readonly relationship = this.RULE(
    'relationship',
    (): Omit<JdlRelationship, 'kind'> => {
      const from = this.SUBRULE(this.side);
      this.CONSUME(T.To);
      const to = this.SUBRULE2(this.side);
      const options: string[] = [];
      this.OPTION(() => {
        this.CONSUME(T.With);
        options.push(this.CONSUME(T.Name).image);
      });
      return { from, to, options };
    },
  );

  private readonly side = this.RULE('side', (): JdlSide => {
    const documentation = this.SUBRULE(this.documentation);
    const annotations = this.SUBRULE(this.annotations);
    const token = this.CONSUME(T.Name);
    let [field, display]: (string | undefined)[] = [];
    let isRequired = false;
    this.OPTION(() => {
      this.CONSUME(T.LeftBrace);
      field = this.CONSUME2(T.Name).image;
      display = this.OPTION2(() => this.SUBRULE(this.argument));
      this.OPTION3(() => {
        this.CONSUME(T.Required);
        isRequired = true;
      });
      this.CONSUME(T.RightBrace);
    });
    return {
      entity: token.image,
      field,
      display,
      isRequired,
      annotations,
      documentation,
      line: token.startLine,
    };
  });

  /** An application or a deployment, whatever it holds. */
  readonly block = this.RULE('block', (target?: JdlDocument) => {
    const token = this.OR([
      { ALT: () => this.CONSUME(T.Application) },
      { ALT: () => this.CONSUME(T.Deployment) },
    ]);
    this.SUBRULE(this.braces);
    this.ACTION(() =>
      target?.options.push({ name: token.image, line: token.startLine }),
    );
  });

  private readonly constant = this.RULE('constant', (target?: JdlDocument) => {
    const name = this.CONSUME(T.Name).image;
    this.CONSUME(T.Equals);
    const value = this.CONSUME(T.NumberLiteral).image;
    this.OPTION(() => this.CONSUME(T.Comma));
    this.ACTION(() => target?.constants.set(name, value));
  });

  /** `paginate A, B with pagination except C`, `use serviceImpl for *`. */
  private readonly generatorOption = this.RULE(
    'generatorOption',
    (target?: JdlDocument) => {
      const token = this.CONSUME(T.Name);
      this.SUBRULE(this.names);
      this.OPTION(() => {
        this.OR([
          { ALT: () => this.CONSUME(T.With) },
          { ALT: () => this.CONSUME(T.For) },
        ]);
        this.SUBRULE2(this.names);
      });
      this.OPTION2(() => {
        this.CONSUME(T.Except);
        this.SUBRULE3(this.names);
      });
      this.ACTION(() =>
        target?.options.push({ name: token.image, line: token.startLine }),
      );
    },
  );

  constructor() {
    super();
    this.performSelfAnalysis();
  }
}

/** A comment behind a field is its documentation, if there was none before it. */
function describe(field: JdlField | undefined, text: string | undefined): void {
  if (field !== undefined) field.documentation ??= text;
}
