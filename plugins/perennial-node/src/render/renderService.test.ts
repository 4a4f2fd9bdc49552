import { chmodSync, readFileSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TestFolder, listTree, readTree } from '../__testUtils__/TestFolder';
import { renderOptions, renderTest } from '../__testUtils__/renderTest';
import { makeEntity, makeField } from '../__testUtils__/resolvedModel';
import { renderService } from './renderService';

const folder = new TestFolder();
const entities = [
  makeEntity('Product', { fields: [makeField('sku'), makeField('price')] }),
  makeEntity('Category', { fields: [], owned: true }),
  makeEntity('Tag'),
];

describe('renderService', () => {
  it('renders a file with values, the model and whitespace options of fetch:template', async () => {
    const files = await renderTest(folder, {
      entities,
      values: { name: 'shop', nested: { list: ['a', 'b'] } },
      skeleton: {
        'README.md': [
          '# ${{ values.name }}',
          '{# a comment #}',
          '{% for entity in model.entities %}',
          '  {% if entity.owned %}',
          '- ${{ entity.pascal }} (owned)',
          '  {% else %}',
          '- ${{ entity.pascal }}',
          '  {% endif %}',
          '{% endfor %}',
          '${{ values.nested.list | join(", ") }} {{ untouched }} ${untouched}',
          '{% raw %}${{ secrets.TOKEN }}{% endraw %}',
          '',
        ].join('\n'),
      },
    });
    expect(files['README.md']).toBe(
      '# shop\n\n- Product\n- Category (owned)\n- Tag\na, b {{ untouched }} ${untouched}\n${{ secrets.TOKEN }}\n',
    );
  });

  it('renders a path that mentions entity once for each', async () => {
    const files = await renderTest(folder, {
      entities,
      skeleton: {
        'src/${{ entity.plural.kebab }}/${{ entity.kebab }}.js':
          '${{ entity.pascal }}: {% for field in entity.fields %}${{ field.name }} {% endfor %}',
        'docs/entity/${{ model.entities.length }}.md': 'one',
        'src/index.js': '${{ entity.pascal }}|${{ model.entities[0].fields }}',
      },
    });
    expect(files).toEqual({
      'docs/entity/3.md': 'one',
      'src/categorys/category.js': 'Category: ',
      'src/products/product.js': 'Product: sku price ',
      'src/tags/tag.js': 'Tag: title price ',
      'src/index.js': '|',
    });
  });

  it('skips a file where a part of its path renders empty', async () => {
    const files = await renderTest(folder, {
      entities,
      values: { docker: false, ci: true },
      skeleton: {
        "${{ 'Dockerfile' if values.docker }}": 'no',
        '{% if values.docker %}docker{% endif %}/a/b.txt': 'no',
        '{% if values.ci %}ci{% endif %}/main.yml': 'yes',
        "src/${{ 'owned' if entity.owned }}/${{ entity.kebab }}.js":
          "${{ 'x' if entity.owned else undefined_function() }}",
      },
    });
    expect(files).toEqual({
      'ci/main.yml': 'yes',
      'src/owned/category.js': 'x',
    });
  });

  it('lets a value make folders', async () => {
    const files = await renderTest(folder, {
      values: { package: 'com/acme/shop' },
      skeleton: { 'src/${{ values.package }}/Main.java': '' },
    });
    expect(Object.keys(files)).toEqual(['src/com/acme/shop/Main.java']);
  });

  it('keeps binary files, other encodings, line breaks and byte order marks', async () => {
    const binary = Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0x24, 0x7b, 0x7b, 255,
    ]);
    const latin = Buffer.from('caf\xe9 ${{ values.name }}', 'latin1');
    const late = Buffer.concat([
      Buffer.from('a'.repeat(600)),
      Buffer.from([0xff, 0xfe]),
    ]);
    const options = renderOptions(folder, {
      values: { name: 'shop' },
      skeleton: {
        'logo.png': binary,
        'latin.txt': latin,
        'late.bin': late,
        'empty.txt': '',
        'windows.txt':
          'a\r\n${{ values.name }}\r\n{% if true %}\r\nb\r\n{% endif %}\r\n',
        'mark.txt': '\ufeff${{ values.name }}',
        'plain.txt': 'no tags } here }} %}\r\n',
      },
    });
    await renderService(options);
    const read = (path: string) => readFileSync(join(options.target, path));
    expect(read('logo.png')).toEqual(binary);
    expect(read('latin.txt')).toEqual(latin);
    expect(read('late.bin')).toEqual(late);
    expect(read('empty.txt')).toHaveLength(0);
    expect(read('windows.txt').toString()).toBe('a\r\nshop\r\nb\r\n');
    expect(read('mark.txt').toString()).toBe('\ufeffshop');
    expect(read('plain.txt').toString()).toBe('no tags } here }} %}\r\n');
  });

  it('keeps the executable bit and drops every other', async () => {
    const options = renderOptions(folder, {
      skeleton: {
        'run.sh': 'echo',
        'bin/${{ entity.kebab }}.sh': 'echo',
        'odd.txt': 'x',
      },
    });
    chmodSync(join(options.layers[0].path, 'odd.txt'), 0o666);
    const { files } = await renderService(options);
    expect(files.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100755 bin/product.sh',
      '100644 model.yaml',
      '100644 odd.txt',
      '100755 run.sh',
    ]);
    // eslint-disable-next-line no-bitwise
    expect(statSync(join(options.target, 'run.sh')).mode & 0o777).toBe(0o755);
  });

  it('records the blob ids that Git gives', async () => {
    const options = renderOptions(folder, {
      skeleton: { 'a.txt': 'hello\n', 'b.txt': '', 'ü.txt': 'é ${{ entity }}' },
    });
    const { files } = await renderService(options);
    for (const file of files) {
      const blob = execFileSync('git', [
        'hash-object',
        '--no-filters',
        join(options.target, file.path),
      ]);
      expect(file.blob).toBe(blob.toString().trim());
    }
  });

  it('writes the lineage of everything but itself', async () => {
    const options = renderOptions(folder, {
      values: { name: 'shop' },
      origin: { ref: 'template:default/x', version: '1.2.3' },
      skeleton: { 'z.txt': 'z', 'a/b.txt': 'b', 'a.txt': 'a' },
    });
    const result = await renderService(options);
    const lineage = parse(
      readFileSync(join(options.target, '.perennial/lineage.yaml'), 'utf8'),
    );
    expect(lineage.files).toEqual(result.files);
    expect(result.files.map(({ path }) => path)).toEqual([
      'a.txt',
      'a/b.txt',
      'model.yaml',
      'z.txt',
    ]);
    expect(listTree(options.target)).toHaveLength(5);
  });

  it('gives the same bytes and digest twice, and another digest for another content', async () => {
    const skeleton = {
      'src/${{ entity.kebab }}.js': '${{ entity.fields | dump }}',
      'README.md': '${{ values.name }}',
    };
    const render = async (name: string) => {
      const options = renderOptions(folder, {
        skeleton,
        entities,
        values: { name },
      });
      const { digest } = await renderService(options);
      return { digest, files: readTree(options.target) };
    };
    const first = await render('shop');
    expect(await render('shop')).toEqual(first);
    expect((await render('other')).digest).not.toBe(first.digest);
  });

  it('reports progress up to the number of files', async () => {
    const seen: string[] = [];
    await renderTest(folder, {
      entities,
      skeleton: { a: '', b: '', '${{ entity.kebab }}.js': '' },
      onProgress: ({ done, total }) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
  });

  it('hands model.yaml and the OpenAPI document over as text', async () => {
    const files = await renderTest(folder, {
      values: { name: 'shop' },
      skeleton: { 'copy.yaml': '${{ modelYaml }}' },
    });
    expect(files['copy.yaml']).toContain('Product');
  });

  describe('with a folder for the records', () => {
    it('writes model and lineage there, and nothing where another unit keeps its own', async () => {
      const options = renderOptions(folder, {
        skeleton: { 'app_product/routes.py': '' },
        recordPath: '.perennial/services/product',
      });
      const { files } = await renderService(options);
      expect(listTree(options.target)).toEqual([
        '.perennial/services/product/lineage.yaml',
        '.perennial/services/product/model.yaml',
        'app_product/routes.py',
      ]);
      const lineage = parse(
        readFileSync(
          join(options.target, '.perennial/services/product/lineage.yaml'),
          'utf8',
        ),
      );
      expect(lineage.files).toEqual(files);
    });

    it("refuses a skeleton that writes a record, its own or the root's", async () => {
      for (const path of ['model.yaml', 'records/lineage.yaml']) {
        await expect(
          renderTest(folder, {
            skeleton: { [path]: '' },
            recordPath: 'records',
          }),
        ).rejects.toThrow('the engine itself clash over the path');
      }
    });

    it('refuses a folder outside of the target', async () => {
      await expect(
        renderTest(folder, { recordPath: '../records' }),
      ).rejects.toThrow("recordPath is '../records', which has a part '..'");
    });
  });
});
