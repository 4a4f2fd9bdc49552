import { DraftContent } from './DraftContent';
import { DraftStore, type StoredDraft } from './DraftStore';

const place = {
  userRef: 'user:default/ada',
  pathname: '/create/templates/default/express-postgres',
  fieldId: 'root_model',
};
const one = DraftContent.fromText('entities: [{ name: One }]');
const two = DraftContent.fromText('entities: [{ name: Two }]');

/** What the browser does in the other tabs after a tab has written. */
function tellOtherTabs(store: DraftStore) {
  window.dispatchEvent(
    new StorageEvent('storage', {
      key: store.key,
      newValue: window.localStorage.getItem(store.key),
      storageArea: window.localStorage,
    }),
  );
}

describe('DraftStore', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    window.localStorage.clear();
    window.sessionStorage.clear();
  });

  it('gives back what was kept, and when', () => {
    new DraftStore(place).write(one);
    const { shared, own } = new DraftStore(place).open();
    expect(shared?.content.text).toBe(one.text);
    expect(shared?.savedAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(own).toBeUndefined();
  });

  it('keeps one draft for each person, template and field', () => {
    new DraftStore(place).write(one);
    for (const other of [
      { userRef: 'user:default/bob' },
      { pathname: '/create/templates/default/flask-postgres' },
      { fieldId: 'root_other' },
    ]) {
      expect(new DraftStore({ ...place, ...other }).open().shared).toBe(
        undefined,
      );
    }
  });

  it('keeps no empty draft, and forgets a discarded one', () => {
    const store = new DraftStore(place);
    store.write(one);
    store.write(DraftContent.EMPTY);
    expect(new DraftStore(place).open().shared).toBeUndefined();
    store.write(one);
    store.discard();
    expect(window.localStorage).toHaveLength(0);
  });

  it('never overwrites what another tab has written', () => {
    const here = new DraftStore(place);
    const there = new DraftStore(place);
    here.open();
    there.open();
    expect(here.write(one)).toBe('kept');
    expect(there.write(two)).toBe('changedElsewhere');
    expect(new DraftStore(place).open()).toMatchObject({
      shared: { content: { text: one.text } },
      own: { content: { text: two.text } },
    });
  });

  it('goes on with either version once somebody chose', () => {
    const here = new DraftStore(place);
    const there = new DraftStore(place);
    here.write(one);
    there.write(two);
    expect(there.overwrite(two)).toBe('kept');
    expect(here.write(one)).toBe('changedElsewhere');
    const { shared } = here.open();
    here.accept(shared as StoredDraft);
    expect(here.write(one)).toBe('kept');
    expect(new DraftStore(place).open().own).toBeUndefined();
  });

  it('tells what other tabs write, until it is asked to stop', () => {
    const here = new DraftStore(place);
    const there = new DraftStore(place);
    const heard: string[] = [];
    const stop = here.subscribe(shared => heard.push(shared.content.text));
    there.write(one);
    tellOtherTabs(there);
    stop();
    there.write(two);
    tellOtherTabs(there);
    expect(heard).toEqual([one.text]);
  });

  it('says when the browser does not keep it', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(new DraftStore(place).write(one)).toBe('failed');
  });

  it.each([
    'nonsense',
    '[]',
    '{"text":1}',
    '{"text":"a","revision":2}',
    'null',
  ])('takes no draft from %s', json => {
    const store = new DraftStore(place);
    window.localStorage.setItem(store.key, json);
    expect(store.open().shared).toBeUndefined();
  });
});
