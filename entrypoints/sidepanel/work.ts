import { signal } from '@preact/signals';
import type { FindingDraft, FindingDrafts, TypedMute } from '../../components/audit/FindingWork.tsx';
import type { FindingRow } from '../../utils/audit/desk.ts';
import { send } from '../../utils/messaging/send.ts';
import { FINDING } from '../../utils/storage/typing.ts';
import { card, openPart, part, place } from './findings.ts';
import { audit, refresh, shown } from './state.ts';

/** Where the name of whoever works with the findings is remembered. */
const NAME = 'auditName';

export const name = signal(localStorage.getItem(NAME) ?? '');

export function rename(typed: string): void {
  name.value = typed;
  localStorage.setItem(NAME, typed);
}

const keyOf = (finding: string): string => `${FINDING}${audit.value?.entry.channelId}:${finding}`;

function parse(kept: string | null): FindingDraft {
  try {
    const { note, reason, expires } = JSON.parse(kept ?? '{}');
    const typed = Object.entries({ note, reason, expires }).filter(([, text]) => typeof text === 'string');
    return Object.fromEntries(typed);
  } catch {
    return {};
  }
}

/** What is being typed of findings outlives the panel: a side panel closes without asking. */
export const drafts: FindingDrafts = {
  read: (finding) => parse(localStorage.getItem(keyOf(finding))),
  keep: (finding, draft) => {
    if (Object.keys(draft).length === 0) localStorage.removeItem(keyOf(finding));
    else localStorage.setItem(keyOf(finding), JSON.stringify(draft));
  },
};

/** Forgets what was taken. */
function taken(finding: string, ...fields: (keyof FindingDraft)[]): void {
  const left = Object.entries(drafts.read(finding)).filter(
    ([field]) => !fields.some((each) => each === field),
  );
  drafts.keep(finding, Object.fromEntries(left));
}

/** The first moment after a day, in the person's own zone. */
function endOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).toISOString();
}

/** Says something of a finding in the person's name; who has not said it is asked for it first. */
async function say(act: (channelId: string, name: string) => Promise<unknown>): Promise<boolean> {
  const channelId = audit.value?.entry.channelId;
  if (channelId === undefined) return false;
  if (name.value.trim() === '') {
    await openPart(place.value, 'name');
    return false;
  }
  const answer = await shown(act(channelId, name.value.trim()));
  await refresh();
  return answer !== undefined;
}

export async function mute(finding: string, typed: TypedMute | null): Promise<void> {
  const of = card.value;
  if (of?.id !== finding) return;
  const { verdict, countries } = of;
  const isKept = await say((channelId, by) =>
    send('finding.mute', {
      channelId,
      finding,
      mute: typed && {
        name: by,
        reason: typed.reason,
        expires: endOf(typed.lastDay),
        verdict,
        countries: [...countries],
      },
    }),
  );
  if (!isKept) return;
  taken(finding, 'reason', 'expires');
  if (part.value === 'mute') part.value = 'card';
}

export async function note(finding: string, text: string): Promise<void> {
  const isKept = await say((channelId, by) =>
    send('finding.note', { channelId, finding, name: by, text: text.trim() }),
  );
  if (isKept) taken(finding, 'note');
}

export async function finish({ id }: FindingRow, isDone: boolean): Promise<void> {
  await say((channelId, by) => send('finding.done', { channelId, finding: id, name: by, isDone }));
}
