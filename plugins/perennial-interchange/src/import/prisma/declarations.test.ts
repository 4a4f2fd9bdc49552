import { noteLine, outline } from '../../__testUtils__/outline';
import { importModel } from '../importModel';

async function read(text: string) {
  const { model, notes } = await importModel({ format: 'prisma', text });
  return { lines: outline(model), notes: notes.map(noteLine) };
}

it('takes the last of two declarations, and says so', async () => {
  const { lines, notes } = await read(
    [
      'model Car { // first',
      '  id Int @id',
      '}',
      'enum Paint { RED }',
      'model Car {',
      '  id Int @id',
      '  paint Paint',
      '}',
      'enum Paint { BLUE }',
    ]
      .join('\n')
      .replace(/\{ (\w+) \}/g, '{\n$1\n}'),
  );
  expect(lines).toEqual([
    'Car id=integer timestamps=false',
    '  paint!: enum(values ["BLUE"])',
  ]);
  expect(notes).toEqual([
    expect.stringMatching(/^model Car \(1\): .* the last declaration counts/),
    expect.stringMatching(/^enum Paint \(4\): .* the last declaration counts/),
  ]);
});

it('searches in what Prisma has a full-text index for', async () => {
  const { lines } = await read(
    'model Car {\n id Int @id\n name String\n text String\n @@fulltext([name])\n}',
  );
  expect(lines).toEqual([
    'Car id=integer timestamps=false',
    '  name!: string(searchable true)',
    '  text!: string',
  ]);
});

it('says once that names of tables are not kept', async () => {
  const model = (name: string) =>
    `model ${name} {\n id Int @id\n size Int\n @@map("t_${name.toLowerCase()}")\n}\n`;
  const { notes } = await read(model('Car') + model('Van'));
  expect(notes).toEqual([
    expect.stringMatching(/^schema: Names of tables \(@@map\) are not kept/),
  ]);
});

it('calls the end of a line by its name', async () => {
  await expect(read('model Car\n id Int @id\n}')).rejects.toThrow(
    /line 1, column 10\): the end of the line is not expected/,
  );
});

it('says that the names of values in the database are not kept', async () => {
  const { lines, notes } = await read(
    'enum Fuel {\n PETROL @map("p")\n DIESEL\n}\nmodel Car {\n id Int @id\n fuel Fuel\n}',
  );
  expect(lines).toEqual([
    'Car id=integer timestamps=false',
    '  fuel!: enum(values ["PETROL","DIESEL"])',
  ]);
  expect(notes).toEqual([
    expect.stringMatching(/^enum Fuel.*: What the database calls its values/),
  ]);
});
