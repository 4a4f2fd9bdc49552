import type { Place } from '../build';
import { unreadable } from '../errors';
import { titleOf } from '../formats';
import { attributeOf } from './attributes';
import type {
  BaseType,
  CommentBlock,
  EnumDeclaration,
  FieldDeclaration,
  ModelDeclaration,
  PrismaSchema,
  PrismaType,
  SchemaAttribute,
} from '@loancrate/prisma-schema-parser';

/** A field of a model, in the shape that an importer asks about. */
export interface SourceField {
  name: string;
  /** Undefined where Prisma does not support it itself. */
  type?: string;
  isList: boolean;
  isOptional: boolean;
  attributes: SchemaAttribute[];
  /** The numbers of its default as they are written: the parser cuts them to whole ones. */
  defaultNumbers: string[];
  description?: string;
  line?: number;
}

/** A model, or a composite type. */
export interface SourceModel {
  name: string;
  kind: ModelDeclaration['kind'];
  fields: Map<string, SourceField>;
  attributes: SchemaAttribute[];
  description?: string;
  line?: number;
}

/** What a schema declares, by name. */
export interface Source {
  models: Map<string, SourceModel>;
  types: Map<string, SourceModel>;
  views: SourceModel[];
  enums: Map<string, string[]>;
  /** Enums whose values the database calls otherwise. */
  mappedEnums: Place[];
  /** Declarations that another one of their name replaces. */
  repeated: Place[];
}

/** Comments of three slashes document what follows. */
function documentationOf(block: CommentBlock | undefined): string | undefined {
  const lines = (block?.comments ?? [])
    .filter(({ kind }) => kind === 'docComment')
    .map(({ text }) => text.trim());
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The members of a list, each with the comment block before it. */
function* documented<Member extends { kind: string }>(
  members: (Member | CommentBlock)[],
): Generator<[Exclude<Member, CommentBlock>, string | undefined]> {
  let block: CommentBlock | undefined;
  for (const member of members) {
    if (member.kind === 'commentBlock') {
      block = member as CommentBlock;
      continue;
    }
    yield [member as Exclude<Member, CommentBlock>, documentationOf(block)];
    block = undefined;
  }
}

function typeName(type: BaseType): string | undefined {
  return type.kind === 'typeId' ? type.name.value : undefined;
}

function numbersIn(text: string): string[] {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '');
  return bare.match(/(?<![\w.])-?\d+(?:\.\d+)?/g) ?? [];
}

function defaultNumbers(field: FieldDeclaration, text: string): string[] {
  const location = field.attributes?.find(
    ({ path }) => path.value.join('.') === 'default',
  )?.location;
  return location === undefined
    ? []
    : numbersIn(text.slice(location.start.offset, location.end.offset));
}

function readField(
  field: FieldDeclaration,
  description: string | undefined,
  text: string,
): SourceField {
  const { comment } = field;
  // The grammar takes a field without a type, for editors.
  const type = field.type as PrismaType | null;
  if (type === null) {
    throw unreadable(
      titleOf('prisma'),
      `The field ${field.name.value} has no type`,
      field.location?.start ?? {},
      'Add one, or leave the field out.',
    );
  }
  const isBare = type.kind === 'typeId' || type.kind === 'unsupported';
  const trailing =
    comment?.kind === 'docComment' ? comment.text.trim() : undefined;
  return {
    name: field.name.value,
    type: typeName(isBare ? type : type.type),
    isList: type.kind === 'list',
    isOptional: type.kind === 'optional',
    attributes: field.attributes ?? [],
    defaultNumbers: defaultNumbers(field, text),
    description: description ?? trailing,
    line: field.location?.start.line,
  };
}

function readModel(
  model: ModelDeclaration,
  description: string | undefined,
  text: string,
): SourceModel {
  const fields = new Map<string, SourceField>();
  const attributes: SchemaAttribute[] = [];
  for (const [member, comment] of documented(model.members)) {
    if (member.kind === 'field')
      fields.set(member.name.value, readField(member, comment, text));
    else if (member.kind === 'blockAttribute') attributes.push(member);
  }
  return {
    name: model.name.value,
    kind: model.kind,
    fields,
    attributes,
    description,
    line: model.location?.start.line,
  };
}

function valuesOf(declaration: EnumDeclaration): string[] {
  return declaration.members.flatMap(member =>
    member.kind === 'enumValue' ? [member.name.value] : [],
  );
}

function isMapped(declaration: EnumDeclaration): boolean {
  return declaration.members.some(
    member =>
      member.kind === 'enumValue' &&
      attributeOf({ attributes: member.attributes ?? [] }, 'map'),
  );
}

/** What a schema declares. */
export function readSource(schema: PrismaSchema, text: string): Source {
  const source: Source = {
    models: new Map(),
    types: new Map(),
    views: [],
    enums: new Map(),
    mappedEnums: [],
    repeated: [],
  };
  const lines = new Map<string, number | undefined>();
  for (const [declaration, comment] of documented(schema.declarations)) {
    if (!('name' in declaration)) continue;
    const place = `${declaration.kind} ${declaration.name.value}`;
    if (lines.has(place))
      source.repeated.push({ place, line: lines.get(place) });
    const line = declaration.location?.start.line;
    lines.set(place, line);
    if (declaration.kind === 'enum') {
      source.enums.set(declaration.name.value, valuesOf(declaration));
      if (isMapped(declaration)) source.mappedEnums.push({ place, line });
    } else if (declaration.kind === 'model')
      source.models.set(
        declaration.name.value,
        readModel(declaration, comment, text),
      );
    else if (declaration.kind === 'type')
      source.types.set(
        declaration.name.value,
        readModel(declaration, comment, text),
      );
    else if (declaration.kind === 'view')
      source.views.push(readModel(declaration, comment, text));
  }
  return source;
}
