import type { UnreadableLines as Unreadable } from '../utils/calls/problems.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import { faultText } from './call-texts.ts';
import { shownCount } from './import-texts.ts';

/** The lines of a log that no time is known of: how many, and the first of them with the reason. */
export const UnreadableLines = ({ t, unreadable }: { t: Translator; unreadable: Unreadable }) => {
  const { count, first } = unreadable;
  if (count === 0) return null;
  return (
    <table class="rows unreadable">
      <caption>
        {t('callsUnreadable', shownCount(count, t))}{' '}
        {count > first.length && t('callsFirst', shownCount(first.length, t))}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {t('importLine')}
          </th>
          <th scope="col">{t('callsFault')}</th>
          <th scope="col">{t('callsSample')}</th>
        </tr>
      </thead>
      <tbody>
        {first.map(({ line, fault, sample }) => (
          <tr key={`${line}-${fault}`}>
            <td class="number">{line}</td>
            <td>{faultText(fault, t)}</td>
            <td>
              <code>{sample}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
