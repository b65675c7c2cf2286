// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { forgetTyping } from '../../../utils/storage/typing.ts';

beforeEach(() => localStorage.clear());

it('what was being typed goes with its store, and with no other', () => {
  const keys = [
    'draft:1:store.gmv90dUsd',
    'note:1:merge.step-apply',
    'pool:1:A',
    'draft:12:name',
    'note:2:x',
    'view',
  ];
  for (const key of keys) localStorage.setItem(key, 'typed');
  forgetTyping('1');
  expect(Object.keys(localStorage).toSorted()).toEqual(['draft:12:name', 'note:2:x', 'view']);
});
