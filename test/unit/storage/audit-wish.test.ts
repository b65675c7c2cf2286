// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { onAuditWished, takeAuditWish, wishForAudit } from '../../../utils/storage/audit-wish.ts';

const announce = (key: string, newValue: string | null): boolean =>
  dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));

it('is taken once, by the panel of its window', () => {
  wishForAudit(1, '2260417');
  expect(takeAuditWish(2)).toBeUndefined();
  expect(takeAuditWish(1)).toBe('2260417');
  expect(takeAuditWish(1)).toBeUndefined();
});

it('is heard by a panel that is open, in its own window alone', () => {
  const heard = vi.fn();
  onAuditWished(1, heard);
  announce('auditWish:2', '2260417');
  announce('auditWish:1', null);
  expect(heard).not.toHaveBeenCalled();
  announce('auditWish:1', '2260417');
  expect(heard).toHaveBeenCalledOnce();
});
