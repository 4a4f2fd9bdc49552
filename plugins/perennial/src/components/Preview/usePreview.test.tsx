import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { PreviewRequest } from '@perennial/plugin-perennial-common';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type PreviewApi, PreviewFailure, previewApiRef } from '../../api';
import { answer, file, model } from './__testUtils__/files';
import {
  type PreviewOptions,
  SETTLED_AFTER_MS,
  usePreview,
} from './usePreview';

type Answer = ReturnType<PreviewApi['preview']>;

/** A backend that answers when told to, and a clock that goes when told to. */
function setUp() {
  const asked: {
    request: PreviewRequest;
    signal: AbortSignal;
    settle: (result: Answer) => void;
  }[] = [];
  const api: PreviewApi = {
    preview: (request, { signal }) =>
      new Promise((resolve, reject) => {
        const settle = (result: Answer) => {
          result.then(resolve, reject);
        };
        asked.push({ request, signal, settle });
      }),
  };
  const timers: { callback: () => void; milliseconds: number }[] = [];
  const schedule = (callback: () => void, milliseconds: number) => {
    const timer = { callback, milliseconds };
    timers.push(timer);
    return () => {
      timers.splice(timers.indexOf(timer), 1);
    };
  };
  const ring = () =>
    act(async () => timers.splice(0).forEach(timer => timer.callback()));
  const wrapper = ({ children }: { children?: ReactNode }) => (
    <TestApiProvider apis={[[previewApiRef, api]]}>{children}</TestApiProvider>
  );
  const initialProps: PreviewOptions = {
    model: model('Product'),
    templateRef: 'template:default/x',
    parameters: { name: 'shop' },
    schedule,
  };
  const view = renderHook((props: PreviewOptions) => usePreview(props), {
    initialProps,
    wrapper,
  });
  const change = (props: Partial<PreviewOptions>) =>
    view.rerender({ ...initialProps, ...props });
  return { ...view, asked, timers, ring, change };
}

const FIRST = answer([file('a', '1')]);
const SECOND = answer([file('a', '2')]);

describe('usePreview', () => {
  it('asks at once when it is opened', async () => {
    const { result, asked, timers, ring } = setUp();
    expect(timers).toMatchObject([{ milliseconds: 0 }]);
    await ring();
    expect(result.current.isRunning).toBe(true);
    expect(asked[0].request).toEqual({
      templateRef: 'template:default/x',
      parameters: { name: 'shop' },
      model: model('Product'),
    });
    await act(async () => asked[0].settle(Promise.resolve(FIRST)));
    expect(result.current).toMatchObject({
      isRunning: false,
      isOutdated: false,
      answer: FIRST,
    });
    expect(result.current.before).toBeUndefined();
  });

  it('waits for the last of many edits, and shows what it was made of', async () => {
    const { result, asked, timers, ring, change } = setUp();
    await ring();
    await act(async () => asked[0].settle(Promise.resolve(FIRST)));
    change({ model: model('A') });
    change({ model: model('B') });
    expect(result.current).toMatchObject({ isOutdated: true, answer: FIRST });
    expect(timers).toMatchObject([{ milliseconds: SETTLED_AFTER_MS }]);
    await ring();
    expect(asked).toHaveLength(2);
    expect(asked[1].request.model).toEqual(model('B'));
    await act(async () => asked[1].settle(Promise.resolve(SECOND)));
    expect(result.current).toMatchObject({
      isOutdated: false,
      answer: SECOND,
      before: FIRST,
    });
  });

  it('calls a running one off when there is a newer', async () => {
    const { result, asked, ring, change } = setUp();
    await ring();
    change({ model: model('A') });
    expect(asked[0].signal.aborted).toBe(true);
    expect(result.current.isRunning).toBe(false);
    await act(async () => asked[0].settle(Promise.resolve(FIRST)));
    expect(result.current.answer).toBeUndefined();
    await ring();
    await act(async () => asked[1].settle(Promise.resolve(SECOND)));
    expect(result.current.answer).toBe(SECOND);
  });

  it('calls everything off when it is closed', async () => {
    const running = setUp();
    await running.ring();
    running.unmount();
    expect(running.asked[0].signal.aborted).toBe(true);
    const waiting = setUp();
    expect(waiting.timers).toHaveLength(1);
    waiting.unmount();
    expect(waiting.timers).toEqual([]);
  });

  it('does nothing when the same is said again', async () => {
    const { asked, timers, ring, change } = setUp();
    await ring();
    change({ model: model('Product'), parameters: { name: 'shop' } });
    expect(timers).toEqual([]);
    expect(asked[0].signal.aborted).toBe(false);
  });

  it.each([{ model: undefined }, { templateRef: undefined }])(
    'asks for nothing with %j, and keeps what there is',
    async props => {
      const { result, asked, timers, ring, change } = setUp();
      await ring();
      await act(async () => asked[0].settle(Promise.resolve(FIRST)));
      change(props);
      expect(timers).toEqual([]);
      expect(result.current).toMatchObject({ answer: FIRST, isOutdated: true });
      change({});
      expect(result.current.isOutdated).toBe(false);
    },
  );

  it('keeps the last good one when the next fails, and tries again at once', async () => {
    const { result, asked, timers, ring, change } = setUp();
    await ring();
    await act(async () => asked[0].settle(Promise.resolve(FIRST)));
    change({ model: model('A') });
    await ring();
    const failure = new PreviewFailure('network', 'no');
    await act(async () => asked[1].settle(Promise.reject(failure)));
    expect(result.current).toMatchObject({ answer: FIRST, failure });
    act(() => result.current.retry());
    expect(timers).toMatchObject([{ milliseconds: 0 }]);
    await ring();
    expect(result.current.failure).toBeUndefined();
    await act(async () => asked[2].settle(Promise.resolve(SECOND)));
    expect(result.current).toMatchObject({ answer: SECOND, before: FIRST });
  });

  it('keeps the marks of an edit where the next one changes no file', async () => {
    const { result, asked, ring, change } = setUp();
    await ring();
    await act(async () => asked[0].settle(Promise.resolve(FIRST)));
    for (const name of ['A', 'B']) {
      change({ model: model(name) });
      await ring();
      await act(async () => asked.at(-1)!.settle(Promise.resolve(SECOND)));
    }
    expect(result.current.before).toBe(FIRST);
  });
});
