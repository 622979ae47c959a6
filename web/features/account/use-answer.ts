import { useCallback, useEffect, useState } from 'react';
import { type Failure, get } from './ask.ts';

/** What one address answers, asked once and again on `reload`; what was there stays meanwhile. */
export function useAnswer<Body>(path: string): {
  body: Body | undefined;
  failure: Failure | undefined;
  reload: () => Promise<void>;
} {
  const [answer, setAnswer] = useState<{ body?: Body; failure?: Failure }>({});
  const reload = useCallback(async () => {
    const { body, failure } = await get<Body>(path);
    setAnswer((before) => (failure ? { ...before, failure } : { body }));
  }, [path]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { body: answer.body, failure: answer.failure, reload };
}
