import { readUpload } from './readUpload';

/** jsdom's files know no `arrayBuffer`. */
function fileOf(bytes: Uint8Array, size = bytes.length): Blob {
  return {
    size,
    arrayBuffer: async () => bytes.buffer,
  } as unknown as Blob;
}

describe('readUpload', () => {
  it('gives the text', async () => {
    await expect(
      readUpload(fileOf(new TextEncoder().encode('entities: []'))),
    ).resolves.toEqual({ text: 'entities: []' });
  });

  it('refuses more than 1 MiB without reading it', async () => {
    await expect(
      readUpload(fileOf(new Uint8Array(), 1024 * 1024 + 1)),
    ).resolves.toEqual({ refusal: 'tooLarge' });
  });

  it('refuses what is not text', async () => {
    await expect(
      readUpload(fileOf(Uint8Array.from([0xff, 0xd8, 0xff]))),
    ).resolves.toEqual({ refusal: 'notText' });
    await expect(
      readUpload(fileOf(Uint8Array.from([0x61, 0x00]))),
    ).resolves.toEqual({ refusal: 'notText' });
  });

  it('says so when the file is gone', async () => {
    const gone = {
      size: 1,
      arrayBuffer: async () => {
        throw new DOMException('gone', 'NotFoundError');
      },
    } as unknown as Blob;

    await expect(readUpload(gone)).resolves.toEqual({ refusal: 'unreadable' });
  });
});
