import { draftStore } from './draftStore';

const key = draftStore.key({ pathname: '/create/x', fieldId: 'root_model' });

describe('draftStore', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    window.sessionStorage.clear();
  });

  it('keeps a text', () => {
    draftStore.write(key, 'entities: [');

    expect(draftStore.read(key)).toBe('entities: [');
  });

  it('keeps one draft for each template and field', () => {
    draftStore.write(key, 'one');

    expect(
      draftStore.read(
        draftStore.key({ pathname: '/create/y', fieldId: 'root_model' }),
      ),
    ).toBeUndefined();
  });

  it('forgets an empty text', () => {
    draftStore.write(key, 'one');
    draftStore.write(key, ' \n');

    expect(draftStore.read(key)).toBeUndefined();
  });

  it('goes on where the browser refuses storage', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);

    expect(() => draftStore.write(key, 'one')).not.toThrow();
    expect(draftStore.read(key)).toBeUndefined();
  });
});
