// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { isPoolDraft, NEW_POOL, newNumber } from '../../../components/monitor/pool-draft.ts';
import { isNewStore } from '../../../components/StoreAdd.tsx';
import { formDraft } from '../../../entrypoints/popup/form-draft.ts';

beforeEach(() => localStorage.clear());

describe('the draft of a form', () => {
  it('is there until it is sent or given up', () => {
    const draft = { ...NEW_POOL, id: 'POOL-A', numbers: [{ ...newNumber(), number: 'DE123' }] };
    formDraft('pool:1:', isPoolDraft).keep(draft);
    const next = formDraft('pool:1:', isPoolDraft);
    expect(next.read()).toEqual(draft);
    next.keep(undefined);
    expect(formDraft('pool:1:', isPoolDraft).read()).toBeUndefined();
  });

  it.each([
    ['nothing', undefined, isNewStore],
    ['half written', '{"channelId":', isNewStore],
    ['of another shape', '{"channelId":1,"name":"x"}', isNewStore],
    ['no object', '"x"', isNewStore],
    ['a pool without its numbers', '{"id":"","destinations":"","appliedAt":""}', isPoolDraft],
    [
      'a pool with a number of another version',
      '{"id":"","destinations":"","appliedAt":"","numbers":[{"key":"1"}]}',
      isPoolDraft,
    ],
  ])('is none where what is kept is %s', (_, kept, isDraft: (kept: unknown) => boolean) => {
    if (kept !== undefined) localStorage.setItem('form', kept);
    expect(formDraft('form', isDraft as (kept: unknown) => kept is object).read()).toBeUndefined();
  });
});
