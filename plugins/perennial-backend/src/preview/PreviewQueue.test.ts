import { PreviewQueue, type Turn } from './PreviewQueue';

/** A job that ends when told to, and says when it has begun. */
function job() {
  let end = () => {};
  let begin = () => {};
  const begun = new Promise<void>(resolve => {
    begin = resolve;
  });
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const work = jest.fn(async (signal: AbortSignal) => {
    begin();
    await new Promise<void>((resolve, reject) => {
      ended.then(resolve);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    return 'done';
  });
  return { work, begun, end };
}

function turn(user: string, subject = 'a', signal?: AbortSignal): Turn {
  return { user, subject, signal: signal ?? new AbortController().signal };
}

describe('PreviewQueue', () => {
  it('lets so many work at once, and the next when one is done', async () => {
    const queue = new PreviewQueue({ concurrent: 2, waiting: 9 });
    const [first, second, third] = [job(), job(), job()];
    const results = [
      queue.run(turn('ann'), first.work),
      queue.run(turn('bob'), second.work),
      queue.run(turn('cat'), third.work),
    ];
    await Promise.all([first.begun, second.begun]);
    expect(third.work).not.toHaveBeenCalled();
    second.end();
    await third.begun;
    first.end();
    third.end();
    expect(await Promise.all(results)).toEqual(['done', 'done', 'done']);
  });

  it('works on one thing of a person at a time, and lets others pass', async () => {
    const queue = new PreviewQueue({ concurrent: 2, waiting: 9 });
    const [first, second, other] = [job(), job(), job()];
    const results = [
      queue.run(turn('ann', 'a'), first.work),
      queue.run(turn('ann', 'b'), second.work),
      queue.run(turn('bob', 'a'), other.work),
    ];
    await Promise.all([first.begun, other.begun]);
    expect(second.work).not.toHaveBeenCalled();
    first.end();
    await second.begun;
    second.end();
    other.end();
    expect(await Promise.all(results)).toEqual(['done', 'done', 'done']);
  });

  it('gives up what the same person asks for anew, running or waiting', async () => {
    const queue = new PreviewQueue({ concurrent: 1, waiting: 9 });
    const [first, second, third] = [job(), job(), job()];
    const results = [first, second, third].map(it =>
      queue.run(turn('ann'), it.work),
    );
    const [one, two] = await Promise.allSettled(results.slice(0, 2));
    expect([one.status, two.status]).toEqual(['rejected', 'rejected']);
    expect(one).toMatchObject({ reason: { name: 'ConflictError' } });
    expect(two).toMatchObject({ reason: { name: 'ConflictError' } });
    expect(second.work).not.toHaveBeenCalled();
    third.end();
    expect(await results[2]).toBe('done');
  });

  it('takes back who waits and goes away', async () => {
    const queue = new PreviewQueue({ concurrent: 1, waiting: 1 });
    const [first, second, third] = [job(), job(), job()];
    const leaving = new AbortController();
    const results = [
      queue.run(turn('ann'), first.work),
      queue.run(turn('bob', 'a', leaving.signal), second.work),
    ];
    leaving.abort(new Error('gone'));
    await expect(results[1]).rejects.toThrow('gone');
    const last = queue.run(turn('cat'), third.work);
    first.end();
    third.end();
    expect([await results[0], await last]).toEqual(['done', 'done']);
    expect(second.work).not.toHaveBeenCalled();
  });

  it('does not begin what nobody waits for', async () => {
    const queue = new PreviewQueue({ concurrent: 1, waiting: 1 });
    const { work } = job();
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(queue.run(turn('ann', 'a', gone), work)).rejects.toThrow(
      'gone',
    );
    expect(work).not.toHaveBeenCalled();
  });

  it('turns away who would have to wait too long, and has its places again after', async () => {
    const queue = new PreviewQueue({ concurrent: 1, waiting: 1 });
    const [first, second] = [job(), job()];
    const results = [
      queue.run(turn('ann'), first.work),
      queue.run(turn('bob'), second.work),
    ];
    await expect(queue.run(turn('cat'), job().work)).rejects.toMatchObject({
      name: 'TooManyRequestsError',
      statusCode: 429,
    });
    first.end();
    second.end();
    await Promise.all(results);
    const last = job();
    last.end();
    expect(await queue.run(turn('cat'), last.work)).toBe('done');
  });

  it('frees the place of one that failed', async () => {
    const queue = new PreviewQueue({ concurrent: 1, waiting: 1 });
    const failing = async () => {
      throw new Error('broken');
    };
    await expect(queue.run(turn('ann'), failing)).rejects.toThrow('broken');
    const { work, end } = job();
    end();
    expect(await queue.run(turn('ann'), work)).toBe('done');
  });

  it('ends everything with the backend', async () => {
    const queue = new PreviewQueue({ concurrent: 1, waiting: 9 });
    const results = [
      queue.run(turn('ann'), job().work),
      queue.run(turn('bob'), job().work),
    ];
    queue.stop(new Error('The backend stops'));
    await expect(results[0]).rejects.toThrow('stops');
    await expect(results[1]).rejects.toThrow('stops');
  });
});
